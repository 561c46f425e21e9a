/* The live page of a room, for phone, chair and big screen alike:
   <main data-live="socket path" data-token data-seat data-version data-news-url [data-mine]>
   News changes what #news holds; then what is this phone's own is laid over it. */

import { Line } from "./link.js";
import { Ballots } from "./ballot.js";
import { Own } from "./own.js";
import { announce, bring, isInSight, showState, showTold, write } from "./bar.js";
import { layTurns } from "./floor.js";
import { keepPlace, morph } from "./morph.js";
import { fitScreen, hatsOf, layHands, layMine, layStep, layTokens } from "./overlay.js";
import { hearTurnout, layTurnouts } from "./turnout.js";
import { stayAwake } from "./wake.js";

const main = document.querySelector("main[data-live]");
const news = document.getElementById("news");
const words = document.getElementById("link-state").dataset;
const screen = document.body.classList.contains("face-screen");
const told = main.dataset.mine ? JSON.parse(main.dataset.mine) : null;
const own = new Own(main.dataset.seat, told, () => { lay(); line.refresh(); });
let version = Number(main.dataset.version) || 0;
const hats = hatsOf(news, main.dataset.seat);
let drawn = "";
let line = null;

/** What was said of an earlier press is old news once the room has moved on. */
function clearDone() {
  const done = main.querySelectorAll(".notice.success[role=status]");
  Array.prototype.forEach.call(done, (item) => item.parentNode.removeChild(item));
}

const refuse = (text) => write("live-notice", text, "notice refused");

const part = (task, poll) => news.querySelector("[data-task=" + task + "][data-poll=\"" + poll + "\"]");

/** Whether somebody has to vote here and has not. */
const isAsked = () => Array.prototype.some.call(
  news.querySelectorAll("[data-task=vote]"),
  (item) => !item.hidden && own.press(item.dataset.poll) === 0,
);

function lay() {
  layTokens(news);
  layStep(news);
  if (own.mine) layMine(news, own);
  if (own.mine) layHands(news, main.dataset.seat);
  if (own.mine) layTurns(news, main.dataset.seat, own.mine.present);
  layTurnouts(news);
  ballots.lay();
  showTold(ballots.told(), (poll) => { ballots.forget(poll); lay(); });
  announce(news);
  stayAwake(screen || isAsked() || ballots.waits());
  if (screen) fitScreen();
}

/** Show that a paper was counted; whoever was looking at its ballot looks at that now. */
function layCounted(poll) {
  const asked = part("vote", poll);
  const isLooking = asked !== null && isInSight(asked);
  lay();
  if (isLooking) bring(part("voted", poll));
}

const hear = {
  news(message) {
    if (message.v <= version) return;
    version = message.v;
    clearDone();
    if (message.html === drawn) return;
    drawn = message.html;
    const edge = document.getElementById("live-bar").getBoundingClientRect().bottom;
    keepPlace(news, edge, () => { morph(news, drawn); lay(); });
    if (hatsOf(news, main.dataset.seat) !== hats) location.reload(); // another desk, another page
  },
  mine(message) {
    own.hear(message);
    lay();
  },
  turnout(message) {
    hearTurnout(news, message);
  },
  receipt(message) {
    const answered = ballots.answered(message.key);
    if (answered === null) return;
    const [poll, paper] = answered;
    own.count(poll, paper, message.receipt);
    const said = words.counted.replace("{}", message.receipt);
    if (part("voted", poll) === null) ballots.tell(poll, paper, "success", said);
    refuse("");
    layCounted(poll);
  },
  refused(message) {
    const answered = ballots.answered(message.key);
    if (!message.key) refuse(message.text);
    if (answered === null) return;
    const [poll, paper] = answered;
    ballots.tell(poll, paper, "refused", message.text);
    lay();
    line.refresh(); // it may have been counted elsewhere
  },
  gone(message) {
    line.stop();
    stayAwake(false);
    state("gone");
    news.textContent = "";
    refuse((message.text || words.goneWhy) + (ballots.waits() ? " " + words.goneKept : ""));
  },
};

const state = (word) => showState(word, () => line.retry());

function heard(message) {
  if (hear[message.t]) hear[message.t](message);
}

document.getElementById("live-bar").hidden = false;
const ballots = new Ballots({
  seat: main.dataset.seat,
  send: (message) => line !== null && line.send(message),
  heard,
  changed: () => lay(),
  press: (poll) => own.press(poll),
});

if (screen) window.addEventListener("resize", fitScreen);
lay();
line = new Line({
  path: main.dataset.live,
  token: main.dataset.token,
  newsAddress: main.dataset.newsUrl,
  version: () => version,
  heard,
  state,
  opened: () => ballots.resend(),
});
ballots.resend();

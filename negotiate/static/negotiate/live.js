/* The live page of a room, for phone, chair and big screen alike:
   <main data-live="socket path" data-token data-seat data-version data-news-url [data-mine]>
   News replaces what #news holds; overlay.js then lays over it what is this phone's own. */

import { Line } from "./link.js";
import { Ballots } from "./ballot.js";
import { Drawer } from "./drawer.js";
import { fitScreen, focusIn, layMine, layStep, layTokens, layTurnout, openDetails } from "./overlay.js";

const main = document.querySelector("main[data-live]");
const news = document.getElementById("news");
const screen = document.body.classList.contains("face-screen");
const receipts = new Drawer("receipt", main.dataset.seat);
const turnouts = {};
let version = Number(main.dataset.version) || 0;
let mine = main.dataset.mine ? JSON.parse(main.dataset.mine) : null;
let drawn = "";
let task = "";
let line = null;

function write(id, text, kind) {
  const place = document.getElementById(id);
  place.textContent = "";
  if (!text) return;
  const item = document.createElement("p");
  item.className = kind;
  item.textContent = text;
  place.appendChild(item);
}

/** What was said of an earlier press is old news once the room has moved on. */
function clearDone() {
  Array.prototype.forEach.call(main.querySelectorAll(".notice.success"), (item) => item.parentNode.removeChild(item));
}

const refuse = (text) => write("live-notice", text, "notice refused");

/** Tell a screen reader when the one task on the page has become another. */
function announce() {
  const titles = Array.prototype.filter.call(news.querySelectorAll(".task-title"), (item) => item.offsetParent);
  const title = titles.length ? titles[0].textContent : "";
  if (task && title && title !== task) write("live-announce", title, "");
  task = title || task;
}

function lay() {
  layTokens(news);
  layStep(news);
  if (mine) layMine(news, mine, receipts.things);
  Object.keys(turnouts).forEach((poll) => layTurnout(news, turnouts[poll]));
  ballots.lay();
  announce();
  if (screen) fitScreen();
}

function swap(html) {
  const focus = focusIn(news);
  const open = openDetails(news);
  news.innerHTML = html;
  open.forEach((id) => { const item = document.getElementById(id); if (item) item.open = true; });
  lay();
  const again = focus ? news.querySelector(focus) : null;
  if (again) again.focus({ preventScroll: true });
}

/** The state of the line, always in words; once it is lost the words are a button. */
function state(word) {
  const place = document.getElementById("link-state");
  if (place.classList.contains(word)) return;
  const text = document.createElement(word === "lost" ? "button" : "span");
  if (word === "lost") text.addEventListener("click", () => line.retry());
  text.textContent = place.dataset[word];
  place.className = "link-state " + word;
  place.textContent = "";
  place.appendChild(text);
}

const hear = {
  news(message) {
    if (message.v <= version) return;
    version = message.v;
    clearDone();
    if (message.html === drawn) return;
    drawn = message.html;
    swap(drawn);
  },
  mine(message) {
    mine = { present: message.present, voted: message.voted };
    lay();
  },
  turnout(message) {
    turnouts[message.poll] = message;
    layTurnout(news, message);
  },
  receipt(message) {
    mine = mine || { present: true, voted: {} };
    mine.voted[message.poll] = message.receipt;
    receipts.put(message.poll, message.receipt);
    ballots.forget(String(message.poll));
    refuse("");
    lay();
  },
  refused(message) {
    if (!ballots.refused(message.key, message.text)) refuse(message.text);
  },
  gone(message) {
    line.stop();
    state("gone");
    news.textContent = "";
    refuse(message.text || document.getElementById("link-state").dataset.gone);
  },
};

function heard(message) {
  if (hear[message.t]) hear[message.t](message);
}

document.getElementById("link-state").hidden = false;
const ballots = new Ballots({
  seat: main.dataset.seat,
  send: (message) => line.send(message),
  heard,
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

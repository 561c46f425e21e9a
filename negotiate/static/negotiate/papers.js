/* One's own paper in a poll's published list. Its number is on this phone alone and stays here: the
   list's first numbers of each page say where to look. Shown only when asked for, since somebody
   may be looking over a shoulder. <ol data-papers="poll" data-seat data-page data-starts>. */

import { Drawer } from "./drawer.js";

const LOOKING = "#own"; // carried from page to page; a browser sends no fragment
const list = document.querySelector("[data-papers]");
const card = document.querySelector("[data-find-own]");

/** The page of the list on which this number stands, counted from 1. */
function pageOf(number) {
  const starts = list.dataset.starts.split(" ");
  return Math.max(1, starts.filter((start) => start <= number).length);
}

function say(words, kind) {
  const place = card.querySelector("[role=status]");
  place.textContent = words;
  place.className = kind;
}

/** Mark the line, say so in it, and bring it to the middle of the screen; the card has done its work. */
function mark(line) {
  const note = document.createElement("p");
  note.className = "papers-own";
  note.textContent = card.dataset.own;
  line.classList.add("own");
  line.insertBefore(note, line.firstChild);
  card.hidden = true;
  line.scrollIntoView({ block: "center" });
}

function find() {
  const receipt = new Drawer("receipt", list.dataset.seat, () => {}).things[list.dataset.papers];
  if (!receipt) {
    say(card.dataset.unknown, "notice");
    return;
  }
  const page = pageOf(receipt.number);
  const line = list.querySelector("[data-number=\"" + receipt.number + "\"]");
  if (line !== null) mark(line);
  else if (String(page) !== list.dataset.page) location.assign("?page=" + page + LOOKING);
  else say(card.dataset.missing.replace("{}", receipt.number), "notice refused");
}

if (card !== null) {
  const button = card.querySelector("button");
  card.hidden = false;
  button.addEventListener("click", () => {
    button.hidden = true;
    find();
  });
  if (location.hash === LOOKING) {
    history.replaceState(null, "", location.pathname + location.search); // a reload asks again
    button.click();
  }
}

/* The ballot on a phone. A paper is written down, with its own key, before it is sent, and torn up
   only when the server has answered; what it answered stays until its owner can have read it. */

import { Courier } from "./courier.js";
import { Drawer } from "./drawer.js";

/** 128 random bits in hex; plain http on a factory's LAN has no randomUUID. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.prototype.map.call(bytes, (b) => ("0" + b.toString(16)).slice(-2)).join("");
}

const forms = () => Array.prototype.slice.call(document.querySelectorAll("form[data-ballot]"));
const isSeen = (form) => form.offsetParent !== null;
const isChangeable = (form) => form.dataset.secrecy === "changeable";

function say(form, text, kind) {
  Object.assign(form.querySelector(".ballot-state"), { textContent: text, className: "ballot-state " + (kind || "") });
}

/** The button names what it will cast, after the words `lead`. */
function dress(form, choice, locked, lead) {
  const radio = form.querySelector("[name=choice][value=\"" + choice + "\"]");
  const button = form.querySelector("button");
  radio.checked = true;
  button.disabled = locked;
  button.textContent = lead + radio.parentNode.textContent.trim().replace(/^(\S)\s*/, "$1 ");
  form.querySelector("fieldset").disabled = locked && !isChangeable(form);
}

/** The last press has been counted; the next one starts afresh. */
function undress(form) {
  form.reset();
  say(form, "");
  form.querySelector("button").disabled = false;
  form.querySelector("button").textContent = form.dataset.again;
}

/** All ballots of one page. `page`: {seat, send(message) → bool, heard(message), changed(),
    press(poll) → the number of the latest press that was counted}. */
export class Ballots {
  constructor(page) {
    this.page = page;
    this.drawer = new Drawer("ballot", page.seat, page.changed);
    this.courier = new Courier(this.drawer, page);
    this.chosen = {};
    document.addEventListener("change", (event) => this.choose(event.target));
    document.addEventListener("submit", (event) => this.cast(event));
  }

  resend() { this.courier.resend(); }

  /** Whether any paper has not been answered yet. */
  waits() { return Object.keys(this.drawer.things).some((poll) => this.courier.paper(poll)); }

  choose(input) {
    const poll = input.form ? input.form.dataset.ballot : "";
    if (!poll || input.name !== "choice") return;
    if (!this.courier.paper(poll)) this.forget(poll);
    this.chosen[poll] = input.value;
    say(input.form, "");
    this.page.changed();
  }

  /** A press. One that is still on its way is the one that counts, unless votes may be changed. */
  cast(event) {
    const form = event.target;
    const poll = form.dataset.ballot;
    if (!poll) return;
    event.preventDefault();
    const radio = form.querySelector("[name=choice]:checked");
    const before = this.courier.paper(poll);
    if (before && !isChangeable(form)) return;
    if (!radio) { say(form, form.dataset.choose, "refused"); return; }
    const press = Math.max(this.page.press(poll), before ? before.press : 0) + 1;
    const about = form.closest(".task").querySelector(".task-title").textContent;
    const named = form.dataset.secrecy !== "secret";
    this.forget(poll);
    this.drawer.put(poll, { choice: radio.value, key: newKey(), press, about, named, action: form.action });
    this.courier.deliver(poll);
    this.page.changed();
  }

  /** After every change: what was chosen, is on its way or was refused shows again. */
  lay() {
    forms().forEach((form) => {
      const poll = form.dataset.ballot;
      const thing = this.drawer.things[poll] || {};
      const chosen = this.chosen[poll];
      const again = this.page.press(poll) > 0;
      const choice = chosen || thing.choice;
      if (choice) dress(form, choice, Boolean(thing.key) && !chosen, again ? form.dataset.change : form.dataset.confirm);
      else if (again) undress(form);
      if (thing.key) say(form, this.words(form, poll), this.state(poll) === "sending" ? "" : "unsent");
      else if (thing.kind === "refused") say(form, thing.told, "refused");
    });
  }

  state(poll) { return navigator.onLine === false ? "offline" : this.courier.state(poll); }

  /** How it goes with the paper, and what its owner can do. */
  words(form, poll) {
    const state = this.state(poll);
    if (this.drawer.keeps(poll)) return form.dataset[state];
    return form.dataset[state === "stuck" ? "waiting" : state] + " " + form.dataset.unkept;
  }

  /** The server has answered the paper with this key: give [poll, paper], or null if none such is
      on its way any more. */
  answered(key) {
    const poll = this.courier.pollOf(key);
    if (poll === undefined) return null;
    const paper = this.drawer.things[poll];
    this.forget(poll);
    return [poll, paper];
  }

  /** Keep what became of a paper until its owner has read it: where its form is, or apart. */
  tell(poll, paper, kind, told) {
    const refused = kind === "refused"; // of a paper that counts nothing stays,
    if (refused) this.chosen[poll] = paper.choice;
    const choice = refused && paper.named ? paper.choice : ""; // of a secret one only on the screen
    this.drawer.put(poll, { choice, about: paper.about, kind, told });
  }

  /** What was said of papers whose form is not on the page any more: [poll, {about, kind, told}]. */
  told() {
    const seen = forms().filter(isSeen).map((form) => form.dataset.ballot);
    return Object.keys(this.drawer.things)
      .filter((poll) => !this.courier.paper(poll) && seen.indexOf(poll) < 0)
      .map((poll) => [poll, this.drawer.things[poll]]);
  }

  forget(poll) {
    this.courier.forget(poll);
    delete this.chosen[poll];
  }
}

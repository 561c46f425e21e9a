/* The ballot on a phone. A paper is written down here, with its own key, before it is sent, and
   torn up only when the server has answered: the same key may be sent as often as needed, over
   the socket or over HTTP, and counts once. Buttons change only after the receipt. */

import { Drawer } from "./drawer.js";

const ANSWER_WITHIN = 6000; // ms; then the same paper goes over HTTP
const PASSING = [408, 425, 429]; // states of a server that may be another in a moment, as all of 500

/** 128 random bits in hex; plain http on a factory's LAN has no randomUUID. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.prototype.map.call(bytes, (b) => ("0" + b.toString(16)).slice(-2)).join("");
}

/** What the server said of a paper, {stuck: true} if this page can't deliver it any more (its code
    was renewed, its form is too old, a hotspot answers instead), or a rejection when unanswered. */
function read(answer) {
  if (answer.status >= 500 || PASSING.indexOf(answer.status) >= 0) throw new Error("unanswered");
  const type = answer.headers.get("Content-Type") || "";
  if (type.indexOf("application/json") !== 0) return { stuck: true };
  return answer.json().then((said) => (said.receipt || said.refused ? said : { stuck: true }));
}

/** Post a paper as the plain form would. */
function post(poll, paper) {
  const body = new FormData();
  body.append("csrfmiddlewaretoken", document.querySelector("meta[name=csrf-token]").content);
  body.append("poll", poll);
  body.append("choice", paper.choice);
  body.append("key", paper.key);
  const options = { method: "POST", body, credentials: "same-origin", headers: { Accept: "application/json" } };
  return fetch(paper.action, options).then(read);
}

const forms = () => Array.prototype.slice.call(document.querySelectorAll("form[data-ballot]"));

function say(form, text, kind) {
  Object.assign(form.querySelector(".ballot-state"), { textContent: text, className: "ballot-state " + (kind || "") });
}

/** The button names what it will cast; a locked form waits for its answer. */
function dress(form, choice, locked) {
  const radio = form.querySelector("[name=choice][value=\"" + choice + "\"]");
  const button = form.querySelector("button");
  radio.checked = true;
  button.disabled = locked;
  button.textContent = form.dataset.confirm + radio.parentNode.textContent.trim().replace(/^(\S)\s*/, "$1 ");
  form.querySelector("fieldset").disabled = locked;
}

/** All ballots of one page. `page`: {seat, send(message) → bool, heard(message)}. */
export class Ballots {
  constructor(page) {
    this.page = page;
    this.drawer = new Drawer("ballot", page.seat);
    this.chosen = {};
    this.timers = {};
    document.addEventListener("change", (event) => this.choose(event.target));
    document.addEventListener("submit", (event) => this.cast(event));
  }

  choose(input) {
    const poll = input.form ? input.form.dataset.ballot : "";
    if (!poll || input.name !== "choice") return;
    this.chosen[poll] = input.value;
    say(input.form, "");
    dress(input.form, input.value, false);
  }

  cast(event) {
    const form = event.target;
    const poll = form.dataset.ballot;
    if (!poll) return;
    event.preventDefault();
    const radio = form.querySelector("[name=choice]:checked");
    if (this.drawer.things[poll]) return;
    if (!radio) { say(form, form.dataset.choose, "refused"); return; }
    this.drawer.put(poll, { choice: radio.value, key: newKey(), action: form.action });
    this.lay();
    this.deliver(poll);
  }

  /** After every swap: what was chosen or is on its way shows again. */
  lay() {
    forms().forEach((form) => {
      const poll = form.dataset.ballot;
      const paper = this.drawer.things[poll];
      if (paper) {
        dress(form, paper.choice, true);
        if (paper.stuck) say(form, form.dataset.stuck, "refused");
        else say(form, paper.waiting ? form.dataset.waiting : form.dataset.sending);
      } else if (this.chosen[poll]) dress(form, this.chosen[poll], false);
    });
  }

  resend() { Object.keys(this.drawer.things).forEach((poll) => this.deliver(poll)); }

  deliver(poll) {
    const paper = this.drawer.things[poll];
    const id = /^\d+$/.test(poll) ? Number(poll) : poll;
    this.later(poll);
    if (!this.page.send({ t: "vote", poll: id, choice: paper.choice, key: paper.key })) this.overHttp(poll);
  }

  later(poll) {
    clearTimeout(this.timers[poll]);
    this.timers[poll] = setTimeout(() => { if (this.drawer.things[poll]) this.overHttp(poll); }, ANSWER_WITHIN);
  }

  /** A paper that is stuck stays in the drawer, for a reload or a socket to take it along. */
  overHttp(poll) {
    const paper = this.drawer.things[poll];
    if (paper.stuck) return;
    this.later(poll);
    post(poll, paper).then((answer) => {
      if (answer.stuck) {
        paper.stuck = true;
        this.lay();
      } else if (answer.receipt) this.page.heard({ t: "receipt", poll, key: paper.key, receipt: answer.receipt });
      else this.page.heard({ t: "refused", key: paper.key, text: answer.refused });
    }, () => {
      paper.waiting = true;
      this.lay();
    });
  }

  /** The server said no to the paper with this key: open its form again and say why there. */
  refused(key, text) {
    const poll = Object.keys(this.drawer.things).find((name) => this.drawer.things[name].key === key);
    if (poll === undefined) return false;
    const choice = this.drawer.things[poll].choice;
    this.forget(poll);
    const form = forms().find((item) => item.dataset.ballot === poll);
    if (!form || !form.offsetParent) return false;
    dress(form, choice, false);
    say(form, text, "refused");
    return true;
  }

  /** The paper has been answered: tear it up, for its key names it in the box. */
  forget(poll) {
    clearTimeout(this.timers[poll]);
    this.drawer.drop(poll);
    delete this.chosen[poll];
  }
}

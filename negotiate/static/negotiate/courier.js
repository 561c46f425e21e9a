/* Takes papers to the box and brings the answer back. A paper has its own key: it may be sent as
   often as needed, over the socket or over HTTP, from one tab or from two, and counts once. Every
   paper in the drawer is on its way until the server has said what became of it. */

const ANSWER_WITHIN = 6000; // ms; then the same paper goes over HTTP,
const SPREAD = 3000; // and not from a whole hall at once
const PASSING = [408, 425, 429]; // states of a server that may be another in a moment, as all of 500

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
  ["choice", "key", "press"].forEach((name) => body.append(name, paper[name]));
  const options = { method: "POST", body, credentials: "same-origin", headers: { Accept: "application/json" } };
  return fetch(paper.action, options).then(read);
}

/** `way`: {send(message) → bool, heard(message), changed()}. A paper in the drawer is {choice, key,
    press, action, about, named} while it is on its way. */
export class Courier {
  constructor(drawer, way) {
    Object.assign(this, { drawer, way, states: {}, timers: {} });
  }

  /** The paper on its way to this poll, or undefined. */
  paper(poll) {
    const thing = this.drawer.things[poll];
    return thing && thing.key ? thing : undefined;
  }

  /** How it goes with that paper: sending, waiting (there was no answer), or stuck. */
  state(poll) { return this.states[poll] || "sending"; }

  becomes(poll, state) {
    this.states[poll] = state;
    this.way.changed();
  }

  resend() { Object.keys(this.drawer.things).forEach((poll) => this.deliver(poll)); }

  deliver(poll) {
    const paper = this.paper(poll);
    if (!paper) return;
    const message = { t: "vote", poll: Number(poll), choice: paper.choice, key: paper.key };
    if (paper.press > 1) message.press = paper.press;
    this.later(poll);
    if (!this.way.send(message)) this.overHttp(poll);
    else if (this.states[poll] === "waiting") this.becomes(poll, "sending");
  }

  later(poll) {
    clearTimeout(this.timers[poll]);
    const wait = ANSWER_WITHIN + Math.random() * SPREAD;
    this.timers[poll] = setTimeout(() => this.overHttp(poll), wait);
  }

  /** A paper that is stuck stays in the drawer, for a reload or a socket to take it along. */
  overHttp(poll) {
    const paper = this.paper(poll);
    if (!paper || this.states[poll] === "stuck") return;
    this.later(poll);
    post(poll, paper).then((answer) => {
      if (answer.stuck) this.becomes(poll, "stuck");
      else if (answer.receipt) this.way.heard({ t: "receipt", poll, key: paper.key, receipt: answer.receipt });
      else this.way.heard({ t: "refused", key: paper.key, text: answer.refused });
    }, () => this.becomes(poll, "waiting"));
  }

  /** The poll whose paper on its way has this key, or undefined. */
  pollOf(key) { return Object.keys(this.drawer.things).find((poll) => key && this.drawer.things[poll].key === key); }

  /** The paper has been answered: tear it up, for its key names it in the box. */
  forget(poll) {
    clearTimeout(this.timers[poll]);
    delete this.states[poll];
    this.drawer.drop(poll);
  }
}

/* The line for networks that block WebSockets: a plain question every few seconds instead. */

const ASK_EVERY = 5000; // ms
const ASK_LESS = 15000; // where there is no answer either

/** Between half and all of `ms`, so that a hall of phones does not come back in step. */
export const jitter = (ms) => ms / 2 + Math.random() * (ms / 2);

/** What the socket would have said since `version`, over HTTP; null if there was no answer. */
function ask(address, version) {
  const options = { credentials: "same-origin", headers: { Accept: "application/json" } };
  return fetch(address + "?v=" + version, options).then((answer) => {
    if (answer.status === 404 || answer.status === 410) return [{ t: "gone" }];
    return answer.ok ? answer.json() : null;
  }).catch(() => null);
}

/** `way`: {newsAddress, version(), heard(message)}. */
export class Questions {
  constructor(way) {
    Object.assign(this, { way, next: 0, asking: false, answered: false, stopped: false });
  }

  /** Ask, if it is time to. */
  ask(now) {
    if (this.asking || now < this.next) return;
    this.asking = true;
    ask(this.way.newsAddress, this.way.version()).then((messages) => {
      this.asking = false;
      if (this.stopped) return;
      this.answered = messages !== null;
      this.next = Date.now() + jitter(this.answered ? ASK_EVERY : ASK_LESS);
      (messages || []).forEach(this.way.heard);
    });
  }

  soon() { this.next = 0; }
}

/* The page's line to the room: one WebSocket that comes back by itself and, where a network blocks
   WebSockets altogether, questions over HTTP instead. Knows nothing of ballots or pages: messages
   go to `way.heard`, states to `way.state`. Times are in ms. */

import { Questions, jitter } from "./ask.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 10000;
const SILENCE = 25000; // then at the latest the server is asked for a sign of life
const APART = 5000; // a hall that was told something together neither asks nor comes back together
const PATIENCE = 10000; // for that sign, and for a handshake
const PROBE = 3000; // the same, for a page that has just come back to the front
const BLOCKED_AFTER = 8000; // without a socket for this long: ask over HTTP meanwhile
const LOST_AFTER = 15000; // without either: say so, and offer a button

/** `way`: {path, token, newsAddress, version(), heard(message), state(word), opened()}. */
export class Line {
  constructor(way) {
    Object.assign(this, { way, socket: null, wait: FIRST_WAIT, lastHeard: 0, deadline: 0 });
    Object.assign(this, { lostSince: Date.now(), stopped: false });
    this.questions = new Questions(way);
    this.silence = SILENCE - Math.random() * APART;
    this.blocked = BLOCKED_AFTER + Math.random() * APART;
    const woken = () => this.woken();
    document.addEventListener("visibilitychange", woken);
    window.addEventListener("online", () => setTimeout(woken, Math.random() * FIRST_WAIT));
    window.addEventListener("offline", () => { if (this.socket !== null) this.dropped(); });
    window.addEventListener("pageshow", (event) => { if (event.persisted) woken(); });
    setInterval(() => this.watch(), 1000);
    this.connect();
  }

  isOpen() { return this.socket !== null && this.socket.readyState === WebSocket.OPEN; }

  /** True if the message went out; whether it arrived, only an answer tells. */
  send(message) {
    if (!this.isOpen()) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  connect() {
    clearTimeout(this.timer);
    this.abandon();
    if (this.stopped) return;
    const scheme = location.protocol === "https:" ? "wss://" : "ws://";
    let socket = null;
    try {
      socket = new WebSocket(scheme + location.host + this.way.path, ["yishi", this.way.token]);
    } catch (error) { // an old engine whose policy forbids the socket throws here
      this.dropped();
      return;
    }
    const ifCurrent = (act) => (event) => { if (this.socket === socket) act(event); };
    this.socket = socket;
    this.deadline = Date.now() + PATIENCE + this.wait;
    socket.onopen = ifCurrent(() => this.opened());
    socket.onclose = ifCurrent(() => this.dropped());
    socket.onmessage = ifCurrent((event) => this.arrived(JSON.parse(event.data)));
  }

  /** Let go of a socket that may never say another word; its late events are ignored. */
  abandon() {
    const old = this.socket;
    this.socket = null;
    if (old !== null) old.close();
  }

  opened() {
    this.greet(PATIENCE);
    this.way.opened();
  }

  /** Say what we have, and ask for a sign of life, which proves the line works both ways. */
  greet(patience) {
    this.send({ t: "hello", v: this.way.version() });
    this.probe(patience);
  }

  probe(patience) {
    this.deadline = Date.now() + patience;
    this.send({ t: "ping" });
  }

  arrived(message) {
    this.lastHeard = Date.now();
    this.deadline = 0;
    this.wait = FIRST_WAIT;
    this.lostSince = 0;
    this.questions.answered = false;
    this.show();
    if (message.t === "mark") this.send(message); // so the server knows that we keep up
    else this.way.heard(message);
  }

  dropped() {
    this.abandon();
    if (this.stopped) return;
    this.lostSince = this.lostSince || Date.now();
    this.timer = setTimeout(() => this.connect(), jitter(this.wait));
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    this.show();
  }

  /** Hear again what is this page's own, after something that may have changed it. */
  refresh() {
    if (this.isOpen()) this.greet(PATIENCE);
    else this.questions.soon();
  }

  retry() {
    this.wait = FIRST_WAIT;
    this.lostSince = Date.now();
    this.questions.soon();
    this.connect();
    this.show();
  }

  show() {
    const lost = Date.now() - this.lostSince > LOST_AFTER;
    if (this.lostSince === 0) this.way.state("connected");
    else if (navigator.onLine === false) this.way.state("offline");
    else if (this.questions.answered) this.way.state("polling");
    else this.way.state(lost ? "lost" : "connecting");
  }

  watch() {
    if (this.stopped) return;
    const now = Date.now();
    const blocked = this.lostSince !== 0 && now - this.lostSince > this.blocked;
    if (blocked && !document.hidden) this.questions.ask(now);
    if (this.deadline !== 0 && now > this.deadline && this.socket !== null) this.dropped();
    else if (this.deadline === 0 && now - this.lastHeard > this.silence && this.isOpen()) this.probe(PATIENCE);
    this.show();
  }

  /** Back from the pocket: an old line is replaced at once, a fresh one has to prove itself. */
  woken() {
    if (document.hidden || this.stopped) return;
    const silent = Date.now() - this.lastHeard;
    if (this.isOpen() && silent < SILENCE) this.greet(PROBE);
    else if (this.socket === null || this.isOpen()) this.retry();
  }

  stop() {
    this.stopped = this.questions.stopped = true;
    clearTimeout(this.timer);
    this.abandon();
  }
}

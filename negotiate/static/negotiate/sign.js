/* A signature drawn by finger, pen or mouse. Strokes are lists of [x, y, t]: whole numbers, x and
   y on a pad 1000 wide and 600 high whatever the screen's size, t in ms since the first touch. */

import { HIGH, Ink, WIDE } from "./ink.js";
import { Wide } from "./wide.js";

const NEAR = 4; // pad units; closer points add nothing but bytes
const MOST_POINTS = 3000; // keeps the field under the 64 KiB that the server reads

class Pad {
  constructor(box) {
    this.box = box;
    this.canvas = box.querySelector("canvas");
    this.ink = new Ink(this.canvas);
    this.field = box.querySelector("[name=strokes]");
    this.error = box.querySelector("[data-signature-error]");
    this.strokes = this.field.value ? JSON.parse(this.field.value) : [];
    this.points = 0;
    this.drawing = false;
    this.start = 0;
    this.turned = false; // by a quarter, so that its top is at the screen's right
    this.listen();
    this.fit();
  }

  listen() {
    const on = (name, act) => this.canvas.addEventListener(name, act, { passive: false });
    if (window.PointerEvent) {
      on("pointerdown", (event) => { this.canvas.setPointerCapture(event.pointerId); this.down(event, event); });
      on("pointermove", (event) => this.moves(event));
      ["pointerup", "pointercancel"].forEach((name) => on(name, () => this.up()));
    } else {
      on("touchstart", (event) => this.down(event, event.touches[0]));
      on("touchmove", (event) => this.move(event, event.touches[0]));
      ["touchend", "touchcancel"].forEach((name) => on(name, () => this.up()));
    }
    on("touchmove", (event) => event.preventDefault()); // the page must not scroll under the finger
    window.addEventListener("resize", () => this.fit());
    this.box.querySelector("[data-clear]").addEventListener("click", () => { this.strokes = []; this.changed(); });
    this.box.querySelector("[data-undo]").addEventListener("click", () => { this.strokes.pop(); this.changed(); });
    this.field.form.addEventListener("submit", (event) => this.check(event));
  }

  /** As many real dots as the screen has, so that the line is sharp. */
  fit() {
    const dots = Math.round(this.canvas.clientWidth * (window.devicePixelRatio || 1)) || WIDE;
    this.canvas.width = dots;
    this.canvas.height = Math.round(dots * HIGH / WIDE);
    this.changed();
  }

  point(at) {
    const box = this.canvas.getBoundingClientRect();
    const place = (part, whole, size) => Math.max(0, Math.min(size, Math.round(part / whole * size)));
    this.start = this.start || Date.now();
    const [x, y] = this.turned
      ? [place(at.clientY - box.top, box.height, WIDE), place(box.right - at.clientX, box.width, HIGH)]
      : [place(at.clientX - box.left, box.width, WIDE), place(at.clientY - box.top, box.height, HIGH)];
    return [x, y, Date.now() - this.start];
  }

  down(event, at) {
    event.preventDefault();
    if (event.isPrimary === false || event.button > 0 || this.points >= MOST_POINTS) return;
    this.drawing = true;
    this.strokes.push([this.point(at)]);
    this.ink.dot(this.strokes[this.strokes.length - 1]);
    this.keep();
  }

  /** A slow phone tells of several places at once. */
  moves(event) {
    const places = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
    (places.length ? places : [event]).forEach((at) => this.move(event, at));
  }

  move(event, at) {
    if (!this.drawing || event.isPrimary === false) return;
    event.preventDefault();
    const stroke = this.strokes[this.strokes.length - 1];
    const last = stroke[stroke.length - 1];
    const next = this.point(at);
    if (Math.abs(next[0] - last[0]) + Math.abs(next[1] - last[1]) < NEAR) return;
    this.points += 1;
    if (this.points >= MOST_POINTS) { this.up(); return; }
    stroke.push(next);
    this.ink.bend(stroke, stroke.length - 1);
  }

  up() {
    if (!this.drawing) return;
    this.drawing = false;
    this.ink.end(this.strokes[this.strokes.length - 1]);
    this.keep();
  }

  changed() {
    this.keep();
    this.ink.draw(this.strokes);
  }

  keep() {
    this.points = this.strokes.reduce((sum, stroke) => sum + stroke.length, 0);
    this.field.value = this.points ? JSON.stringify(this.strokes) : "";
    if (this.points) this.error.textContent = "";
    else this.start = 0;
  }

  check(event) {
    if (this.points) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.error.textContent = this.box.dataset.empty;
    this.canvas.scrollIntoView({ block: "center" });
  }
}

Array.prototype.forEach.call(document.querySelectorAll("[data-signature]"), (box) => {
  const pad = new Pad(box);
  const wide = box.querySelector("[data-wide]");
  if (wide) new Wide(pad, wide).listen();
});

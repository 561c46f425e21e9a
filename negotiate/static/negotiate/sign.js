/* A signature drawn by finger, pen or mouse. Strokes are lists of [x, y, t]: whole numbers, x and
   y on a pad 1000 wide and 600 high whatever the screen's size, t in ms since the first touch. */

const WIDE = 1000;
const HIGH = 600;
const NEAR = 4; // pad units; closer points add nothing but bytes
const MOST_POINTS = 3000; // keeps the field under the 64 KiB that the server reads

class Pad {
  constructor(box) {
    this.box = box;
    this.canvas = box.querySelector("canvas");
    this.field = box.querySelector("[name=strokes]");
    this.error = box.querySelector("[data-signature-error]");
    this.strokes = this.field.value ? JSON.parse(this.field.value) : [];
    this.points = 0;
    this.drawing = false;
    this.start = 0;
    this.listen();
    this.fit();
  }

  listen() {
    const on = (name, act) => this.canvas.addEventListener(name, act, { passive: false });
    if (window.PointerEvent) {
      on("pointerdown", (event) => { this.canvas.setPointerCapture(event.pointerId); this.down(event, event); });
      on("pointermove", (event) => this.move(event, event));
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
    return [place(at.clientX - box.left, box.width, WIDE), place(at.clientY - box.top, box.height, HIGH),
      Date.now() - this.start];
  }

  down(event, at) {
    event.preventDefault();
    if (event.button > 0 || this.points >= MOST_POINTS) return;
    this.drawing = true;
    this.strokes.push([this.point(at)]);
    this.changed();
  }

  move(event, at) {
    if (!this.drawing) return;
    event.preventDefault();
    const stroke = this.strokes[this.strokes.length - 1];
    const last = stroke[stroke.length - 1];
    const next = this.point(at);
    if (Math.abs(next[0] - last[0]) + Math.abs(next[1] - last[1]) < NEAR) return;
    this.points += 1;
    if (this.points >= MOST_POINTS) { this.up(); return; }
    stroke.push(next);
    this.draw();
  }

  up() {
    if (!this.drawing) return;
    this.drawing = false;
    this.changed();
  }

  changed() {
    this.points = this.strokes.reduce((sum, stroke) => sum + stroke.length, 0);
    this.field.value = this.points ? JSON.stringify(this.strokes) : "";
    if (this.points) this.error.textContent = "";
    else this.start = 0;
    this.draw();
  }

  draw() {
    const pen = this.canvas.getContext("2d");
    const scale = this.canvas.width / WIDE;
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, WIDE, HIGH);
    pen.lineWidth = 9;
    pen.lineCap = "round";
    pen.lineJoin = "round";
    pen.strokeStyle = "#14181f";
    this.strokes.forEach((stroke) => {
      pen.beginPath();
      pen.moveTo(stroke[0][0], stroke[0][1]);
      stroke.forEach((at) => pen.lineTo(at[0], at[1]));
      pen.stroke();
    });
  }

  check(event) {
    if (this.points) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.error.textContent = this.box.dataset.empty;
    this.canvas.scrollIntoView({ block: "center" });
  }
}

Array.prototype.forEach.call(document.querySelectorAll("[data-signature]"), (box) => new Pad(box));

/* Strokes as ink on a canvas: while they are drawn they look as they will on the paper, a curve
   through the middles (signing/ink.py). While the finger moves only the new piece is drawn, so that
   an old phone keeps up: on one six times slower than a desk a name took seven seconds else. */

export const WIDE = 1000;
export const HIGH = 600;
const PEN = 9;

const middle = (one, other) => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];

export class Ink {
  constructor(canvas) {
    this.canvas = canvas;
  }

  pen() {
    const pen = this.canvas.getContext("2d");
    const scale = this.canvas.width / WIDE;
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.lineWidth = PEN;
    pen.lineCap = "round";
    pen.lineJoin = "round";
    pen.strokeStyle = "#14181f";
    pen.fillStyle = pen.strokeStyle;
    return pen;
  }

  draw(strokes) {
    this.pen().clearRect(0, 0, WIDE, HIGH);
    strokes.forEach((stroke) => {
      this.dot(stroke);
      stroke.forEach((_, place) => this.bend(stroke, place));
      this.end(stroke);
    });
  }

  dot(stroke) {
    const pen = this.pen();
    pen.beginPath();
    pen.arc(stroke[0][0], stroke[0][1], PEN / 2, 0, 7);
    pen.fill();
  }

  /** The piece that a point adds: to the middle before it, bent towards the point before that. */
  bend(stroke, place) {
    if (!place) return;
    const [before, at] = [stroke[place - 1], stroke[place]];
    const from = place > 1 ? middle(stroke[place - 2], before) : before;
    const to = middle(before, at);
    const pen = this.pen();
    pen.beginPath();
    pen.moveTo(from[0], from[1]);
    pen.quadraticCurveTo(before[0], before[1], to[0], to[1]);
    pen.stroke();
  }

  /** The rest, straight to where the finger was lifted. */
  end(stroke) {
    if (stroke.length < 2) return;
    const [before, at] = stroke.slice(-2);
    const from = middle(before, at);
    const pen = this.pen();
    pen.beginPath();
    pen.moveTo(from[0], from[1]);
    pen.lineTo(at[0], at[1]);
    pen.stroke();
  }
}

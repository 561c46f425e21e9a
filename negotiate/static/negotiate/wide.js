/* The pad over the whole screen, its long side along the screen's: on a phone held upright it lies
   turned by a quarter, and whoever turns the phone signs across it. What is drawn stays what it was:
   the pad's own measure does not change. The phone's back button leads back to the page. */

const HIGH_TO_WIDE = 5 / 3;
const TOOLS = 150; // px beside the pad
const EDGE = 12;

export class Wide {
  constructor(pad, opener) {
    this.pad = pad;
    this.opener = opener;
    this.done = pad.box.querySelector("[data-done]");
    this.frame = pad.canvas.parentNode;
    this.isOpen = false;
  }

  listen() {
    this.opener.hidden = false;
    this.opener.addEventListener("click", () => {
      history.pushState({ pad: "wide" }, "");
      this.turn(true);
    });
    this.done.addEventListener("click", () => history.back());
    window.addEventListener("popstate", () => { if (this.isOpen) this.turn(false); });
    window.addEventListener("keydown", (event) => { if (this.isOpen && event.key === "Escape") history.back(); });
    window.addEventListener("resize", () => { if (this.isOpen) this.lay(); });
  }

  turn(isOpen) {
    this.isOpen = isOpen;
    this.pad.box.classList[isOpen ? "add" : "remove"]("wide");
    document.documentElement.classList[isOpen ? "add" : "remove"]("still");
    this.opener.hidden = isOpen;
    this.done.hidden = !isOpen;
    this.lay();
    (isOpen ? this.done : this.opener).focus();
    if (!isOpen) this.frame.scrollIntoView({ block: "center" });
  }

  lay() {
    const [across, down] = [window.innerWidth, window.innerHeight];
    this.pad.turned = this.isOpen && down > across;
    const [wide, high] = this.pad.turned ? [down, across] : [across, down];
    const set = (element, name, value) => { element.style[name] = this.isOpen ? value : ""; };
    set(this.pad.box, "width", `${wide}px`);
    set(this.pad.box, "height", `${high}px`);
    set(this.pad.box, "transform", this.pad.turned ? `translateX(${across}px) rotate(90deg)` : "");
    set(this.frame, "width", `${Math.min(wide - TOOLS - 3 * EDGE, (high - 2 * EDGE) * HIGH_TO_WIDE)}px`);
    this.pad.fit();
  }
}

/* Who speaks and who waits is the same for all who look; which of the buttons below it is this
   seat's own is laid over it. */

const each = (root, selector, act) => Array.prototype.forEach.call(root.querySelectorAll(selector), act);

/** `seat`: this page's, as text; `present`: whether it has checked in. */
export function layTurns(root, seat, present) {
  each(root, "[data-waiting]", (list) => {
    const speaks = list.dataset.speaking === seat;
    const waits = list.dataset.waiting.split(" ").indexOf(seat) >= 0;
    const shown = { end: speaks, withdraw: waits, ask: present && !speaks && !waits };
    each(list, "[data-turn]", (form) => { form.hidden = !shown[form.dataset.turn]; });
    each(list, "[data-seat]", (line) => { line.className = line.dataset.seat === seat ? "own" : ""; });
  });
}

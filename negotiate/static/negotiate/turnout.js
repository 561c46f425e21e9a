/* How many have voted in each open poll. A count never goes back: a fragment that was drawn earlier
   may arrive later. It moves on smoothly, so that a hall can watch it grow. */

const STEPS = 8; // of what is missing, how small a part each frame makes up for
const counts = {}; // poll → {cast, roll, shown}
let moving = false;

const isCalm = () => document.hidden || window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** `turnout`: {poll, cast, roll}. */
function know(turnout) {
  const old = counts[turnout.poll];
  if (!old) counts[turnout.poll] = { cast: turnout.cast, roll: turnout.roll, shown: turnout.cast };
  else counts[turnout.poll] = { cast: Math.max(old.cast, turnout.cast), roll: turnout.roll, shown: old.shown };
}

function write(item, count) {
  const bar = item.querySelector("progress");
  item.querySelector("[data-cast]").textContent = count.shown;
  item.querySelector("[data-roll]").textContent = count.roll;
  item.querySelector("[data-full]").hidden = count.shown < count.roll;
  bar.max = count.roll;
  bar.value = count.shown;
}

const places = (root) => Array.prototype.slice.call(root.querySelectorAll("[data-turnout]"));

function show(root) {
  places(root).forEach((item) => write(item, counts[item.dataset.turnout]));
}

function move(root) {
  moving = false;
  Object.keys(counts).forEach((poll) => {
    const count = counts[poll];
    const missing = count.cast - count.shown;
    count.shown += isCalm() ? missing : Math.ceil(missing / STEPS);
    moving = moving || count.shown < count.cast;
  });
  show(root);
  if (moving) requestAnimationFrame(() => move(root));
}

/** After every swap: what a fragment says newly is learnt, what it says of earlier is corrected. */
export function layTurnouts(root) {
  places(root).forEach((item) => {
    const bar = item.querySelector("progress");
    know({ poll: item.dataset.turnout, cast: bar.value, roll: bar.max });
  });
  show(root);
  if (!moving) move(root);
}

export function hearTurnout(root, turnout) {
  know(turnout);
  if (!moving) move(root);
}

/* What belongs to this phone alone, laid over a fragment that was drawn once for many:
   its form tokens, whether this person has checked in and voted, and the newest turnout. */

const each = (root, selector, act) => Array.prototype.forEach.call(root.querySelectorAll(selector), act);

/** Forms in the news carry no CSRF token; each phone adds its own from the page's head. */
export function layTokens(root) {
  const token = document.querySelector("meta[name=csrf-token]").content;
  each(root, "form", (form) => {
    if (form.method !== "post" || form.querySelector("[name=csrfmiddlewaretoken]")) return;
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = "csrfmiddlewaretoken";
    input.value = token;
    form.appendChild(input);
  });
}

/* data-task → shown when. "wait" is shown when nothing else is. */
const RULES = {
  "check-in": (mine) => !mine.present,
  act: (mine) => mine.present,
  vote: (mine, poll) => mine.present && mine.voted[poll] === undefined,
  voted: (mine, poll) => mine.voted[poll] !== undefined,
};

/** `mine`: {present: bool, voted: {poll id: anything}}, as the server says. `receipts`: {poll id:
    receipt}, kept by this phone alone; a vote cast elsewhere shows as voted, without a receipt. */
export function layMine(root, mine, receipts) {
  let busy = false;
  each(root, "[data-task]", (item) => {
    const rule = RULES[item.dataset.task];
    if (!rule) return;
    item.hidden = !rule(mine, item.dataset.poll);
    busy = busy || !item.hidden;
    const place = item.querySelector("[data-receipt]");
    const receipt = receipts[item.dataset.poll] || "";
    if (!place) return;
    place.textContent = receipt;
    place.closest(".receipt").hidden = !receipt;
  });
  each(root, "[data-task=wait]", (item) => { item.hidden = busy; });
}

/** `turnout`: {poll, cast, roll}. A count never goes back: an older fragment may arrive later. */
export function layTurnout(root, turnout) {
  each(root, "[data-turnout=\"" + CSS.escape(String(turnout.poll)) + "\"]", (item) => {
    const bar = item.querySelector("progress");
    const cast = Math.max(turnout.cast, bar.value);
    item.querySelector("[data-cast]").textContent = cast;
    item.querySelector("[data-roll]").textContent = turnout.roll;
    item.querySelector("[data-full]").hidden = cast < turnout.roll;
    bar.max = turnout.roll;
    bar.value = cast;
  });
}

/** What has the focus inside `root`, as a selector that finds it again after a swap; or "". */
export function focusIn(root) {
  const at = document.activeElement;
  if (!at || at === root || !root.contains(at)) return "";
  if (at.id) return "#" + CSS.escape(at.id);
  const form = at.form;
  if (!form || !form.dataset.ballot) return "";
  const inside = "form[data-ballot=\"" + CSS.escape(form.dataset.ballot) + "\"] ";
  return inside + (at.name === "choice" ? "[value=\"" + CSS.escape(at.value) + "\"]" : "button");
}

/** The news says which step the meeting is at, [data-step] counted from 1; the bar above follows. */
export function layStep(root) {
  const at = root.querySelector("[data-step]");
  if (!at) return;
  each(document, ".where-step", (item, place) => {
    const past = place + 1 - Number(at.dataset.step);
    item.className = "where-step " + (past < 0 ? "done" : past > 0 ? "todo" : "now");
    if (past === 0) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  });
}

export function openDetails(root) {
  const ids = [];
  each(root, "details[open][id]", (item) => ids.push(item.id));
  return ids;
}

/** Nobody scrolls a projector: tighten the big screen step by step until its message fits. */
export function fitScreen() {
  const root = document.documentElement;
  const steps = ["dense", "denser", "densest"];
  root.classList.remove(...steps);
  steps.forEach((step) => { if (root.scrollHeight > window.innerHeight) root.classList.add(step); });
}

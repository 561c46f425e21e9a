/* What belongs to this phone alone, laid over a fragment that was drawn once for many: its form
   tokens, and whether this person has checked in and voted. */

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
  vote: (mine, vote, item) => mine.present && (!vote || item.dataset.changeable !== undefined && vote.press > 0),
  voted: (mine, vote) => vote && vote.press > 0,
  paper: (mine, vote) => vote && vote.press === 0, // handed out a paper ballot
};

/** `own`: see own.js. A vote cast elsewhere shows as voted, without a number. */
export function layMine(root, own) {
  let busy = false;
  each(root, "[data-task]", (item) => {
    const rule = RULES[item.dataset.task];
    if (!rule) return;
    item.hidden = !rule(own.mine, own.mine.voted[item.dataset.poll], item);
    busy = busy || !item.hidden;
    if (item.dataset.task === "voted" && !item.hidden) layVoted(item, own);
  });
  each(root, "[data-task=wait]", (item) => { item.hidden = busy; });
}

/** Of many who may sign, each is shown the own part; what names nobody is for all the others. */
export function layHands(root, seat) {
  const named = (item) => item.dataset.hands.split(" ").indexOf(seat) >= 0;
  let found = false;
  each(root, "[data-hands]", (item) => { found = found || named(item); });
  each(root, "[data-hands]", (item) => { item.hidden = item.dataset.hands ? !named(item) : found; });
}

/** The number of the paper that counts; and, where the vote is with names, what is on it. */
function layVoted(item, own) {
  const poll = item.dataset.poll;
  const number = own.number(poll);
  each(item, "[data-receipt]", (place) => {
    place.textContent = number;
    place.closest(".receipt").hidden = !number;
  });
  each(item, "[data-elsewhere]", (place) => { place.hidden = number !== ""; });
  const choice = own.mine.voted[poll].choice;
  each(item, "[data-choice]", (place) => {
    place.hidden = !choice;
    if (choice) place.querySelector("b").textContent = place.querySelector("b").dataset[choice];
  });
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

/** What this seat is beside a delegate: leading the talks, or a chief. */
export function hatsOf(root, seat) {
  const at = root.querySelector("[data-hats]");
  return at ? at.dataset.hats.split(" ").filter((hat) => hat.endsWith("-" + seat)).join(" ") : "";
}

/** Nobody scrolls a projector: tighten the big screen step by step until its message fits. */
export function fitScreen() {
  const root = document.documentElement;
  const steps = ["dense", "denser", "densest"];
  root.classList.remove(...steps);
  steps.forEach((step) => { if (root.scrollHeight > window.innerHeight) root.classList.add(step); });
}

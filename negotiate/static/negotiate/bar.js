/* The bar that stays in sight: the state of the line, always in words, and a way up to a task that
   has come while its reader was further down. Below it what the page has to tell. */

const state = document.getElementById("link-state");
const up = document.getElementById("live-task");

/** Write one sentence where it is spoken; an empty one takes away what stands there. */
export function write(id, text, kind) {
  const place = document.getElementById(id);
  place.textContent = "";
  if (text) place.appendChild(line("p", text, kind));
}

function line(tag, text, kind) {
  const item = document.createElement(tag);
  item.textContent = text;
  if (kind) item.className = kind;
  return item;
}

/** The state of the line; once it is lost the words are a button. */
export function showState(word, retry) {
  if (state.classList.contains(word)) return;
  const text = line(word === "lost" ? "button" : "span", state.dataset[word]);
  if (word === "lost") text.addEventListener("click", retry);
  state.className = "link-state " + word;
  state.textContent = "";
  state.appendChild(text);
}

let told = "";

/** What became of papers whose ballot is gone from the page: [poll, {about, kind, told}]; each
    until its owner has read it, and then `read(poll)`. */
export function showTold(things, read) {
  if (JSON.stringify(things) === told) return;
  told = JSON.stringify(things);
  const place = document.getElementById("live-told");
  place.textContent = "";
  things.forEach(([poll, thing]) => {
    const notice = line("div", "", "notice " + thing.kind);
    notice.appendChild(line("p", thing.about));
    notice.appendChild(line("p", thing.told, "told"));
    const button = line("button", place.dataset.read, "button quiet");
    button.type = "button";
    button.addEventListener("click", () => read(poll));
    notice.appendChild(button);
    place.appendChild(notice);
  });
}

let task = "";
let place = null;

const bottom = () => state.parentNode.getBoundingClientRect().bottom;
const isDrawn = (item) => item !== null && item.getClientRects().length > 0;
const isAbove = (item) => isDrawn(item) && item.getBoundingClientRect().bottom < bottom();

/** Whether any of it is on the screen, below the bar. */
export const isInSight = (item) => isDrawn(item) && !isAbove(item) && item.getBoundingClientRect().top < window.innerHeight;

/** Bring its upper edge to just below the bar, if it is out of sight above. */
export function bring(item) {
  const top = isDrawn(item) ? item.getBoundingClientRect().top - bottom() : 0;
  if (top < 0) window.scrollBy(0, top - 16);
}

/** Tell when the one task on the page has become another: a screen reader at once, and whoever is
    further down by a button. */
export function announce(news) {
  place = Array.prototype.find.call(news.querySelectorAll(".task-title"), isDrawn) || null;
  const title = place === null ? "" : place.textContent;
  const isNew = task !== "" && title !== "" && title !== task;
  task = title || task;
  if (isNew) write("live-announce", title, "");
  up.hidden = !isAbove(place) || !(isNew || !up.hidden);
}

window.addEventListener("scroll", () => { if (!up.hidden && !isAbove(place)) up.hidden = true; }, { passive: true });
up.addEventListener("click", () => {
  up.hidden = true;
  if (place !== null) bring(place.closest(".task") || place);
});

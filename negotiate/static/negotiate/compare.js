/* Comparing a scan with the text: an answer is sent without leaving the page, so that the scan stays
   where it was turned to; then the next point comes into view. Without this every answer is a page.
   <div data-compared data-next="the point that waits for an answer">. */

import { morph } from "./morph.js";

const points = document.querySelector("[data-compared]");

/** A sentence beside what was pressed. */
function say(form, words) {
  const line = document.createElement("p");
  line.className = "notice refused";
  line.setAttribute("role", "alert");
  line.textContent = words;
  form.insertBefore(line, form.firstChild);
}

/** Bring the points to what the server now says of them, and go on. */
function bring(page, form) {
  const newer = page.querySelector("[data-compared]");
  const refusal = page.querySelector(".notice.error");
  if (newer === null) { location.reload(); return; }
  morph(points, newer.innerHTML);
  if (refusal !== null) { say(form, refusal.textContent); return; }
  const next = document.getElementById(newer.dataset.next);
  if (next !== null) next.scrollIntoView({ block: "start" });
}

async function answer(form) {
  const told = await fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin" });
  if (!told.ok) { location.reload(); return; }
  bring(new DOMParser().parseFromString(await told.text(), "text/html"), form);
}

points.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.querySelector("[name=point]")) return; // what completes the paper leads elsewhere
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  answer(form).catch(() => say(form, document.body.dataset.cut)).then(() => { delete form.dataset.sent; });
});

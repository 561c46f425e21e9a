/* All hands are on the paper: this phone signs the finished file with the key it has kept, by itself,
   as soon as the room's page asks for it ([data-seal], the address). And while the time authority's
   word is awaited, the pages of those who may ask it do so again ([data-time]). */

import { canKeep, forget, sign, toBytes } from "./keys.js";

const news = document.getElementById("news");
let busy = false;

async function post(address, told) {
  const form = new FormData();
  form.append("csrfmiddlewaretoken", document.querySelector("meta[name=csrf-token]").content);
  for (const name of Object.keys(told)) form.append(name, told[name]);
  const answer = await fetch(address, { method: "POST", body: form, credentials: "same-origin" });
  if (!answer.ok) throw new Error(answer.status);
}

async function seal(place) {
  const answer = await fetch(place.dataset.seal, { credentials: "same-origin" });
  if (!answer.ok) return; // sealed meanwhile: news is on its way
  const asked = await answer.json();
  const value = canKeep() ? await sign(asked.key, toBytes(asked.content)) : null;
  if (value === null) { place.textContent = place.dataset.lost; return; }
  place.textContent = place.dataset.busy;
  await post(place.dataset.seal, { certificate: asked.certificate, value });
  await forget(asked.key);
}

const REST = 3000; // ms after a failure, which is most likely a cut line

function look() {
  const place = news.querySelector("[data-seal]");
  if (!place || busy) return;
  busy = true;
  const rest = (ms) => setTimeout(() => { busy = false; look(); }, ms);
  seal(place).then(() => rest(REST), () => rest(REST));
}

const AGAIN = 30000; // ms, and as much again at most: not all pages at once

function askTime() {
  const place = news.querySelector("[data-time]");
  const later = () => setTimeout(askTime, AGAIN * (1 + Math.random()));
  if (place) post(place.dataset.time, {}).then(later, later);
  else later();
}

new MutationObserver(look).observe(news, { childList: true, subtree: true });
look();
setTimeout(askTime, AGAIN * Math.random());

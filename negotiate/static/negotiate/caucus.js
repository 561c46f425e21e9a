/* A side's own page. While it is looked at it asks every few seconds, in a few bytes, whether
   anything has changed there, and then brings only what the side has written; what is being typed
   or chosen stays. The room's own line knows nothing of it.
   <main data-own-news="address" data-serial> · parts that are replaced carry [data-own]. */

import { morph } from "./morph.js";

const main = document.querySelector("main[data-own-news]");
const slice = (list) => Array.prototype.slice.call(list);
let serial = main.dataset.serial;
let timer = 0;

const later = () => { timer = setTimeout(ask, 3000 + Math.random() * 2000); };

function bring(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  slice(main.querySelectorAll("[data-own]")).forEach((part) => {
    const newer = page.querySelector("[data-own=" + part.dataset.own + "]");
    if (newer) morph(part, newer.innerHTML);
  });
  serial = page.querySelector("main").dataset.serial;
}

async function look() {
  const answer = await fetch(main.dataset.ownNews + "?v=" + serial, { credentials: "same-origin" });
  if (answer.status === 404) { location.reload(); return; } // not this phone's page any more
  if (answer.status !== 200) return;
  const page = await fetch(location.pathname, { credentials: "same-origin" });
  if (page.ok) bring(await page.text());
}

async function ask() {
  clearTimeout(timer);
  if (document.hidden) return;
  try {
    await look();
  } catch (error) {
    // No network: it is asked again.
  }
  later();
}

document.addEventListener("visibilitychange", ask);
later();

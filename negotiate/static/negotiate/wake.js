/* Keeps the screen from going dark while there is something to do on it. Only where the browser
   can and the page came over HTTPS; elsewhere nothing happens, and nothing is missing. */

let wanted = false;
let held = null;
let asking = false;

function letGo() {
  if (held !== null) held.release();
  held = null;
}

function ask() {
  if (!wanted || held !== null || asking || document.hidden || !navigator.wakeLock) return;
  asking = true;
  navigator.wakeLock.request("screen").then((lock) => {
    asking = false;
    held = lock;
    lock.addEventListener("release", () => { if (held === lock) held = null; });
    if (!wanted) letGo();
  }, () => { asking = false; }); // a phone that saves its battery says no
}

// The browser takes it back when the page is hidden.
document.addEventListener("visibilitychange", ask);

export function stayAwake(now) {
  wanted = now;
  if (wanted) ask();
  else letGo();
}

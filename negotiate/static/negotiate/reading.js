/* The place to sign opens when the end of the text has come into view. How long that took, and the
   whole reading, goes with the signature as what this phone says; when the page was served, the
   server knows. Without this script the place is open, with its box to tick. */

const form = document.querySelector("[data-after-end]");
const end = document.querySelector("[data-end]");

/** ms since the page was asked for, whatever the phone's clock is set to meanwhile. */
const passed = () => Math.round(window.performance ? performance.now() : 0);

function claim(name) {
  const field = form.elements[name];
  if (field) field.value = passed();
}

function open(isOpen) {
  form.querySelector("[data-until-end]").hidden = isOpen;
  form.querySelector("[data-at-end]").hidden = !isOpen;
}

function seen() {
  open(true);
  claim("end_after");
  window.dispatchEvent(new Event("resize")); // the pad had no width while it was hidden
}

function watch() {
  if (window.IntersectionObserver) {
    const watcher = new IntersectionObserver((places) => {
      if (!places.some((place) => place.isIntersecting)) return;
      watcher.disconnect();
      seen();
    });
    watcher.observe(end);
    return;
  }
  const look = () => {
    if (end.getBoundingClientRect().top > window.innerHeight) return;
    window.removeEventListener("scroll", look);
    seen();
  };
  window.addEventListener("scroll", look);
  look();
}

if (form && end) {
  open(false);
  watch();
  form.addEventListener("submit", () => claim("signed_after"));
}

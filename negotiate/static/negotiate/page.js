/* Every page: an impatient second tap does not post a form twice; [data-print] prints. */

const REST = 8000; // ms; by then the first post has been answered or is lost

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.dataset.ballot || form.method !== "post") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  setTimeout(() => { delete form.dataset.sent; }, REST);
});

// A page brought back by the back button is as it was left: its forms may be sent again.
window.addEventListener("pageshow", () => {
  Array.prototype.forEach.call(document.forms, (form) => { delete form.dataset.sent; });
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

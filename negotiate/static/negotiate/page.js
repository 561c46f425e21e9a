/* Every page: an impatient second tap does not post a form twice, a form is not posted into a cut
   line (the browser's error page would take what was typed or drawn with it); [data-print] prints. */

/** Say beside the form that nothing was sent, and nothing lost. */
function sayCut(form) {
  const words = document.body.dataset.cut;
  let line = form.querySelector("[data-cut-line]");
  if (!line) {
    line = document.createElement("p");
    line.className = "notice warning";
    line.setAttribute("role", "alert");
    line.setAttribute("data-cut-line", "");
    form.appendChild(line);
  }
  line.textContent = words;
}

const REST = 8000; // ms; by then the first post has been answered or is lost

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.dataset.ballot || form.method !== "post") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (navigator.onLine === false) {
    event.preventDefault();
    sayCut(form);
    return;
  }
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

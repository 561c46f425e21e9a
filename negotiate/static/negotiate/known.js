/* What was agreed before, beside what is being typed: <details data-known data-key="process unit"
   data-figure="price"> holds one .past for each known row (data-row, data-last). A row of the form
   whose key columns say the same gets a copy under its figure, with the difference in per cent.
   Without JavaScript the list stands above the rows, and rows that were sent have theirs. */

const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

function start(list, rows) {
  const columns = list.dataset.key.split(" ");
  const known = {};
  Array.prototype.forEach.call(list.querySelectorAll("[data-row]"), (past) => {
    known[past.dataset.row] = past;
  });

  const cell = (row, name) => row.querySelector('[name$="-' + name + '"]');

  function show(row) {
    const figure = cell(row, list.dataset.figure);
    const key = columns.map((name) => plain(cell(row, name).value)).join("|");
    const field = figure.closest(".field");
    const old = field.querySelector(".past");
    if (old) old.parentNode.removeChild(old);
    if (!known[key]) return;
    const past = known[key].cloneNode(true);
    const step = past.querySelector("[data-step]");
    const last = Number(past.dataset.last);
    const now = Number(figure.value.normalize("NFKC").replace(/,/g, ""));
    step.textContent = "";
    step.className = "past-step";
    if (figure.value.trim() && now !== last && last > 0 && now === now) {
      const share = ((now - last) / last) * 100;
      step.textContent = (share > 0 ? "+" : "-") + Math.abs(share).toFixed(1) + "%";
      step.className += share > 0 ? " effect better" : " effect worse";
    }
    field.appendChild(past);
  }

  rows.addEventListener("input", (event) => {
    const row = event.target.closest(".row");
    if (row) show(row);
  });
}

const list = document.querySelector("[data-known]");
const rows = document.querySelector("[data-rows]");
if (list && rows) start(list, rows);

/* Rows of a table-kind term on a phone: each row is a card with its own fields.
   <fieldset data-rows="rows" data-least="1" data-most="12"> holds .row cards, then a <template>
   whose names carry __row__, then a button[data-add]. Fields are named rows-0-amount and so on,
   numbered without holes. Without JavaScript the same buttons post the form (add_row, remove_row). */

const rowsOf = (set) => Array.prototype.slice.call(set.querySelectorAll(".row"));

/** Names, ids and labels follow the row's place, so that the server reads 0, 1, 2 … */
function number(set) {
  const rows = rowsOf(set);
  rows.forEach((row, place) => {
    row.setAttribute("aria-labelledby", "rows-" + place + "-title");
    ["name", "id", "for", "aria-describedby"].forEach((attribute) => {
      Array.prototype.forEach.call(row.querySelectorAll("[" + attribute + "]"), (item) => {
        const old = item.getAttribute(attribute);
        item.setAttribute(attribute, old.replace(/-(\d+|__row__)-/, "-" + place + "-"));
      });
    });
    row.querySelector("[data-row-number]").textContent = place + 1;
    row.querySelector("[data-remove]").value = place;
    row.querySelector("[data-remove]").hidden = rows.length <= Number(set.dataset.least);
  });
  set.querySelector("[data-add]").hidden = rows.length >= Number(set.dataset.most);
}

function add(set) {
  const template = set.querySelector("template");
  set.insertBefore(document.importNode(template.content, true), template);
  number(set);
  rowsOf(set).pop().querySelector("input, select, textarea").focus();
}

function remove(set, row) {
  const next = row.nextElementSibling;
  row.parentNode.removeChild(row);
  number(set);
  const near = next && next.matches(".row") ? next : rowsOf(set).pop();
  if (near) near.querySelector("input, select, textarea").focus();
}

Array.prototype.forEach.call(document.querySelectorAll("[data-rows]"), (set) => {
  number(set);
  set.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add], [data-remove]");
    if (!button) return;
    event.preventDefault();
    if (button.matches("[data-add]")) add(set);
    else remove(set, button.closest(".row"));
  });
});

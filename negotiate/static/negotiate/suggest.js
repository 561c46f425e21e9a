/* While somebody types what to look for, the list of the input fills with what they may mean.
   <input list="…" data-suggest="address">, <datalist id="…">. */

const PAUSE = 200; // ms without a key before anything is asked
const input = document.querySelector("[data-suggest]");
const list = document.getElementById(input.getAttribute("list"));
let waiting = 0;
let newest = "";

async function suggest() {
  const asked = input.value;
  newest = asked;
  if (!asked.trim()) return;
  const address = `${input.dataset.suggest}?q=${encodeURIComponent(asked)}`;
  const answer = await fetch(address, { credentials: "same-origin" }).catch(() => null);
  if (answer === null || !answer.ok || newest !== asked) return;
  const { suggestions } = await answer.json();
  list.textContent = "";
  suggestions.forEach((text) => {
    const option = document.createElement("option");
    option.value = text;
    list.appendChild(option);
  });
}

input.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(suggest, PAUSE);
});

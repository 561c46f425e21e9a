/* Clocks that run down, by the server's time, which the page says as it comes ([data-now], ms):
   [data-until=ISO time] holds what is left, in the words of [data-left] and, once it is over and
   counts on, of [data-over]; without these it ends at nothing. [data-while=ISO time] is shown until then, and
   [data-after=ISO time] from then on. News may bring and take such elements at any moment. */

const said = document.querySelector("[data-now]");
const came = performance.timing ? performance.timing.responseStart : Date.now();
const ahead = said ? Number(said.dataset.now) - came : 0;
const slice = (list) => Array.prototype.slice.call(list);
const rest = (time) => Math.ceil((Date.parse(time) - Date.now() - ahead) / 1000);
const left = (time) => Math.max(0, rest(time));
const two = (number) => (number < 10 ? "0" : "") + number;

/** What a clock shows, with its words. */
function told(item) {
  const over = item.dataset.over !== undefined && rest(item.dataset.until) < 0;
  const seconds = over ? -rest(item.dataset.until) : left(item.dataset.until);
  const text = two(Math.floor(seconds / 60)) + ":" + two(seconds % 60);
  item.classList.toggle("over", over);
  return ((over ? item.dataset.over : item.dataset.left) || "{}").replace("{}", text);
}

function tick() {
  slice(document.querySelectorAll("[data-until]")).forEach((item) => {
    const text = told(item);
    if (item.textContent !== text) item.textContent = text;
  });
  slice(document.querySelectorAll("[data-while]")).forEach((item) => {
    item.hidden = left(item.dataset.while) === 0;
  });
  slice(document.querySelectorAll("[data-after]")).forEach((item) => {
    item.hidden = left(item.dataset.after) > 0;
  });
}

tick();
setInterval(tick, 500);

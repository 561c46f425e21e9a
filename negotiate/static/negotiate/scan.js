/* Several photographs are sent one after the other: together they would be more than one request may
   carry. Without this, those that are too many together are refused with a sentence.
   What has arrived stays there, and counts as arrived when all are sent again.
   <form data-each="the most bytes of one file" data-sending="words" data-lost="words">. */

const form = document.querySelector("form[data-each]");
const input = form.querySelector("[type=file]");

function post(file, redirect) {
  const one = new FormData();
  one.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  one.append("scan", file, file.name);
  return fetch(location.pathname, { method: "POST", body: one, credentials: "same-origin", redirect });
}

/** Why this one has not arrived, or nothing. What the last is answered stands on the page that it
    leads to: that page is left for the reload, which takes it. */
async function fault(file, isLast) {
  const told = await post(file, isLast ? "manual" : "follow");
  if (told.type === "opaqueredirect") return "";
  if (!told.ok || isLast) return form.dataset.lost;
  const page = new DOMParser().parseFromString(await told.text(), "text/html");
  const refusal = page.querySelector(".notice.error");
  return refusal === null ? "" : refusal.textContent;
}

async function send(files, button) {
  for (let place = 0; place < files.length; place += 1) {
    const which = `${place + 1}/${files.length}`;
    button.textContent = `${form.dataset.sending} ${which}`;
    const why = await fault(files[place], place === files.length - 1);
    if (why) throw new Error(`${which} ${why}`);
  }
  location.reload();
}

function tell(words) {
  const line = document.createElement("p");
  line.className = "notice refused";
  line.setAttribute("role", "alert");
  line.textContent = words;
  form.insertBefore(line, form.firstChild);
}

form.addEventListener("submit", (event) => {
  const files = Array.prototype.slice.call(input.files);
  const most = Number(form.dataset.each);
  if (files.length < 2 || files.some((file) => file.size > most) || navigator.onLine === false) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  const button = form.querySelector("button"), words = button.textContent;
  send(files, button).catch((error) => {
    delete form.dataset.sent;
    button.textContent = words;
    tell(error instanceof TypeError ? document.body.dataset.cut : error.message);
  });
});

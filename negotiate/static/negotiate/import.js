/* An import's page: many files go up in requests that a server takes, and what was brought is
   settled batch after batch. Without this script each form is pressed by hand. */

const place = document.querySelector("[data-import]");
const REST = 3000; // ms before the next try, where the line was cut or others have their turn

const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

/** Post a form, and show what its page says now. */
async function post(form, body) {
  const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function show(page) {
  const now = page.querySelector("[data-import]");
  if (now) place.innerHTML = now.innerHTML;
  else window.location.reload();
}

/** The files in portions that one request may hold. */
function portions(files, most, largest) {
  const all = [];
  let size = 0;
  Array.prototype.forEach.call(files, (file) => {
    const last = all[all.length - 1];
    if (last && last.length < most && size + file.size <= largest) {
      last.push(file);
      size += file.size;
    } else {
      all.push([file]);
      size = file.size;
    }
  });
  return all;
}

async function send(form) {
  const { files } = form.querySelector("[type=file]");
  const { most, largest } = form.dataset;
  const sending = form.querySelector("[data-sending]");
  const bar = sending.querySelector("progress");
  const token = new FormData(form).get("csrfmiddlewaretoken");
  sending.hidden = false;
  bar.max = files.length;
  bar.value = 0;
  let page = null;
  const strangers = [];
  for (const some of portions(files, Number(most), Number(largest))) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", token);
    some.forEach((file) => body.append("files", file));
    page = await post(form, body);
    page.querySelectorAll(".notice.error").forEach((said) => strangers.push(said));
    bar.value += some.length;
  }
  show(page);
  strangers.slice(0, 20).forEach((said) => place.parentNode.insertBefore(said, place));
  await goOn();
}

async function goOn() {
  let form = place.querySelector("[data-go-on]");
  while (form) {
    form.querySelector("button").disabled = true;
    try {
      show(await post(form, new FormData(form)));
    } catch (lost) {
      await pause(REST);
    }
    form = place.querySelector("[data-go-on]");
  }
}

place.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.hasAttribute("data-bring")) return;
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  send(form).catch(() => {
    const sending = form.querySelector("[data-sending]");
    sending.querySelector("p").textContent = document.body.dataset.cut;
    button.disabled = false;
  });
});

goOn();

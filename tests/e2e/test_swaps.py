"""News changes a page under somebody's hands: nothing they are doing is lost, nothing jumps."""

from typing import Any

from playwright.sync_api import Locator, Page

from tests.e2e.browser import Pages
from tests.e2e.hall import WORKER, Hall
from tests.e2e.lines import Tap
from tests.e2e.phone import PhonePage
from tests.e2e.polls import in_a_poll
from tests.server import Server

# Random pages of named and unnamed parts, each changed into the next: [made, wanted] where they
# differ.
RANDOM_PAGES = """async rounds => {
  const { morph } = await import("/static/negotiate/morph.js");
  let seed = 20261120;
  const dice = n => (seed = (seed * 48271) % 2147483647) % n;
  const task = () => `data-task="t${dice(3)}" data-poll="${dice(3)}"`;
  const name = () => [`id="n${dice(9)}"`, task(), "hidden", 'class="card"', ""][dice(5)];
  const tag = () => ["section", "div", "ul", "b"][dice(4)];
  const part = depth => {
    if (depth === 0 || dice(3) === 0) return ["文字", "12", " ", ""][dice(4)];
    const kind = tag();
    const inside = Array.from({ length: dice(5) }, () => part(depth - 1)).join("");
    return `<${kind} ${name()}>${inside}</${kind}>`;
  };
  const root = document.createElement("div");
  const wanted = document.createElement("div");
  const wrong = [];
  for (let n = 0; n < rounds; n++) {
    wanted.innerHTML = Array.from({ length: dice(8) }, () => part(3)).join("");
    morph(root, wanted.innerHTML);
    root.normalize();
    if (!root.isEqualNode(wanted)) wrong.push([root.innerHTML, wanted.innerHTML]);
  }
  return wrong;
}"""


def test_any_page_becomes_any_other(server: Server, phone: Page) -> None:
    server.start()
    phone.goto(server.origin)
    assert phone.evaluate(RANDOM_PAGES, 3000) == []


KEPT = """async () => {
  const { morph } = await import("/static/negotiate/morph.js");
  const root = document.createElement("main");
  document.body.appendChild(root);
  const page = (before, figure) => `${before}<section data-task="vote" data-poll="1">
    <h2>第 ${figure} 版</h2>
    <details id="more"><summary>全文</summary><p>${figure}</p></details>
    <form data-ballot="1"><input type="radio" name="choice" value="yes"><input type="radio"
    name="choice" value="no"><button>投票</button></form></section><p>${figure}</p>`;
  morph(root, page("", 1));
  const radio = root.querySelector("[value=no]");
  radio.checked = true;
  radio.focus();
  root.querySelector("details").open = true;
  morph(root, page("<section class=card>新的</section><p>一行</p>", 2));
  return [radio.isConnected, radio.checked, document.activeElement === radio,
    root.querySelector("details").open, root.querySelector("h2").textContent];
}"""


def test_what_is_chosen_focused_and_opened_stays_so(server: Server, phone: Page) -> None:
    server.start()
    phone.goto(server.origin)
    assert phone.evaluate(KEPT) == [True, True, True, True, "第 2 版"]


def tapped(server: Server, pages: Pages) -> tuple[PhonePage, Tap, str]:
    """A worker's phone in a poll, what speaks to it in the server's place, and what it shows."""
    hall = Hall(server, pages, "award", made=in_a_poll)
    tap = Tap(hall.phone(WORKER))
    worker = hall.worker()
    return worker, tap, worker.page.locator("#news").evaluate("news => news.innerHTML")


def test_news_above_moves_nothing_that_is_being_read_or_pressed(
    server: Server, pages: Pages
) -> None:
    worker, tap, drawn = tapped(server, pages)
    radio = worker.page.get_by_role("radio", name="反对")
    radio.check()
    row = worker.page.get_by_role("row").last
    row.evaluate("row => row.scrollIntoView({ block: 'center' })")
    before = _top(row)
    more = "<section class='card' id='new'><h2>新消息</h2><p>一行</p><p>又一行</p></section>"
    tap.say(t="news", v=999, html=more + drawn)
    worker.titled("新消息")
    assert abs(_top(row) - before) < 1  # a screen's pixels are whole
    assert radio.is_checked()
    radio.evaluate("radio => { if (document.activeElement !== radio) throw new Error('focus') }")
    assert worker.button("确认投：✕ 反对").is_enabled()


def test_a_ballot_does_not_move_under_the_thumb_even_at_the_top_of_the_page(
    server: Server, pages: Pages
) -> None:
    worker, tap, drawn = tapped(server, pages)
    radio = worker.page.get_by_role("radio", name="赞成")
    radio.check()
    worker.page.evaluate("window.scrollTo(0, 0)")
    before = _top(radio)
    tap.say(t="news", v=999, html="<p class='notice'>新消息</p>" + drawn)
    worker.page.get_by_text("新消息").wait_for(state="attached")
    assert abs(_top(radio) - before) < 1


def test_a_new_task_above_what_is_being_read_is_announced_and_one_press_away(
    server: Server, pages: Pages
) -> None:
    worker, tap, drawn = tapped(server, pages)
    worker.page.get_by_role("row").last.evaluate("row => row.scrollIntoView({ block: 'end' })")
    task = "<section class='task'><h2 class='task-title'>请确认</h2></section>"
    tap.say(t="news", v=999, html=task + drawn)
    worker.button("上面有新的事，请看").click()
    worker.sees("请确认")
    assert worker.page.get_by_role("heading", name="请确认").evaluate(
        "title => title.getBoundingClientRect().top > 0"
    )
    worker.does_not_see("上面有新的事")


def _top(item: Locator) -> float:
    box = item.bounding_box()
    assert box is not None
    return box["y"]


FIGURES = """() => {
  const cast = Array.from(document.querySelectorAll("[data-cast]")).find(item => item.offsetParent);
  window.figures = [Number(cast.textContent)];
  new MutationObserver(() => window.figures.push(Number(cast.textContent)))
    .observe(cast, { childList: true, characterData: true, subtree: true });
}"""


def test_a_turnout_grows_smoothly_and_never_goes_back(server: Server, pages: Pages) -> None:
    worker, tap, _ = tapped(server, pages)
    poll = _poll_shown(worker)
    worker.page.evaluate(FIGURES)
    for cast in (800, 700, 2900, 2800):
        tap.say(t="turnout", poll=poll, cast=cast, roll=3000)
    worker.sees("已投 2900 / 应投 3000")
    figures = worker.page.evaluate("figures")
    assert figures == sorted(figures)
    assert len(set(figures)) > 5


def _poll_shown(worker: PhonePage) -> Any:
    """The poll whose turnout this phone shows: the other side's."""
    return worker.page.evaluate(
        "Number(Array.from(document.querySelectorAll('[data-turnout]'))"
        ".find(item => item.offsetParent).dataset.turnout)"
    )

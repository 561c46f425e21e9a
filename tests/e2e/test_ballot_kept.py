"""A paper is kept on the phone, once for all its tabs; a phone that can't keep it says so."""

from tests.e2e.browser import CUT, Pages
from tests.e2e.hall import WORKER, Hall
from tests.e2e.phone import PhonePage
from tests.e2e.polls import box, in_a_poll, papers
from tests.server import Server

OFFLINE = "还没有送到：手机没有网络"
IN_THE_BOX = "您的票已投入票箱"
UNKEPT = "这部手机存不住选票"


def test_two_tabs_of_one_phone_send_one_vote(server: Server, pages: Pages) -> None:
    hall = Hall(server, pages, "award", made=in_a_poll)
    worker = hall.worker()
    other = PhonePage(worker.page.context.new_page(), server.origin)
    other.open(worker.link)
    other.sees("已连接")
    worker.cut(True)
    worker.choose("反对")
    other.sees(OFFLINE)
    assert other.button("确认投：✕ 反对").is_disabled()
    worker.cut(False)
    for tab in (worker, other):
        tab.sees(IN_THE_BOX)
    assert server.call(papers) == {worker.receipt(): "no"}
    assert other.receipt() == worker.receipt()
    pages.forgive(CUT)


NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("The operation is insecure.", "SecurityError"); }
});"""
FULL = """for (let size = 1 << 20; size; size >>= 1) {
  const part = "x".repeat(size);
  try { for (let n = 0; ; n++) localStorage.setItem(`${size}-${n}`, part); } catch (full) {}
}"""


def test_a_phone_that_keeps_nothing_says_so_and_still_delivers(
    server: Server, pages: Pages
) -> None:
    hall = Hall(server, pages, "award", made=in_a_poll)
    hall.phone(WORKER).page.context.add_init_script(NO_STORAGE)
    worker = hall.worker()
    worker.choose_cut_off("反对")
    worker.sees(UNKEPT)
    worker.cut(False)
    worker.sees(IN_THE_BOX)
    assert server.call(papers) == {worker.receipt(): "no"}
    worker.page.reload()
    worker.sees(IN_THE_BOX, "这部手机上没有回执号：票是在别处投的。")
    pages.forgive(CUT)


SPOIL = """() => { for (const name of Object.keys(localStorage))
  for (let poll = 1000; poll < 1050; poll++)
    localStorage.setItem(name.replace(/[0-9]+$/, poll), "{spoilt"); }"""


def test_what_cannot_be_read_on_a_phone_takes_no_other_paper_along(
    server: Server, pages: Pages
) -> None:
    worker = Hall(server, pages, "award", made=in_a_poll).worker()
    worker.choose_cut_off("反对")
    worker.page.evaluate(SPOIL)
    worker.close()
    worker.cut(False)
    worker.reopen()
    worker.sees(IN_THE_BOX)
    assert server.call(papers) == {worker.receipt(): "no"}
    pages.forgive(CUT)


def test_a_phone_whose_storage_is_full_says_so_and_still_delivers(
    server: Server, pages: Pages
) -> None:
    hall = Hall(server, pages, "award", made=in_a_poll)
    worker = hall.worker()
    worker.page.evaluate(FULL)
    worker.cut(True)
    worker.choose("赞成")
    worker.sees(UNKEPT)
    worker.cut(False)
    worker.sees(IN_THE_BOX)
    assert server.call(papers) == {worker.receipt(): "yes"}
    pages.forgive(CUT)


def test_a_second_press_of_one_voter_is_told_that_the_first_counts(
    server: Server, pages: Pages
) -> None:
    """Two tabs that can't tell each other: neither keeps anything."""
    hall = Hall(server, pages, "award", made=in_a_poll)
    hall.phone(WORKER).page.context.add_init_script(NO_STORAGE)
    worker = hall.worker()
    other = PhonePage(worker.page.context.new_page(), server.origin)
    other.open(worker.link)
    other.sees("已连接")
    worker.cut(True)
    for tab, choice in ((other, "赞成"), (worker, "反对")):
        tab.choose(choice)
        tab.sees(OFFLINE)
    worker.cut(False)
    for tab in (worker, other):
        tab.sees(IN_THE_BOX)
    told = [tab for tab in (worker, other) if tab.page.get_by_text("您的票先前已计入").count()]
    assert len(told) == 1
    told[0].sees("您的票先前已计入，不会重复计票。", "这部手机上没有回执号：票是在别处投的。")
    assert server.call(box) == [1, 1]
    pages.forgive(CUT, "status of 409")

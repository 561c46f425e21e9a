"""What becomes of a vote pressed while the network, the page or the phone fails: it is told."""

from tests.e2e.browser import Pages
from tests.e2e.hall import Hall
from tests.e2e.lines import Message, Tap
from tests.e2e.phone import PhonePage
from tests.e2e.polls import box, end_polls, in_a_poll, papers, renew_code
from tests.server import Server

NAME = "李大勇"
OFFLINE = "还没有送到：手机没有网络"
LATE = "表决已经结束，您的票没有计入。"
COUNTED = "您的票已计入，回执号"
IN_THE_BOX = "您的票已投入票箱"
UNKEPT = "这部手机存不住选票"
ASKED_AGAIN = 10_000  # ms of the page's own clock, in which an unanswered paper goes over HTTP
CUT = "ERR_INTERNET_DISCONNECTED"


def worker_in(hall: Hall) -> PhonePage:
    worker = hall.phone(NAME)
    worker.enter(hall.links[NAME])
    worker.sees("已连接")
    return worker


def pressed_offline(hall: Hall) -> PhonePage:
    worker = worker_in(hall)
    worker.cut(True)
    worker.sees("手机没有网络，请打开无线网或流量")
    worker.choose("反对")
    worker.sees(OFFLINE)
    return worker


def test_a_vote_pressed_offline_outlives_its_page_and_goes_when_it_is_opened_again(
    server: Server, pages: Pages
) -> None:
    worker = pressed_offline(Hall(server, pages, "award", made=in_a_poll))
    worker.close()
    worker.cut(False)
    worker.reopen()
    worker.sees(IN_THE_BOX)
    assert server.call(papers) == {worker.receipt(): "no"}
    pages.forgive(CUT)


def test_a_vote_that_comes_after_the_close_is_told_not_to_count_until_it_is_read(
    server: Server, pages: Pages
) -> None:
    worker = pressed_offline(Hall(server, pages, "award", made=in_a_poll))
    server.call(end_polls)
    worker.cut(False)
    worker.sees(LATE, "技术创新奖：第 1 版方案，您同意吗？")
    worker.page.reload()
    worker.sees(LATE)
    worker.button("知道了").click()
    worker.does_not_see(LATE)
    worker.page.reload()
    worker.sees("已连接")
    worker.does_not_see(LATE)
    assert server.call(box) == [0, 0]
    pages.forgive(CUT, "status of 409")


class Deaf:
    """A line on which receipts are lost on their way back to the phone."""

    def __init__(self, phone: PhonePage) -> None:
        self.lost: list[str] = []
        self.tap = Tap(phone, from_server=self.bring)

    def bring(self, message: Message) -> Message | None:
        if message["t"] != "receipt":
            return message
        self.lost.append(message["receipt"])
        self.tap.show("回执丢了")
        return None


def test_an_answer_that_was_lost_is_given_again_and_is_the_same(
    server: Server, pages: Pages
) -> None:
    hall = Hall(server, pages, "award", made=in_a_poll)
    line = Deaf(hall.phone(NAME))
    worker = worker_in(hall)
    worker.page.clock.install()
    worker.choose("赞成")
    worker.sees("回执丢了")
    worker.page.clock.run_for(ASKED_AGAIN)
    worker.sees(IN_THE_BOX)
    assert line.lost == [worker.receipt()]
    assert server.call(papers) == {worker.receipt(): "yes"}


def test_a_vote_counted_in_time_is_told_so_after_the_close_if_its_answer_was_lost(
    server: Server, pages: Pages
) -> None:
    hall = Hall(server, pages, "award", made=in_a_poll)
    line = Deaf(hall.phone(NAME))
    worker = worker_in(hall)
    worker.page.route("**/vote/", lambda route: route.abort())
    worker.choose("赞成")
    worker.sees("回执丢了")
    worker.close()
    server.call(end_polls)
    worker.reopen()
    worker.sees(COUNTED)
    (number,) = server.call(papers)
    assert line.lost == [number]
    worker.sees(number)
    pages.forgive("/vote/")


def test_two_tabs_of_one_phone_send_one_vote(server: Server, pages: Pages) -> None:
    hall = Hall(server, pages, "award", made=in_a_poll)
    worker = worker_in(hall)
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
    hall.phone(NAME).page.context.add_init_script(NO_STORAGE)
    worker = pressed_offline(hall)
    worker.sees(UNKEPT)
    worker.cut(False)
    worker.sees(IN_THE_BOX)
    assert server.call(papers) == {worker.receipt(): "no"}
    worker.page.reload()
    worker.sees(IN_THE_BOX, "这部手机上没有回执号：票是在别处投的。")
    pages.forgive(CUT)


def test_a_phone_whose_storage_is_full_says_so_and_still_delivers(
    server: Server, pages: Pages
) -> None:
    hall = Hall(server, pages, "award", made=in_a_poll)
    worker = worker_in(hall)
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
    hall.phone(NAME).page.context.add_init_script(NO_STORAGE)
    worker = worker_in(hall)
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


def test_a_vote_kept_by_a_phone_whose_code_was_renewed_goes_with_the_new_one(
    server: Server, pages: Pages
) -> None:
    worker = pressed_offline(Hall(server, pages, "award", made=in_a_poll))
    link = server.call(renew_code, NAME)
    worker.cut(False)
    worker.sees("您投的票还在这部手机里，用新的入场码进来后会自动送出。")
    worker.enter(link)
    worker.sees(IN_THE_BOX)
    assert server.call(papers) == {worker.receipt(): "no"}
    pages.forgive(CUT, "status of 404", "WebSocket")

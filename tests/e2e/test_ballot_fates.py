"""What becomes of a vote pressed while the network, the page or the phone fails: it is told."""

from tests.e2e.browser import CUT, Pages
from tests.e2e.hall import WORKER, Hall
from tests.e2e.lines import Message, Tap
from tests.e2e.phone import PhonePage
from tests.e2e.polls import box, end_polls, in_a_poll, papers, renew_code
from tests.server import Server

LATE = "表决已经结束，您的票没有计入。"
COUNTED = "您的票已计入，回执号"
IN_THE_BOX = "您的票已投入票箱"
ASKED_AGAIN = 10_000  # ms of the page's own clock, in which an unanswered paper goes over HTTP


def test_a_vote_pressed_offline_outlives_its_page_and_goes_when_it_is_opened_again(
    server: Server, pages: Pages
) -> None:
    worker = Hall(server, pages, "award", made=in_a_poll).worker()
    worker.choose_cut_off("反对")
    worker.close()
    worker.cut(False)
    worker.reopen()
    worker.sees(IN_THE_BOX)
    assert server.call(papers) == {worker.receipt(): "no"}
    pages.forgive(CUT)


def test_a_vote_that_comes_after_the_close_is_told_not_to_count_until_it_is_read(
    server: Server, pages: Pages
) -> None:
    worker = Hall(server, pages, "award", made=in_a_poll).worker()
    worker.choose_cut_off("反对")
    server.call(end_polls)
    worker.cut(False)
    worker.sees(LATE, "技术创新奖：第 1 版方案，您同意吗？")
    assert '"no"' not in worker.page.evaluate("Object.values(localStorage).join()")
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
    line = Deaf(hall.phone(WORKER))
    worker = hall.worker()
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
    line = Deaf(hall.phone(WORKER))
    worker = hall.worker()
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


def test_a_vote_kept_by_a_phone_whose_code_was_renewed_goes_with_the_new_one(
    server: Server, pages: Pages
) -> None:
    worker = Hall(server, pages, "award", made=in_a_poll).worker()
    worker.choose_cut_off("反对")
    link = server.call(renew_code, WORKER)
    worker.cut(False)
    worker.sees("您投的票还在这部手机里，用新的入场码进来后会自动送出。")
    worker.enter(link)
    worker.sees(IN_THE_BOX)
    assert server.call(papers) == {worker.receipt(): "no"}
    pages.forgive(CUT, "status of 404", "WebSocket")

"""What a phone makes of an answer that is none: it says so and keeps the paper, or tries again."""

import pytest
from playwright.sync_api import Route

from tests.e2e.browser import Pages
from tests.e2e.hall import Hall
from tests.e2e.phone import PhonePage
from tests.e2e.polls import box, in_a_poll
from tests.server import Server

VOTES = "**/vote/"
STUCK = "还没有收到回执。请刷新本页"
NEXT = 7_000  # ms of the page's own clock, in which an unanswered paper is sent once more
LONG = 60_000  # and in which it is sent ten times


class Between:
    """A proxy or a hotspot that lets no socket through and answers for the server."""

    def __init__(self, phone: PhonePage, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.papers = 0
        phone.page.clock.install()
        phone.page.route_web_socket("**/live/", lambda socket: socket.close())
        phone.page.route(VOTES, self.answer)

    def answer(self, route: Route) -> None:
        self.papers += 1
        if not self.statuses:
            route.continue_()
            return
        status = self.statuses.pop(0)
        route.fulfill(status=status, content_type="text/html", body="<h1>not this way</h1>")


def worker_behind(server: Server, pages: Pages, *statuses: int) -> tuple[PhonePage, Between]:
    hall = Hall(server, pages, "award", made=in_a_poll)
    worker = hall.phone("李大勇")
    between = Between(worker, *statuses)
    worker.enter(hall.links["李大勇"])
    worker.choose("赞成")
    return worker, between


@pytest.mark.parametrize("status", [403, 404, 200])
def test_a_page_in_place_of_an_answer_ends_the_attempts_and_a_reload_delivers(
    server: Server, pages: Pages, status: int
) -> None:
    worker, between = worker_behind(server, pages, status)
    worker.sees(STUCK)
    worker.page.clock.run_for(LONG)
    worker.sees(STUCK)
    assert (between.papers, server.call(box)) == (1, [0, 0])
    worker.page.reload()
    worker.sees("您的票已投入票箱")
    assert server.call(box) == [1, 1]
    pages.forgive("Failed to load resource", "WebSocket")


@pytest.mark.parametrize("status", [429, 502])
def test_a_server_that_is_not_there_for_a_moment_is_asked_again(
    server: Server, pages: Pages, status: int
) -> None:
    worker, between = worker_behind(server, pages, status)
    worker.sees("还没有送到")
    worker.page.clock.run_for(NEXT)
    worker.sees("您的票已投入票箱")
    assert (between.papers, server.call(box)) == (2, [1, 1])
    pages.forgive("Failed to load resource", "WebSocket")

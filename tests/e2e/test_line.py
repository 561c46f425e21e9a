"""The phone's line to its room: both ends prove that they live, and its state is told in words."""

from typing import Any

from playwright.sync_api import WebSocketRoute

from tests.e2e.browser import Pages
from tests.e2e.hall import WORKER, Hall
from tests.e2e.lines import Message, Tap
from tests.e2e.polls import end_polls, in_a_poll, papers
from tests.server import Server

SILENCE = 26_000  # ms of the page's own clock, after which a silent server has been asked
PATIENCE = 31_000  # in which a line that gives no answer has been given up, and is told as lost
NO_SOCKET = 15_000  # after which a page without a socket asks over HTTP


def test_what_the_server_marks_is_said_back_and_a_silent_server_is_asked(
    server: Server, pages: Pages
) -> None:
    heard: list[Message] = []

    def hear(message: Message) -> Message | None:
        heard.append(message)
        if message["t"] == "mark":
            tap.show("记号回来了")
            return None
        if message["t"] == "ping" and len(heard) > 2:
            tap.show("手机在问")
        return message

    hall = Hall(server, pages, "award", made=in_a_poll)
    tap = Tap(hall.phone(WORKER), from_phone=hear)
    hall.phone(WORKER).page.clock.install()
    worker = hall.worker()
    tap.say(t="mark", n=7)
    worker.sees("记号回来了")
    assert heard[-1] == {"t": "mark", "n": 7}
    worker.page.clock.run_for(SILENCE)
    worker.sees("手机在问", "已连接")


def test_a_line_that_is_dead_is_told_and_one_press_brings_it_back(
    server: Server, pages: Pages
) -> None:
    hall = Hall(server, pages, "award", made=in_a_poll)
    worker = hall.phone(WORKER)
    worker.page.clock.install()
    worker.page.route("**/news/**", lambda route: route.abort())
    cured: list[bool] = []

    def join(line: WebSocketRoute) -> None:
        if cured:
            line.connect_to_server()

    worker.page.route_web_socket("**/live/", join)
    worker.enter(hall.links[WORKER])
    worker.sees("正在连接会场…")
    worker.page.clock.run_for(PATIENCE)
    worker.sees("连不上会场，点此重试")
    cured.append(True)
    worker.button("连不上会场，点此重试").click()
    worker.sees("已连接")
    pages.forgive("/news/", "ERR_FAILED")


def test_where_sockets_are_blocked_votes_and_news_go_over_http(
    server: Server, pages: Pages
) -> None:
    hall = Hall(server, pages, "award", made=in_a_poll)
    worker = hall.phone(WORKER)
    worker.page.clock.install()
    worker.page.route_web_socket("**/live/", lambda socket: socket.close())
    worker.enter(hall.links[WORKER])
    worker.page.clock.run_for(NO_SOCKET)
    worker.sees("已连接，网络较慢，每几秒更新一次")
    worker.vote("反对")
    assert server.call(papers) == {worker.receipt(): "no"}
    server.call(end_polls)
    worker.page.clock.run_for(NO_SOCKET)
    worker.titled("技术创新奖：提出新的方案")
    pages.forgive("WebSocket")


WATCH_LOCKS = """window.locks = [];
const request = navigator.wakeLock.request.bind(navigator.wakeLock);
navigator.wakeLock.request = kind => request(kind).then(lock => (window.locks.push(lock), lock));
window.awake = () => window.locks.filter(lock => !lock.released).length;"""


def test_the_screen_stays_awake_while_a_vote_is_asked_and_on_the_wall(
    server: Server, pages: Pages
) -> None:
    hall = Hall(server, pages, "award", made=in_a_poll)
    worker: Any = hall.phone(WORKER)
    for device in (worker, hall.screen):
        device.page.add_init_script(WATCH_LOCKS)
    hall.screen.open(hall.ways["screen"])
    worker = hall.worker()
    for device in (worker, hall.screen):
        device.page.wait_for_function("awake() === 1")
    worker.page.evaluate("locks[0].release()")
    worker.page.wait_for_function("awake() === 0")
    worker.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    worker.page.wait_for_function("awake() === 1")
    worker.vote("赞成")
    worker.page.wait_for_function("awake() === 0")

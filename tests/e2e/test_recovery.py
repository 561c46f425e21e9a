"""The server dies in the middle of a poll: nothing acknowledged is lost, every page comes back."""

from tests.e2e.browser import Pages
from tests.e2e.hall import Hall
from tests.e2e.polls import box, in_a_poll
from tests.server import Server

DEAD = ("ERR_CONNECTION", "ERR_EMPTY_RESPONSE")  # what a browser says of a server that is not there


def test_a_server_killed_in_a_poll_loses_no_vote_and_no_page(server: Server, pages: Pages) -> None:
    hall = Hall(server, pages, "award", made=in_a_poll)
    hall.enter()
    chief, worker, employer, other = (hall.phone(name) for name in hall.phones)
    receipts = [phone.vote("赞成") for phone in (chief, employer)]
    hall.chair.sees("已投 1 / 应投 2")
    server.kill()
    hall.everybody_sees("正在重新连接会场")
    worker.choose("赞成")
    worker.sees("还没有送到")
    server.start()
    worker.sees("您的票已投入票箱")
    hall.everybody_sees("已连接")
    assert [phone.receipt() for phone in (chief, employer)] == receipts
    assert server.call(box) == [3, 3]
    hall.chair.sees("已投 2 / 应投 2")
    other.vote("赞成")
    hall.chair.close_polls()
    for phone in hall.phones.values():
        phone.sees("通过")
    assert server.call(box) == [4, 4]
    pages.forgive(*DEAD)


def test_what_happened_while_a_page_was_cut_off_is_there_when_it_returns(
    server: Server, pages: Pages
) -> None:
    hall = Hall(server, pages, "award", made=in_a_poll)
    hall.enter()
    chief, worker, employer, other = (hall.phone(name) for name in hall.phones)
    away = [hall.chair, hall.screen, chief]
    for device in away:
        device.page.context.set_offline(True)
        device.sees("手机没有网络")
    for phone in (worker, employer, other):
        phone.vote("赞成")
    for device in away:
        device.page.context.set_offline(False)
        device.sees("已投 2 / 应投 2")
    chief.vote("赞成")
    hall.chair.close_polls()
    pages.forgive("ERR_INTERNET_DISCONNECTED")

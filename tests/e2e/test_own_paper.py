"""After the close everybody finds their own paper in the published list, by the number their phone
kept; only a tap shows it, and no other phone can."""

from tests.e2e.browser import Pages
from tests.e2e.hall import Hall
from tests.e2e.phone import PhonePage
from tests.e2e.polls import end_polls, everybody_else_votes, in_a_staff_poll, papers
from tests.server import Server

MINE = "这是您的票"
FIND = "在清单里找到我的票"


def after_the_close(server: Server, pages: Pages) -> tuple[PhonePage, str]:
    """A worker's phone on the list of a poll in which it voted no, and its paper's number."""
    worker = Hall(server, pages, "award", made=in_a_staff_poll).worker()
    number = worker.vote("反对")
    server.call(everybody_else_votes)
    server.call(end_polls)
    worker.page.reload()
    worker.follow("看选票清单，找我的票")
    return worker, number


def test_a_phone_finds_its_own_paper_among_hundreds_and_only_when_asked(
    server: Server, pages: Pages
) -> None:
    worker, number = after_the_close(server, pages)
    worker.does_not_see(MINE)
    worker.button(FIND).click()
    own = worker.page.get_by_role("listitem").filter(has_text=MINE)
    own.wait_for()
    assert number in own.inner_text()
    assert "反对" in own.inner_text()
    box = own.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 740
    assert number not in worker.page.url
    worker.page.reload()
    worker.button(FIND).wait_for()
    worker.does_not_see(MINE)


def test_a_phone_that_did_not_vote_shows_nobodys_paper(server: Server, pages: Pages) -> None:
    worker, _ = after_the_close(server, pages)
    worker.page.evaluate("localStorage.clear()")
    worker.button(FIND).click()
    worker.sees("这部手机上没有这次表决的回执号")
    worker.does_not_see(MINE)


def test_a_paper_that_is_missing_from_the_list_is_an_alarm(server: Server, pages: Pages) -> None:
    worker, number = after_the_close(server, pages)
    other = next(each for each in server.call(papers) if each < number)
    forged = other[:-1] + ("A" if other[-1] != "A" else "B")
    worker.page.evaluate(
        "([mine, other]) => { for (const name of Object.keys(localStorage)) localStorage.setItem("
        "name, localStorage.getItem(name).replace(mine, other)) }",
        [number, forged],
    )
    worker.button(FIND).click()
    worker.sees(f"清单上没有您的回执号 {forged}。请截图，马上告诉本方首席代表。")

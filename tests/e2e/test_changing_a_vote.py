"""A vote that may be changed until the close: the last press counts, whatever comes when."""

from tests.e2e.browser import CUT, Pages
from tests.e2e.hall import WORKER, Hall
from tests.e2e.lines import Message, Tap
from tests.e2e.phone import PhonePage
from tests.e2e.polls import end_polls, in_a_changeable_poll, in_a_recorded_poll, papers
from tests.server import Server


def test_a_vote_is_changed_in_the_same_place_and_shows_what_counts(
    server: Server, pages: Pages
) -> None:
    worker = Hall(server, pages, "award", made=in_a_changeable_poll).worker()
    worker.choose("赞成")
    worker.sees("您的票已记下", "您投的是：赞成")
    first = worker.receipt()
    worker.change("反对")
    worker.sees("您投的是：反对")
    worker.page.reload()
    worker.sees("您投的是：反对")
    assert worker.receipt() != first
    assert server.call(papers) == {worker.receipt(): "no"}


def test_of_two_presses_while_the_network_is_gone_the_last_counts(
    server: Server, pages: Pages
) -> None:
    worker = Hall(server, pages, "award", made=in_a_changeable_poll).worker()
    worker.cut(True)
    worker.choose("赞成")
    worker.sees("还没有送到")
    worker.choose("反对")
    worker.sees("还没有送到")
    worker.cut(False)
    worker.sees("您投的是：反对")
    assert server.call(papers) == {worker.receipt(): "no"}
    pages.forgive(CUT)


def test_a_change_that_comes_after_the_close_leaves_the_earlier_vote(
    server: Server, pages: Pages
) -> None:
    worker = Hall(server, pages, "award", made=in_a_changeable_poll).worker()
    worker.choose("赞成")
    worker.sees("您投的是：赞成")
    worker.cut(True)
    worker.change("反对")
    worker.sees("还没有送到")
    server.call(end_polls)
    worker.cut(False)
    worker.sees("表决已经结束")
    assert list(server.call(papers).values()) == ["yes"]
    pages.forgive(CUT, "status of 409")


def test_a_change_on_another_phone_is_followed_and_goes_on_counting_from_there(
    server: Server, pages: Pages
) -> None:
    worker = Hall(server, pages, "award", made=in_a_changeable_poll).worker()
    worker.choose("赞成")
    worker.sees("您投的是：赞成")
    other = PhonePage(pages.phone(storage_state=worker.page.context.storage_state()), server.origin)
    other.page.add_init_script("localStorage.clear()")
    other.open(worker.link)
    other.sees("您投的是：赞成", "这部手机上没有回执号：票是在别处投的。")
    other.change("弃权")
    other.sees("您投的是：弃权")
    worker.page.reload()
    worker.sees("您投的是：弃权", "这部手机上没有回执号：票是在别处投的。")
    worker.change("反对")
    worker.sees("您投的是：反对")
    assert server.call(papers) == {worker.receipt(): "no"}


def test_an_answer_to_an_earlier_press_never_shows_as_the_choice(
    server: Server, pages: Pages
) -> None:
    """What the server said of the first press comes again after the second has been counted."""
    hall = Hall(server, pages, "award", made=in_a_changeable_poll)
    said: list[Message] = []

    def hear(message: Message) -> Message:
        said.append(message)
        return message

    tap = Tap(hall.phone(WORKER), from_server=hear)
    worker = hall.worker()
    worker.choose("赞成")
    worker.sees("您投的是：赞成")
    earlier = [message for message in said if message["t"] in ("receipt", "mine")]
    worker.change("反对")
    worker.sees("您投的是：反对")
    for message in earlier:
        tap.say(**message)
    tap.show("说完了")
    worker.sees("说完了", "您投的是：反对")
    assert [message["t"] for message in earlier] == ["mine", "receipt"]


def test_a_vote_with_names_that_may_not_be_changed_shows_what_was_chosen_and_no_ballot(
    server: Server, pages: Pages
) -> None:
    worker = Hall(server, pages, "award", made=in_a_recorded_poll).worker()
    worker.choose("弃权")
    worker.sees("您投的是：弃权")
    worker.does_not_see("您同意吗？")
    assert server.call(papers) == {worker.receipt(): "abstain"}


def test_a_vote_is_changed_without_javascript_too(server: Server, pages: Pages) -> None:
    hall = Hall(server, pages, "award", made=in_a_changeable_poll, without_script=WORKER)
    worker = hall.phone(WORKER)
    worker.enter(hall.links[WORKER])
    worker.vote_plainly("赞成")
    worker.sees("您投的是：赞成")
    number = worker.vote_plainly("反对", word="改投")
    worker.sees("您投的是：反对")
    assert server.call(papers) == {number: "no"}

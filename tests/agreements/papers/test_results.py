"""What a paper says of the polls: who was asked and how, figures that add up, and none that would
tell who chose what."""

import pytest

from agreements.papers.results import poll_results
from negotiate.ballots.models import Poll
from negotiate.law.words import Electorate, Means, Secrecy, Side
from tests.negotiate.crowd import Crowd

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def hall(db: None) -> Crowd:
    return Crowd()


def result(hall: Crowd, poll: Poll) -> str:
    """What the paper would say of this poll if its version were agreed."""
    hall.close(poll)
    return "\n".join(poll_results(hall.room.book, {hall.term.pk: 1}))


def workers(hall: Crowd) -> list[str]:
    return [f"工{n}" for n in range(6)]


def test_a_secret_poll_is_told_with_its_figures_and_its_lists_fingerprint(hall: Crowd) -> None:
    poll = hall.poll()
    hall.press(poll, "yes", *(hall.seats[name] for name in workers(hall)))
    told = result(hall, poll)
    poll.refresh_from_db()
    assert told == (
        "职工方协商代表就“技术创新奖”第1版无记名表决：应到 8 同意 6 > 4 ✓ 通过。"
        f"名单指纹 SHA-256：\n{poll.list_digest}"
    )
    assert len(poll.list_digest) == 64


def test_all_staff_are_named_as_those_who_were_asked(hall: Crowd) -> None:
    staff = hall.enrol(4)
    poll = hall.poll(Secrecy.RECORDED, Electorate.STAFF)
    hall.press(poll, "yes", *staff, *(hall.seats[name] for name in workers(hall)))
    assert result(hall, poll).startswith(
        "职工方全体职工就“技术创新奖”第1版记名表决：应到 12 实到 10 ≥ 8 ✓ 同意 10 > 6 ✓ 通过"
    )


def test_paper_is_told_apart_with_who_counted_and_confirmed(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, *range(6))
    hall.confirm_count(poll, hall.count(poll, Means.PAPER, 5, 1))
    told = result(hall, poll)
    assert "其中纸质票赞成5票、反对1票、弃权0票，由记录员记录员甲清点、双方首席代表确认" in told
    assert "名单指纹" in told


def test_a_few_papers_are_told_without_what_was_on_them(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0, 1)
    hall.press(poll, "yes", hall.chief(W), *(hall.seats[f"工{n}"] for n in range(2, 6)))
    hall.confirm_count(poll, hall.count(poll, Means.PAPER, 1, 1))
    told = result(hall, poll)
    assert "其中纸质票2张（张数少，不列票数），由记录员记录员甲清点" in told
    assert "名单指纹" in told


def test_hands_are_called_hands_whatever_was_meant_at_first(hall: Crowd) -> None:
    poll = hall.poll()
    hall.confirm_count(poll, hall.count(poll, Means.HANDS, 6, 2))
    told = result(hall, poll)
    assert "第1版举手表决：应到 8 同意 6 > 4 ✓ 通过；举手赞成6票、反对2票、弃权0票" in told
    assert "无记名" not in told
    assert "名单指纹" not in told  # there is no list of hands


def test_a_small_group_is_told_without_figures(hall: Crowd) -> None:
    poll = hall.poll(side=E)
    hall.press(poll, "yes", hall.chief(E), hall.other(E))
    assert result(hall, poll) == (
        "企业方协商代表就“技术创新奖”第1版无记名表决：应到2人，过半数同意，通过（不足5人，不列票数）。"
    )


def test_few_votes_of_a_larger_group_are_told_without_figures(hall: Crowd) -> None:
    poll = hall.poll()
    hall.press(poll, "yes", hall.chief(W), hall.other(W))
    hall.close(poll)
    poll.refresh_from_db()
    assert (poll.is_few, poll.list_digest) == (True, "")
    (told,) = poll_results(hall.room.book, {hall.term.pk: 1})
    assert told.endswith("应到8人，未通过（投票不足5人，不列票数）。")

"""Whom a poll asks, and what a voter is told before and after: who will see what."""

import pytest

from negotiate.ballots.models import Poll, RecordedVote
from negotiate.law.words import Electorate, Means, Secrecy, Side
from negotiate.record.chain import read
from negotiate.rooms.actions import consent
from tests.negotiate.crowd import Crowd
from tests.negotiate.rooms.pages import at, shown
from tests.visitor import Visitor, seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def hall(db: None) -> Crowd:
    return Crowd()


def ask(hall: Crowd, **chosen: str) -> int:
    """Fill in the form of other polls as the chair does; the answer's status."""
    path = at(hall.chair, f"terms/{hall.term.pk}/ask/")
    given = {"side": "both", "electorate": "delegates", "secrecy": "secret", **chosen}
    return signed_in(hall.account).post(path, given).status_code


class TestAsking:
    def test_the_form_asks_staff_only_where_there_is_a_roll(self, hall: Crowd) -> None:
        chair, path = signed_in(hall.account), f"terms/{hall.term.pk}/ask/"
        assert 'value="staff"' not in shown(chair, hall.chair, path)
        hall.enrol(3)
        assert "共 11 人" in shown(chair, hall.chair, path)

    def test_the_worker_side_asks_its_staff_and_the_employer_side_its_delegates(
        self, hall: Crowd
    ) -> None:
        hall.enrol(3)
        assert ask(hall, electorate="staff", secrecy="recorded") == 302
        polls = {poll.of: poll for poll in Poll.objects.filter(room=hall.room)}
        assert {side: (p.electorate, p.secrecy, p.roll_size) for side, p in polls.items()} == {
            W: ("staff", "recorded", 11),
            E: ("delegates", "recorded", 2),
        }
        (act,) = [act["data"] for act in read(hall.room.book) if act["action"] == "open_poll"]
        assert act["secrecy"] == "recorded"
        assert act["rolls"]["worker"] == {"asked": "staff", "roll": 11}

    @pytest.mark.parametrize(
        "wrong", [{"side": "neither"}, {"electorate": "staff"}, {"secrecy": "public"}, {"side": ""}]
    )
    def test_what_is_not_offered_is_refused_and_opens_nothing(
        self, hall: Crowd, wrong: dict[str, str]
    ) -> None:
        assert ask(hall, **wrong) == 422
        assert not Poll.objects.exists()

    def test_staff_without_their_side_are_not_asked(self, hall: Crowd) -> None:
        hall.enrol(3)
        assert ask(hall, side="employer", electorate="staff") == 422
        assert not Poll.objects.exists()

    def test_a_chief_is_offered_the_own_side_alone(self, hall: Crowd) -> None:
        chief = hall.chief(W)
        page = shown(seated(chief), chief, f"terms/{hall.term.pk}/ask/")
        assert 'type="hidden" name="side" value="worker"' in page
        assert "企业方仍由" not in page

    def test_who_cannot_ask_finds_no_form(self, hall: Crowd) -> None:
        path = f"terms/{hall.term.pk}/ask/"
        assert seated(hall.recorder).get(at(hall.recorder, path)).status_code == 404


class TestTheBallot:
    def test_a_vote_with_names_says_so_before_the_choices(self, hall: Crowd) -> None:
        hall.poll(Secrecy.RECORDED)
        page = shown(seated(hall.other(W)), hall.other(W))
        warning = page.index("记名表决：本方的人看得到谁投了什么。")
        assert warning < page.index('name="choice"')
        assert "无记名表决" not in page

    def test_a_small_secret_group_is_warned_that_it_is_none(self, hall: Crowd) -> None:
        hall.poll(side=E)
        page = shown(seated(hall.other(E)), hall.other(E))
        assert "本方只有 2 人" in page
        assert "结果一致时，就等于都公开了" in page
        assert "结束后只公布是否通过" in page

    def test_a_vote_is_changed_without_a_script(self, hall: Crowd) -> None:
        poll, seat = hall.poll(Secrecy.CHANGEABLE), hall.other(W)
        phone = seated(seat)
        phone.post(at(seat, f"polls/{poll.pk}/vote/"), {"choice": "yes", "press": "1"})
        page = shown(phone, seat)
        assert 'name="press" value="2"' in page
        assert "改投" in page
        phone.post(at(seat, f"polls/{poll.pk}/vote/"), {"choice": "no", "press": "2"})
        vote = RecordedVote.objects.get()
        assert (vote.choice, vote.press) == ("no", 2)

    @pytest.mark.parametrize("press", ["", "0", "-1", "x", "99999999999999999999"])
    def test_an_odd_press_is_the_first(self, hall: Crowd, press: str) -> None:
        poll, seat = hall.poll(Secrecy.CHANGEABLE), hall.other(W)
        given = {"choice": "yes", "press": press}
        seated(seat).post(at(seat, f"polls/{poll.pk}/vote/"), given)
        assert RecordedVote.objects.get().press == 1

    def test_whoever_took_a_paper_is_told_to_fill_it_in(self, hall: Crowd) -> None:
        hall.hand_out(hall.poll(), 0)
        page = shown(seated(hall.seats["工0"]), hall.seats["工0"])
        voted, paper = page.split('data-task="voted"')[1].split('data-task="paper"')
        assert " hidden>" in voted.split("\n")[0]
        assert " hidden>" not in paper.split("\n")[0]

    def test_phones_are_told_when_hands_are_raised(self, hall: Crowd) -> None:
        poll = hall.poll(Secrecy.RECORDED)
        hall.count(poll, Means.HANDS, 0)
        page = shown(seated(hall.other(W)), hall.other(W))
        assert "本次以举手表决，由记录员清点" in page
        assert 'name="choice"' not in page

    def test_the_screen_says_who_is_asked_and_how_many_have_voted(self, hall: Crowd) -> None:
        hall.enrol(2)
        poll = hall.poll(Secrecy.RECORDED, Electorate.STAFF)
        hall.press(poll, "no", hall.other(W))
        screen = shown(signed_in(hall.account), hall.chair).split('href="/screen/')[1]
        page = Visitor().get("/screen/" + screen.split('"')[0]).content.decode()
        assert "名册上的全体职工 · 记名" in page
        assert "data-cast>1</b>" in page
        assert "反对" not in page


def test_a_poll_of_staff_is_closed_by_the_rule_of_the_whole_roll(hall: Crowd) -> None:
    staff = hall.enrol(4)
    poll = hall.poll(electorate=Electorate.STAFF)
    hall.press(poll, "yes", *staff, *(hall.seats[f"工{n}"] for n in range(3)))
    consent.close_poll(hall.chair, poll.pk)
    poll.refresh_from_db()
    assert poll.passed is False  # seven of twelve said yes, but eight must have voted

"""A chief who would accept if the other does: his secret, until both have said it."""

import re

import pytest
from django.db import transaction

from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Side, Stage, TermState
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import read
from negotiate.rooms.actions import accepting, composing, ledger, seating
from negotiate.rooms.actions.accepting import accept_if, has_said, take_back
from negotiate.rooms.models import Version, WouldAccept
from negotiate.rooms.sight.faces import audience_of, draw_fragment
from tests.negotiate.meeting import Meeting
from tests.negotiate.ordinary import Ordinary
from tests.negotiate.refusing import refused
from tests.trace import trace

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def proposed(in_session: Meeting) -> Meeting:
    in_session.propose(30000, 500)
    return in_session


def say(meeting: Meeting, side: Side) -> None:
    accept_if(meeting.chief(side), meeting.term.pk, ledger.current(meeting.term).digest)


def told(meeting: Meeting) -> list[str]:
    return [act["action"] for act in read(meeting.room.book)]


def test_said_by_one_it_is_kept_and_nothing_else_moves(proposed: Meeting) -> None:
    before, length = trace(without={"WouldAccept"}), proposed.room.version
    say(proposed, W)
    say(proposed, W)  # pressing twice says no more than once
    assert trace(without={"WouldAccept"}) == before
    assert proposed.room.version == length
    version = ledger.current(proposed.term)
    assert has_said(proposed.chief(W), version.pk)
    assert not has_said(proposed.other(W), version.pk)


def test_said_by_both_it_is_recorded_told_and_forgotten(proposed: Meeting) -> None:
    for side in (E, W):
        say(proposed, side)
    assert told(proposed).count(Action.ACCEPT_IF) == 1
    assert ledger.current(proposed.term).both_would
    assert not WouldAccept.objects.exists()
    assert proposed.term.is_at is not TermState.AGREED
    assert refused(say, proposed, W).startswith("双方都已经这样说了")
    assert "不能再收回" in refused(take_back, proposed.chief(W), proposed.term.pk)


def test_it_replaces_neither_the_sides_vote_nor_the_chiefs_confirmation(proposed: Meeting) -> None:
    for side in Side:
        say(proposed, side)
    with pytest.raises(Refused, match="还没有表决通过"):
        proposed.confirm(W)
    proposed.vote()
    proposed.confirm()
    proposed.term.refresh_from_db()
    assert proposed.term.is_at is TermState.AGREED


def test_it_can_be_taken_back_as_if_it_had_never_been_said(proposed: Meeting) -> None:
    before = trace()
    say(proposed, W)
    take_back(proposed.chief(W), proposed.term.pk)
    assert trace() == before
    assert "还没有" in refused(take_back, proposed.chief(W), proposed.term.pk)
    say(proposed, E)
    assert told(proposed).count(Action.ACCEPT_IF) == 0


def test_a_new_version_leaves_it_behind_without_a_word(proposed: Meeting) -> None:
    say(proposed, W)
    proposed.propose(31000, 500)
    length = proposed.room.version
    say(proposed, E)
    assert proposed.room.version == length
    assert WouldAccept.objects.get().side == E
    say(proposed, W)
    assert [v.both_would for v in Version.objects.filter(term=proposed.term)] == [False, True]


def test_it_is_said_of_the_very_text_that_was_read(proposed: Meeting) -> None:
    old = ledger.current(proposed.term).digest
    proposed.propose(31000, 500)
    assert "看清" in refused(accept_if, proposed.chief(W), proposed.term.pk, old)


def test_only_chiefs_say_it(proposed: Meeting) -> None:
    for seat in (proposed.other(W), proposed.chair):
        digest = ledger.current(proposed.term).digest
        assert "首席代表" in refused(accept_if, seat, proposed.term.pk, digest)


def test_who_is_no_chief_any_more_has_said_nothing(proposed: Meeting) -> None:
    say(proposed, W)
    Seat.objects.filter(pk=proposed.chief(W).pk).update(capacity="representative")
    length = proposed.room.version
    say(proposed, E)
    assert proposed.room.version == length


@pytest.mark.parametrize("secretly", [False, True])
def test_a_refusal_never_depends_on_what_the_other_keeps(proposed: Meeting, secretly: bool) -> None:
    """What stops the one is public or his own: the other's secret word changes no answer."""
    proposed.vote("yes", W)
    proposed.vote("no", E)
    if secretly:
        say(proposed, W)
    assert refused(say, proposed, E) == "本方没有表决通过这个方案。"


def test_a_word_lapses_when_the_own_sides_vote_fails(proposed: Meeting) -> None:
    say(proposed, W)
    proposed.vote("no", W)
    assert not WouldAccept.objects.exists()
    length = proposed.room.version
    say(proposed, E)
    assert proposed.room.version == length
    assert Action.ACCEPT_IF not in told(proposed)


def test_the_vote_of_the_other_side_leaves_a_word_as_it_is(proposed: Meeting) -> None:
    say(proposed, W)
    proposed.vote("no", E)
    proposed.vote("yes", W)
    assert WouldAccept.objects.get().side == W


def test_nothing_tells_the_other_side_that_a_word_has_lapsed(proposed: Meeting) -> None:
    """A vote that fails leaves everything as it would without the word."""

    def seen() -> str:
        book = [(act["action"], act["data"]) for act in read(proposed.room.book)]
        drawn = draw_fragment(audience_of(proposed.chief(E)))[1]
        answer = refused(take_back, proposed.chief(E), proposed.term.pk)
        # On PostgreSQL the keys of what is made twice go on counting.
        return re.sub(r"(poll\w*['\"]?[:=/] ?['\"]?)\d+", r"\1", f"{book} {drawn} {answer}")

    def as_voted(word: bool) -> str:
        with transaction.atomic():
            if word:
                say(proposed, W)
            proposed.vote("no", W)
            after = seen()
            transaction.set_rollback(True)
        return after

    assert as_voted(word=True) == as_voted(word=False)


def test_whoever_has_confirmed_needs_not_say_it(proposed: Meeting) -> None:
    proposed.vote("yes", W)
    proposed.confirm(W)
    assert refused(say, proposed, W) == "您已确认过这份文本。"


def test_a_version_that_the_gate_holds_up_is_not_spoken_of(proposed: Meeting) -> None:
    proposed.propose(20000, 500, side=E)
    assert "门槛" in refused(say, proposed, W)


def test_whose_opponent_has_confirmed_may_say_it_still(proposed: Meeting) -> None:
    proposed.vote("yes", W)
    proposed.confirm(W)
    say(proposed, E)
    assert WouldAccept.objects.get().side == E


def test_nobody_takes_back_what_the_other_has_said_or_learns_of_it(proposed: Meeting) -> None:
    answer = refused(take_back, proposed.chief(W), proposed.term.pk)
    say(proposed, E)
    assert refused(take_back, proposed.chief(W), proposed.term.pk) == answer
    assert WouldAccept.objects.get().side == E


def test_what_the_other_takes_back_at_the_last_moment_is_not_told(proposed: Meeting) -> None:
    """Between a chief's word and its being told both words are looked at again, under the lock."""
    say(proposed, W)
    before = trace()
    assert not accepting._reveal(proposed.chief(E), proposed.term.pk)
    assert trace() == before


def test_a_chief_who_has_left_has_said_nothing(db: None) -> None:
    talks = Ordinary().to(Stage.IN_SESSION)
    version = ledger.propose(talks.chief(W), talks.term.pk, {"body": "每周检查。"}, answers=None)
    accept_if(talks.chief(E), talks.term.pk, version.digest)
    composing.vacate(talks.desk, talks.chief(E).pk, reason="调走")
    seating.seat_persons(talks.desk, [RosterRow("新任", "", "", E, Capacity.CHIEF)])
    assert not accept_if(talks.chief(W), talks.term.pk, version.digest)
    seating.check_in(talks.chief(E), remote=False)
    assert accept_if(talks.chief(E), talks.term.pk, version.digest)

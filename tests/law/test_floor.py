"""Who speaks next: the sides take turns, and within a side whoever has spoken less."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.law.floor import MINUTES, Wish, in_order, require_limit, require_new
from negotiate.law.refusal import Refused
from negotiate.law.words import Side

W, E = Side.WORKER, Side.EMPLOYER
WISHES = st.lists(
    st.builds(Wish, st.integers(1, 99), st.sampled_from(Side), st.integers(0, 4)),
    unique_by=lambda wish: wish.seat,
    max_size=12,
)
LAST = st.sampled_from([None, *Side])


@given(WISHES, LAST)
def test_everybody_who_waits_is_called_once(wishes: list[Wish], last: Side | None) -> None:
    assert Counter(in_order(wishes, last)) == Counter(wishes)


@given(WISHES, LAST)
def test_a_side_speaks_twice_in_a_row_only_if_the_other_does_not_wait(
    wishes: list[Wish], last: Side | None
) -> None:
    listed = in_order(wishes, last)
    before = last
    for place, wish in enumerate(listed):
        if wish.side is before:
            assert all(later.side is before for later in listed[place:])
        before = wish.side


@given(WISHES, LAST)
def test_within_a_side_less_often_goes_first_and_then_who_asked_first(
    wishes: list[Wish], last: Side | None
) -> None:
    for side in Side:
        own = [wish for wish in in_order(wishes, last) if wish.side is side]
        assert own == sorted(own, key=lambda wish: (wish.turns, wishes.index(wish)))


@given(st.data())
def test_nobody_is_passed_over_by_the_same_person_for_ever(data: st.DataObject) -> None:
    """One waits who has spoken twice; the others ask again as soon as they have spoken."""
    sides = data.draw(st.lists(st.sampled_from(Side), min_size=1, max_size=5))
    patient = Wish(0, data.draw(st.sampled_from(Side)), 2)
    turns = dict.fromkeys(range(1, len(sides) + 1), 0)
    last: Side | None = None
    for _ in range(2 * (3 * len(sides) + 1)):
        others = [Wish(seat, sides[seat - 1], turns[seat]) for seat in turns]
        called = in_order([*others, patient], last)[0]
        if called == patient:
            return
        turns[called.seat] += 1
        last = called.side
    pytest.fail("never called")


def test_before_anybody_has_spoken_whoever_asked_first_begins() -> None:
    wishes = [Wish(1, E, 0), Wish(2, W, 0), Wish(3, E, 0)]
    assert [wish.seat for wish in in_order(wishes, None)] == [1, 2, 3]
    assert [wish.seat for wish in in_order(wishes, E)] == [2, 1, 3]


def test_nobody_stands_on_the_list_twice() -> None:
    with pytest.raises(Refused, match="已经在等候"):
        require_new(1, [Wish(1, W, 0)], None)
    with pytest.raises(Refused, match="正在发言"):
        require_new(1, [], 1)
    require_new(1, [Wish(2, W, 0)], 3)


def test_the_floor_is_given_for_two_three_or_five_minutes() -> None:
    for minutes in MINUTES:
        require_limit(minutes)
    for minutes in (0, 1, 4, 60, -3):
        with pytest.raises(Refused, match="2、3 或 5"):
            require_limit(minutes)

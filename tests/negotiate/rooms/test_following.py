"""What follows a contract in force: a change, a renewal, an end before its day."""

from datetime import timedelta

import pytest

from negotiate import moment
from negotiate.law.words import (
    Action,
    Capacity,
    Contract,
    Procedure,
    Side,
    SideRule,
    Stage,
    TermState,
)
from negotiate.matters.models import Matter
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import read
from negotiate.rooms.actions import booking, composing, consent, following, ledger, seating
from negotiate.rooms.actions.keeping import keep_time
from negotiate.rooms.models import Draft, FollowUp, Room, Term
from tests.negotiate.contract import Agreed
from tests.negotiate.refusing import refuses

W, E = Side.WORKER, Side.EMPLOYER
DAY = timedelta(days=1)


def test_renewal_is_asked_for_within_its_time(db: None) -> None:
    with moment.travelling():
        agreed = Agreed().on(Stage.PERFORMING)
        refuses(
            "起才能提出续订（《集体合同规定》第三十八条）",
            following.renew, agreed.chief(E), reason="还要干下去",
        )  # fmt: skip
        moment.move(300 * DAY)
        matter = following.renew(agreed.chief(E), reason="还要干下去")
        assert (matter.title, matter.goes_by) == ("续订：生活区安全", Procedure.ORDINARY)
        assert (matter.raised_by, matter.from_side) == ("钱国强", E)


def booked(agreed: Agreed, matter: Matter) -> Room:
    seat = booking.schedule(
        agreed.account,
        matter.pk,
        at=moment.now() + DAY,
        place="会议室",
        own_capacity=Capacity.CHIEF,
        rules=dict.fromkeys(Side, SideRule.CHIEF),
        chiefs={E: "钱国强"},
    )
    return Room.objects.get(pk=seat.room_id)


def test_what_amends_a_contract_starts_from_its_terms(db: None) -> None:
    agreed = Agreed(contract=Contract.SAFETY).on(Stage.PERFORMING)
    matter = following.amend(agreed.chief(W), reason="换了新设备")
    refuses("请先办完那一次", following.amend, agreed.chief(E), reason="也要改")
    room = booked(agreed, matter)
    assert (room.follows, room.contract, room.is_at) == (
        agreed.room, Contract.SAFETY, Stage.TO_OFFER,
    )  # fmt: skip
    term = Term.objects.get(item__room=room)
    before = agreed.term.versions.latest("number")
    version = term.versions.get()
    assert (term.title, term.is_at) == ("条款内容", TermState.OPEN)
    assert (version.value, version.digest, version.number) == (before.value, before.digest, 1)
    assert agreed.room.is_at is Stage.PERFORMING


def test_terms_taken_over_may_be_agreed_as_they_are_or_changed(db: None) -> None:
    agreed = Agreed().on(Stage.PERFORMING)
    room = booked(agreed, following.amend(agreed.chief(W), reason="换了新设备"))
    term = Term.objects.get(item__room=room)
    Room.objects.filter(pk=room.pk).update(stage=Stage.IN_SESSION)
    chair = room.seats.get(side=W)
    chair.arrived_at = moment.now()
    chair.save()
    kept = term.versions.get().value
    again = ledger.propose(chair, term.pk, kept, answers=1)
    consent.confirm(chair, term.pk, again.digest)
    assert again.number == 2


def test_one_that_was_given_up_makes_room_for_the_next(db: None) -> None:
    agreed = Agreed().on(Stage.PERFORMING)
    room = booked(agreed, following.amend(agreed.chief(W), reason="换了新设备"))
    Room.objects.filter(pk=room.pk).update(stage=Stage.ENDED)
    following.amend(agreed.chief(E), reason="再谈一次")
    assert FollowUp.objects.filter(room=agreed.room).count() == 2


def test_a_contract_ends_early_only_by_both_chiefs_words(db: None) -> None:
    agreed = Agreed().on(Stage.PERFORMING)
    agreed.end_word(W)
    assert agreed.room.stage == Stage.PERFORMING
    refuses("等对方首席代表同意", agreed.end_word, W)
    agreed.end_word(E)
    assert agreed.room.stage == Stage.TERMINATED
    assert not agreed.room.clocks.going().exists()
    refuses("现在是“已终止”阶段", following.amend, agreed.chief(W), reason="改")


def test_a_chief_takes_his_word_to_end_it_back_while_it_is_the_only_one(db: None) -> None:
    agreed = Agreed().on(Stage.PERFORMING)
    refuses("没有同意过终止", following.take_back_end, agreed.chief(W))
    agreed.end_word(W)
    refuses("没有同意过终止", following.take_back_end, agreed.chief(E))
    following.take_back_end(agreed.chief(W))
    last = [*read(agreed.room.book)][-1]
    assert (last["action"], last["actor"]["side"]) == (Action.TAKE_BACK_END, W)
    agreed.end_word(E)
    assert agreed.room.stage == Stage.PERFORMING
    agreed.end_word(W)
    refuses("现在是“已终止”阶段", following.take_back_end, agreed.chief(W))


def test_the_word_of_a_chief_who_has_left_ends_no_contract(db: None) -> None:
    agreed = Agreed().on(Stage.PERFORMING)
    agreed.end_word(E)
    composing.vacate(agreed.desk, agreed.chief(E).pk, reason="调走")
    agreed.end_word(W)
    assert agreed.room.stage == Stage.PERFORMING
    seating.seat_persons(agreed.desk, [RosterRow("新任", "", "", E, Capacity.CHIEF)])
    agreed.end_word(E)
    assert agreed.room.stage == Stage.TERMINATED


def test_a_word_to_end_a_contract_is_not_one_to_end_the_next_text(db: None) -> None:
    agreed = Agreed().on(Stage.EFFECTIVE)
    agreed.end_word(W)
    agreed.object_to()
    agreed.answer()
    agreed.agree("每周检查两次。")
    agreed.on(Stage.EFFECTIVE)
    agreed.end_word(E)
    assert agreed.room.stage == Stage.EFFECTIVE


def test_a_contract_gives_way_on_the_first_day_of_the_next_one(db: None) -> None:
    with moment.travelling():
        agreed = Agreed(years=2).on(Stage.PERFORMING)
        room = booked(agreed, following.amend(agreed.chief(W), reason="换了新设备"))
        Room.objects.filter(pk=room.pk).update(stage=Stage.EFFECTIVE)
        today = moment.today()
        Draft.objects.create(
            room=room,
            number=1,
            starts_on=today + 30 * DAY,
            ends_on=today + 400 * DAY,
            effective_on=today,
        )
        keep_time()
        assert agreed.room.stage == Stage.PERFORMING
        moment.move(30 * DAY)
        keep_time()
        assert agreed.room.stage == Stage.SUPERSEDED


@pytest.mark.parametrize(("ended_after", "gives_way"), [(29, False), (30, True)])
def test_a_contract_gives_way_only_to_one_whose_first_day_has_come(
    db: None, ended_after: int, gives_way: bool
) -> None:
    """The next one was ended by both chiefs: before its first day, or on it."""
    with moment.travelling():
        agreed = Agreed(years=2).on(Stage.PERFORMING)
        room = booked(agreed, following.amend(agreed.chief(W), reason="换了新设备"))
        today = moment.today()
        first_day = today + 30 * DAY
        Draft.objects.create(
            room=room, number=1, starts_on=first_day, ends_on=first_day + 400 * DAY,
            effective_on=today,
        )  # fmt: skip
        Room.objects.filter(pk=room.pk).update(stage=Stage.EFFECTIVE)
        moment.move(ended_after * DAY)
        for seat in room.seats.filter(capacity=Capacity.CHIEF).select_related("person", "room"):
            following.end_by_agreement(seat, reason="企业搬迁")
        assert Room.objects.get(pk=room.pk).is_at is Stage.TERMINATED
        moment.move(5 * DAY)
        keep_time()
        assert agreed.room.is_at is (Stage.SUPERSEDED if gives_way else Stage.PERFORMING)
        if not gives_way:  # it can be changed again, by another negotiation
            following.amend(agreed.chief(W), reason="再谈一次")


@pytest.mark.parametrize("action", [Action.SUPERSEDE, Action.EXPIRE])
def test_what_is_over_is_over(db: None, action: Action) -> None:
    agreed = Agreed().on(Stage.PERFORMING)
    agreed.by_clock(action)
    refuses("阶段，不能办理", agreed.end_word, W)
    assert not agreed.room.clocks.going().exists()

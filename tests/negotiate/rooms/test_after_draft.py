"""From the draft to the end of the contract: every act, what it refuses, and where it leads."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from negotiate import moment
from negotiate.clocks.models import Clock
from negotiate.law.enclosed import Enclosure
from negotiate.law.refusal import Refused
from negotiate.law.words import (
    Action,
    Capacity,
    ClockKind,
    Contract,
    Procedure,
    Side,
    SideRule,
    Stage,
    TermState,
)
from negotiate.matters.models import Matter
from negotiate.rooms.actions import booking, consent, following, ledger, sitting
from negotiate.rooms.actions.keeping import keep_time
from negotiate.rooms.models import Draft, Filing, FollowUp, Objection, Room, Term
from tests.negotiate.contract import LATER, Agreed
from tests.negotiate.meeting import Meeting
from tests.trace import trace

W, E = Side.WORKER, Side.EMPLOYER
DAY = timedelta(days=1)


@pytest.mark.parametrize("stage", LATER)
def test_every_stage_after_the_draft_is_reached(db: None, stage: Stage) -> None:
    Agreed().on(stage)


def refused(why: str, act: Callable[..., Any], *args: Any, **facts: Any) -> None:
    before = trace()
    with pytest.raises(Refused, match=why):
        act(*args, **facts)
    assert trace() == before


def running(room: Room, kind: ClockKind) -> Clock:
    return room.clocks.going().get(kind=kind)


def test_a_contracts_term_is_within_the_places_years(db: None) -> None:
    agreed = Agreed()
    today = moment.today()
    refused("最长 3 年（《集体合同规定》第三十八条）", agreed.draft, ends_on=today + 2000 * DAY)
    refused("最短 1 年", agreed.draft, ends_on=today + 100 * DAY)
    past = {"starts_on": date(2020, 1, 1), "ends_on": date(2020, 12, 31)}
    refused("截止日应晚于今天", lambda: agreed.draft(**past))
    agreed.draft(starts_on=today, ends_on=today + 365 * DAY)
    assert agreed.drawn.ends_on == today + 365 * DAY


def test_each_procedure_sums_up_in_its_own_way(db: None) -> None:
    agreed = Agreed()
    refused("请先选定合同期限", sitting.sum_up, agreed.presiding())
    meeting = Meeting("award")
    meeting.open()
    meeting.agree()
    agreed.presiding = lambda: meeting.chair  # type: ignore[method-assign]
    refused("简易程序不签集体合同", agreed.draft)


def test_nothing_is_drafted_while_a_term_is_open(db: None) -> None:
    agreed = Agreed()
    ledger.add_term(agreed.desk, item_id=agreed.term.item_id, title="又一条", kind="text")
    refused("有 1 个条款没有谈定", agreed.draft)


def test_a_filing_is_complete_or_it_is_refused(db: None) -> None:
    agreed = Agreed().on(Stage.SIGNED)
    refused("至少要报送 3 份（《集体合同规定》第四十二条）", agreed.file, copies=2)
    refused(
        "还缺：双方协商代表名单、", agreed.file, enclosed=[Enclosure.CONTRACT, Enclosure.PROCESS]
    )
    refused("不能晚于今天", agreed.file, filed_on=moment.today() + DAY)
    refused("不能早于签订日期", agreed.file, filed_on=moment.today() - DAY)
    assert running(agreed.room, ClockKind.FILING).due >= moment.today()
    agreed.file()
    filing = Filing.objects.get()
    assert filing.enclosed == [one.value for one in Enclosure if one is not Enclosure.BOUND]
    assert not agreed.room.clocks.going().filter(kind=ClockKind.FILING).exists()


def test_the_time_for_objections_runs_from_the_authoritys_day_of_receipt(db: None) -> None:
    with moment.travelling():
        agreed = Agreed().on(Stage.FILED)
        filed_on = moment.today()
        moment.move(4 * DAY)
        refused("不能早于报送日期", agreed.acknowledge, filed_on - DAY)
        refused("不能晚于今天", agreed.acknowledge, moment.today() + DAY)
        agreed.acknowledge(filed_on + 2 * DAY)
        clock = running(agreed.room, ClockKind.EFFECT)
        assert clock.started_on == filed_on + 2 * DAY
        assert clock.due >= filed_on + 17 * DAY
        refused("已经登记过收件日期", agreed.acknowledge)


def test_an_objection_names_its_terms_and_comes_in_time(db: None) -> None:
    with moment.travelling():
        agreed = Agreed().on(Stage.FILED)
        refused("请先登记人社部门收到", agreed.object_to)
        agreed.acknowledge()
        refused("请勾选", agreed.object_to, terms=[])
        other = Agreed(title="食堂").term
        refused("请勾选", agreed.object_to, terms=[other.pk])
        refused("不能早于收件日期", agreed.object_to, objected_on=moment.today() - DAY)
        moment.move(40 * DAY)
        refused("异议期到", agreed.object_to)


def test_an_answered_objection_opens_its_terms_and_no_others(db: None) -> None:
    agreed = Agreed()
    ledger.add_term(agreed.desk, item_id=agreed.term.item_id, title="又一条", kind="text")
    first, agreed.term = agreed.term, Term.objects.get(title="又一条")
    agreed.agree()
    agreed.term = first
    agreed.on(Stage.OBJECTED)
    agreed.answer()
    states = dict(Term.objects.filter(item__room=agreed.room).values_list("title", "state"))
    assert states == {"条款内容": TermState.OPEN, "又一条": TermState.AGREED}
    assert Objection.objects.get().filing.draft == agreed.drawn
    agreed.agree_again("由安全科每周检查一次。")
    agreed.draft()
    assert agreed.drawn.number == 2


def test_in_effect_the_contract_has_its_last_day_and_its_time_for_renewal(db: None) -> None:
    agreed = Agreed(contract=Contract.WAGES).on(Stage.EFFECTIVE)
    assert agreed.drawn.effective_on == moment.today()
    ends_on = agreed.drawn.ends_on
    assert running(agreed.room, ClockKind.EXPIRY).due == ends_on
    renewal = running(agreed.room, ClockKind.RENEWAL)
    assert (renewal.started_on, renewal.due) == (ends_on - 60 * DAY, ends_on)


def test_a_publication_is_neither_to_come_nor_before_the_effect(db: None) -> None:
    agreed = Agreed().on(Stage.EFFECTIVE)
    refused("不能晚于今天", agreed.publish, moment.today() + DAY)
    refused("不能早于生效日期", agreed.publish, moment.today() - DAY)
    agreed.publish()
    assert agreed.drawn.publication.place == "厂务公开栏和车间群"


def test_renewal_is_asked_for_within_its_time(db: None) -> None:
    with moment.travelling():
        agreed = Agreed().on(Stage.PERFORMING)
        refused(
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
    refused("请先办完那一次", following.amend, agreed.chief(E), reason="也要改")
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
    refused("等对方首席代表同意", agreed.end_word, W)
    agreed.end_word(E)
    assert agreed.room.stage == Stage.TERMINATED
    assert not agreed.room.clocks.going().exists()
    refused("现在是“已终止”阶段", following.amend, agreed.chief(W), reason="改")


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


@pytest.mark.parametrize("action", [Action.SUPERSEDE, Action.EXPIRE])
def test_what_is_over_is_over(db: None, action: Action) -> None:
    agreed = Agreed().on(Stage.PERFORMING)
    agreed.by_clock(action)
    refused("阶段，不能办理", agreed.end_word, W)
    assert not agreed.room.clocks.going().exists()

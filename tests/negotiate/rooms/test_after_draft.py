"""From the draft to the publication: every act, what it refuses, and where it leads."""

from datetime import date, timedelta

import pytest

from negotiate import moment
from negotiate.clocks.models import Clock
from negotiate.law.enclosed import Enclosure
from negotiate.law.words import (
    ClockKind,
    Contract,
    Side,
    Stage,
    TermState,
)
from negotiate.rooms.actions import ledger, sitting
from negotiate.rooms.models import Filing, Objection, Room, Term
from tests.negotiate.contract import LATER, Agreed
from tests.negotiate.meeting import Meeting
from tests.negotiate.refusing import refuses

W, E = Side.WORKER, Side.EMPLOYER
DAY = timedelta(days=1)


@pytest.mark.parametrize("stage", LATER)
def test_every_stage_after_the_draft_is_reached(db: None, stage: Stage) -> None:
    Agreed().on(stage)


def running(room: Room, kind: ClockKind) -> Clock:
    return room.clocks.going().get(kind=kind)


def test_a_contracts_term_is_within_the_places_years(db: None) -> None:
    agreed = Agreed()
    today = moment.today()
    refuses("最长 3 年（《集体合同规定》第三十八条）", agreed.draft, ends_on=today + 2000 * DAY)
    refuses("最短 1 年", agreed.draft, ends_on=today + 100 * DAY)
    past = {"starts_on": date(2020, 1, 1), "ends_on": date(2020, 12, 31)}
    refuses("截止日应晚于今天", lambda: agreed.draft(**past))
    agreed.draft(starts_on=today, ends_on=today + 365 * DAY)
    assert agreed.drawn.ends_on == today + 365 * DAY


def test_each_procedure_sums_up_in_its_own_way(db: None) -> None:
    agreed = Agreed()
    refuses("请先选定合同期限", sitting.sum_up, agreed.presiding())
    meeting = Meeting("award")
    meeting.open()
    meeting.agree()
    agreed.presiding = lambda: meeting.chair  # type: ignore[method-assign]
    refuses("简易程序不签集体合同", agreed.draft)


def test_nothing_is_drafted_while_a_term_is_open(db: None) -> None:
    agreed = Agreed()
    ledger.add_term(agreed.desk, item_id=agreed.term.item_id, title="又一条", kind="text")
    refuses("有 1 个条款没有谈定", agreed.draft)


def test_a_filing_is_complete_or_it_is_refused(db: None) -> None:
    agreed = Agreed().on(Stage.SIGNED)
    refuses("至少要报送 3 份（《集体合同规定》第四十二条）", agreed.file, copies=2)
    refuses(
        "还缺：双方协商代表名单、", agreed.file, enclosed=[Enclosure.CONTRACT, Enclosure.PROCESS]
    )
    refuses("不能晚于今天", agreed.file, filed_on=moment.today() + DAY)
    refuses("不能早于签订日期", agreed.file, filed_on=moment.today() - DAY)
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
        refuses("不能早于报送日期", agreed.acknowledge, filed_on - DAY)
        refuses("不能晚于今天", agreed.acknowledge, moment.today() + DAY)
        agreed.acknowledge(filed_on + 2 * DAY)
        clock = running(agreed.room, ClockKind.EFFECT)
        assert clock.started_on == filed_on + 2 * DAY
        assert clock.due >= filed_on + 17 * DAY
        refuses("已经登记过收件日期", agreed.acknowledge)


def test_an_objection_names_its_terms_and_comes_in_time(db: None) -> None:
    with moment.travelling():
        agreed = Agreed().on(Stage.FILED)
        refuses("请先登记人社部门收到", agreed.object_to)
        agreed.acknowledge()
        refuses("请勾选", agreed.object_to, terms=[])
        other = Agreed(title="食堂").term
        refuses("请勾选", agreed.object_to, terms=[other.pk])
        refuses("不能早于收件日期", agreed.object_to, objected_on=moment.today() - DAY)
        moment.move(40 * DAY)
        refuses("异议期到", agreed.object_to)


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
    agreed.agree("由安全科每周检查一次。")
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
    refuses("不能晚于今天", agreed.publish, moment.today() + DAY)
    refuses("不能早于生效日期", agreed.publish, moment.today() - DAY)
    agreed.publish()
    assert agreed.drawn.publication.place == "厂务公开栏和车间群"

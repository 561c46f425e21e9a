"""The offer, its receipt and the reply."""

from datetime import timedelta
from typing import Any

import pytest

from negotiate import moment
from negotiate.law.words import Capacity, ClockKind, Contract, Side, SideRule, Stage
from negotiate.record.chain import read
from negotiate.rooms.actions import booking, impasse, offering
from negotiate.rooms.models import Offer, Reply
from tests.negotiate.ordinary import CHAIR, EMPLOYER_CHIEF, Ordinary, screened
from tests.negotiate.refusing import refuses

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def talks(db: None) -> Ordinary:
    return Ordinary()


def newest(talks: Ordinary) -> Offer:
    return offering.newest(talks.room)


def record_receipt(talks: Ordinary, **changed: Any) -> None:
    facts = {"at": moment.now(), "by": "前台", "how": "当面送交", **changed}
    offering.record_receipt(talks.desk, **facts)


def test_an_offer_is_kept_and_recorded_as_it_was_sent(talks: Ordinary) -> None:
    talks.offer(materials="利润表", materials_due=moment.today())
    offer = newest(talks)
    assert (offer.number, offer.of, offer.matters) == (1, W, ["生活区安全"])
    assert (offer.sent_by, offer.reply) == (CHAIR, "")
    said = [*read(talks.room.book)][-1]["data"]
    assert (said["materials"], said["representatives"]) == ("利润表", 3)


def test_the_other_side_makes_no_offer(talks: Ordinary) -> None:
    proposal: dict[str, Any] = {
        "purpose": "谈",
        "basis": "法",
        "place": "食堂",
        "representatives": 3,
    }
    at = moment.now() + timedelta(days=9)
    offer = offering.Proposal(at=at, **proposal)
    refuses("由职工方发出要约", offering.make_offer, talks.chief(E), offer)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"at": timedelta(minutes=-1)}, "应晚于现在"),
        ({"materials": "利润表", "materials_due": timedelta(days=-1)}, "已经过去"),
        ({"representatives": 2}, "不少于 3 人（《集体合同规定》第十九条）"),
    ],
)
def test_an_unsound_offer_is_refused(talks: Ordinary, changed: dict[str, Any], why: str) -> None:
    for name, value in changed.items():
        if isinstance(value, timedelta):
            then = moment.now() + value
            changed = {**changed, name: then if name == "at" else moment.day_of(then)}
    refuses(why, talks.offer, **changed)


def test_a_place_may_limit_how_many_represent_a_side(db: None) -> None:
    talks = Ordinary(place="chongqing")
    refuses("不多于 15 人", talks.offer, representatives=16)
    talks.offer(representatives=15)


def test_the_other_chief_signs_for_the_offer_and_the_time_for_the_reply_begins(
    talks: Ordinary,
) -> None:
    talks.offer()
    refuses("企业方首席代表签收", offering.receive, talks.chief(W))
    offering.receive(talks.chief(E))
    assert newest(talks).received_by == EMPLOYER_CHIEF
    clock = talks.room.clocks.get(kind=ClockKind.REPLY)
    assert clock.started_on == moment.today()
    refuses("已经签收", offering.receive, talks.chief(E))
    refuses("已经签收", record_receipt, talks)


def test_the_desk_records_a_delivery_on_paper_on_its_own_day(talks: Ordinary) -> None:
    talks.offer()
    refuses("不能早于", record_receipt, talks, at=moment.now() - timedelta(days=1))
    refuses("不能晚于", record_receipt, talks, at=moment.now() + timedelta(days=1))
    sent = newest(talks).sent_at
    with moment.travelling():
        moment.move(timedelta(days=3))
        record_receipt(talks, at=sent + timedelta(hours=1))
        clock = talks.room.clocks.get(kind=ClockKind.REPLY)
        assert clock.started_on == moment.day_of(sent + timedelta(hours=1))
    assert newest(talks).received_how == "当面送交"


def test_only_the_desk_records_a_delivery_on_paper(talks: Ordinary) -> None:
    talks.offer()
    facts = {"at": moment.now(), "by": "前台", "how": "当面"}
    refuses("由会务登记", offering.record_receipt, talks.chief(E), **facts)


def test_whoever_replies_has_received_the_offer(talks: Ordinary) -> None:
    talks.offer()
    offering.respond(talks.chief(E), Reply.AGREE)
    assert newest(talks).received_at is not None
    assert talks.room.is_at is Stage.COMPOSING


def test_the_offering_side_does_not_reply_to_itself(talks: Ordinary) -> None:
    talks.offer()
    refuses("企业方首席代表答复", offering.respond, talks.chief(W), Reply.AGREE)


def test_changes_are_named_and_lead_on(talks: Ordinary) -> None:
    talks.offer()
    refuses("写明有哪些不同意见", offering.respond, talks.chief(E), Reply.CHANGES)
    talks.respond(Reply.CHANGES, "改在下月谈")
    assert talks.room.is_at is Stage.COMPOSING
    assert newest(talks).answer == "改在下月谈"
    assert not talks.room.clocks.going().filter(kind=ClockKind.REPLY).exists()


def test_a_refusal_needs_its_reason_and_names_the_article(talks: Ordinary) -> None:
    talks.offer()
    refuses("《集体合同规定》第三十二条", offering.respond, talks.chief(E), Reply.REFUSE)
    talks.refuse()
    assert talks.room.is_at is Stage.REFUSED


def test_after_a_refusal_the_same_side_offers_again_and_both_are_kept(talks: Ordinary) -> None:
    talks.to(Stage.REFUSED)
    talks.offer(purpose="再谈一次")
    assert [offer.reply for offer in talks.room.offers.all()] == ["refuse", ""]
    talks.respond()
    assert talks.room.is_at is Stage.COMPOSING


def test_a_withdrawn_offer_ends_the_talks_with_its_reason(talks: Ordinary) -> None:
    talks.offer()
    refuses("由职工方撤回", offering.withdraw_offer, talks.chief(E), reason="不谈了")
    offering.withdraw_offer(talks.chief(W), reason="已经整改")
    room = talks.room
    assert (room.is_at, room.ended_because) == (Stage.ENDED, "已经整改")
    assert not room.clocks.going().exists()


def test_the_desk_ends_talks_that_were_refused(talks: Ordinary) -> None:
    talks.to(Stage.REFUSED)
    impasse.end_talks(talks.desk, reason="对方一再拒绝")
    assert talks.room.ended_because == "对方一再拒绝"


def test_several_matters_go_into_one_offer(db: None) -> None:
    first = Ordinary()
    account = first.account
    one, two = screened(account, "高温津贴"), screened(account, "食堂补贴")
    facts: dict[str, Any] = {
        "at": moment.now() + timedelta(days=9),
        "place": "会议室",
        "own_capacity": Capacity.ATTENDEE,
        "rules": dict.fromkeys(Side, SideRule.POLL),
        "contract": Contract.WAGES,
        "offered_by": E,
        "chiefs": {W: "李秀英", E: EMPLOYER_CHIEF},
    }
    seat = booking.schedule(account, one.pk, also=[two.pk], **facts)
    titles = [item.matter.title for item in seat.room.agenda.select_related("matter")]
    assert titles == ["高温津贴", "食堂补贴"]
    assert {s.person.name for s in seat.room.seats.filter(capacity="chief")} == {
        "李秀英",
        EMPLOYER_CHIEF,
    }
    refuses("不能办理", booking.schedule, account, two.pk, **facts)

"""Refusing to sign: recorded with its reason, shown to all, taken back by whoever refused."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from agreements.papers.models import Paper
from agreements.signing.models import Refusal
from agreements.signing.refusing import refuse_to_sign, take_back_refusal
from negotiate import moment
from negotiate.law.words import Action, Side, Stage
from negotiate.people.models import Seat
from negotiate.record.chain import read
from negotiate.rooms.actions import impasse, sitting
from negotiate.rooms.telling import course
from tests.agreements.signing.scanned import accept, agree, bring
from tests.negotiate.contract import Agreed
from tests.negotiate.meeting import Meeting
from tests.negotiate.ordinary import RECORDER
from tests.negotiate.refusing import refuses

W, E = Side.WORKER, Side.EMPLOYER
WHY = "一等奖的条件与谈定的不一样。"


def paper_of(seat: Seat) -> Paper:
    paper = Paper.objects.of_room(seat.room_id).first()
    assert paper is not None
    return paper


def refuse(seat: Seat, reason: str = WHY) -> None:
    refuse_to_sign(seat, text_digest=paper_of(seat).digest, reason=reason)


def last(meeting: Meeting | Agreed) -> dict[str, Any]:
    return list(read(meeting.room.book))[-1]


def test_who_would_not_sign_when_and_why_is_in_the_record(summed: Meeting) -> None:
    refuse(summed.chief(E))
    act, refusal = last(summed), Refusal.objects.get()
    assert (act["action"], act["actor"]["name"]) == (
        Action.REFUSE_TO_SIGN, summed.chief(E).person.name,
    )  # fmt: skip
    assert (act["data"]["reason"], act["data"]["digest"]) == (WHY, paper_of(summed.chair).digest)
    assert (refusal.reason, refusal.withdrawn_at) == (WHY, None)
    assert summed.room.is_at is Stage.SUMMED_UP


@pytest.mark.parametrize("reason", ["", "  \n", "字" * 201, "不同意\u202e"])
def test_no_refusal_without_a_reason_that_can_be_read(summed: Meeting, reason: str) -> None:
    refuses("请写明拒绝签署的理由，最多 200 个字", refuse, summed.chief(E), reason)


def test_the_longest_reason_is_kept_whole(summed: Meeting) -> None:
    refuse(summed.chief(E), "字" * 200)
    assert Refusal.objects.get().reason == "字" * 200


def test_only_who_is_asked_to_sign_can_refuse(summed: Meeting) -> None:
    for seat in (summed.other(W), summed.chair):
        refuses(r"首席代表|不用您签署", refuse, seat)


def test_another_text_than_the_one_shown_is_not_refused(summed: Meeting) -> None:
    refuses("文本刚刚改过", refuse_to_sign, summed.chief(W), text_digest="0" * 64, reason=WHY)


def test_one_refuses_once_and_not_what_one_has_signed(summed: Meeting) -> None:
    refuse(summed.chief(E))
    refuses("理由已经记下", refuse, summed.chief(E))
    summed.sign(W)
    refuses("已签署过", refuse, summed.chief(W))


def test_the_database_too_keeps_one_standing_refusal_and_its_reason(summed: Meeting) -> None:
    facts = {"paper": paper_of(summed.chair), "seat": summed.chief(E), "at": moment.now()}
    Refusal.objects.create(**facts, reason=WHY)
    for reason, name in ((WHY, "refuses_to_sign_once|UNIQUE"), ("", "refusal_says_why")):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Refusal.objects.create(**facts, reason=reason)


def test_signing_after_all_takes_the_refusal_back_and_leaves_it_in_the_record(
    summed: Meeting,
) -> None:
    refuse(summed.chief(E))
    summed.sign(W)
    assert not paper_of(summed.chair).is_complete
    summed.sign(E)
    assert paper_of(summed.chair).is_complete
    assert Refusal.objects.get().withdrawn_at is not None
    acts = [(act["action"], act["data"]) for act in read(summed.room.book)]
    told = [data.get("takes_back") for action, data in acts if action == Action.SIGN]
    assert told == [None, True]
    assert Action.REFUSE_TO_SIGN in dict(acts)


def test_a_signature_that_fails_takes_nothing_back(summed: Meeting) -> None:
    refuse(summed.chief(E))
    paper = paper_of(summed.chair)
    paper.frozen["text"]["copies"] = ["各执一份。"]
    paper.save(update_fields=["frozen"])
    refuses_signing = summed.chief(E)
    with pytest.raises(Exception, match="与归纳时的文本不一致"):
        summed.sign(E)
    assert Refusal.objects.get(seat=refuses_signing).withdrawn_at is None


def test_taken_back_the_hand_is_awaited_again_and_may_be_refused_again(summed: Meeting) -> None:
    chief = summed.chief(E)
    refuses("您没有拒绝签署这份文本", take_back_refusal, chief)
    refuse(chief)
    take_back_refusal(chief)
    refuses("您没有拒绝签署这份文本", take_back_refusal, chief)
    refuse(chief, "还是不行")
    assert [refusal.withdrawn_at is None for refusal in Refusal.objects.all()] == [False, True]


def test_no_scan_passes_over_a_refusal(summed: Meeting) -> None:
    chief = summed.chief(E)
    refuse(chief)
    refuses(f"{chief.person.name}已拒绝签署", bring, summed.chair)
    take_back_refusal(chief)
    bring(summed.chair)
    agree(summed.chair)
    refuse(chief)
    refuses(f"{chief.person.name}已拒绝签署", accept, summed.chair)
    take_back_refusal(chief)
    accept(summed.chair)
    assert paper_of(summed.chair).is_complete


def test_refused_minutes_return_to_the_table_and_the_next_ones_say_so(summed: Meeting) -> None:
    number, chief = paper_of(summed.chair).number, summed.chief(E)
    refuse(chief)
    sitting.return_to_session(summed.chair)
    assert summed.room.is_at is Stage.IN_SESSION
    paper = summed.sum_up()
    assert not paper.refusals.exists()
    told = f"企业方{chief.person.name}拒绝签署{number}，理由：一等奖的条件与谈定的不一样。"
    assert told in " ".join(paper.frozen["text"]["course"])
    assert told in " ".join(course(summed.room.book))


def test_refused_and_partly_signed_minutes_leave_the_simplified_procedure(summed: Meeting) -> None:
    summed.sign(W)
    refuse(summed.chief(E))
    refuses("不能再退回协商", sitting.return_to_session, summed.chair)
    sitting.escalate(summed.chair, reason="企业方不签")
    assert summed.room.is_at is Stage.TO_OFFER
    assert Refusal.objects.get().withdrawn_at is None


def test_a_chief_may_refuse_a_ratified_contract_and_the_desk_recalls_it(db: None) -> None:
    agreed = Agreed().on(Stage.RATIFIED)
    refuses("不用您签署", refuse, agreed.seat(RECORDER))
    refuse(agreed.chief(E))
    impasse.recall(agreed.desk, reason="企业方不签")
    assert agreed.room.is_at is Stage.IN_SESSION
    assert Refusal.objects.get().reason == WHY
    refuses("协商中", refuse, agreed.chief(E))

"""Signing: one text by its digest, the last hand completes, and the bytes stay what they were."""

import hashlib
import json
from io import BytesIO

import pytest
from django.test import Client
from docx import Document

from agreements.papers.models import Paper
from agreements.papers.reading import full_text
from agreements.scenarios.handwriting import scrawl
from agreements.signing.actions import sign
from agreements.signing.models import Signature
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Side
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import read
from negotiate.rooms.actions import seating
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER


def paper_of(meeting: Meeting) -> Paper:
    return Paper.objects.get(room=meeting.room)


def acts(meeting: Meeting) -> list[str]:
    return [act["action"] for act in read(meeting.room.book)]


def test_the_last_hand_completes_the_paper_in_the_same_act(summed: Meeting) -> None:
    summed.sign(W)
    assert not paper_of(summed).is_complete
    summed.sign(E)
    paper = paper_of(summed)
    assert (paper.grade, summed.room.stage) == ("B", "signed")
    assert hashlib.sha256(bytes(paper.docx or b"")).hexdigest() == paper.sha256
    assert acts(summed)[-3:] == ["sign", "sign", "complete"]


def test_both_hands_and_what_they_are_worth_stand_in_the_paper(summed: Meeting) -> None:
    for side in Side:
        summed.sign(side)
    docx = bytes(paper_of(summed).docx or b"")
    assert len(Document(BytesIO(docx)).inline_shapes) == len(Side) + 1  # and the code to check it
    text = full_text(docx)
    for signature in Signature.objects.all():
        assert signature.strokes_digest in text
    assert "签名等级：B级" in text


def test_the_text_signed_is_the_text_of_the_paper(summed: Meeting) -> None:
    shown = paper_of(summed).frozen["lines"]
    assert hashlib.sha256(shown.encode()).hexdigest() == paper_of(summed).digest
    for side in Side:
        summed.sign(side)
    printed = full_text(bytes(paper_of(summed).docx or b"")).split("\n")
    kept = set(printed)
    # Only the places for signatures and the digests of the strokes are new in the signed paper.
    lost = [line for line in shown.split("\n") if line not in kept]
    assert all("签名" in line or "年　　月" in line for line in lost)


def test_a_signature_to_another_text_is_refused_and_recorded(summed: Meeting) -> None:
    with pytest.raises(Refused, match="文本刚刚改过"):
        sign(summed.chief(W), text_digest="0" * 64, strokes=scrawl("王桂芳"))
    assert acts(summed)[-1] == "refused"
    assert not Signature.objects.exists()


def test_one_signs_once(summed: Meeting) -> None:
    summed.sign(W)
    with pytest.raises(Refused, match="已签署过"):
        summed.sign(W)
    assert Signature.objects.count() == 1


@pytest.mark.parametrize("strokes", ["", "[]", "nonsense", json.dumps([[[1, 1, 0], [2, 2, 5]]])])
def test_no_signature_without_a_hand(summed: Meeting, strokes: str) -> None:
    with pytest.raises(Refused):
        sign(summed.chief(W), text_digest=paper_of(summed).digest, strokes=strokes)
    assert not Signature.objects.exists()


def test_only_signers_sign(summed: Meeting) -> None:
    for seat in (summed.other(W), summed.chair):
        with pytest.raises(Refused, match=r"不用您签署|首席代表"):
            sign(seat, text_digest=paper_of(summed).digest, strokes=scrawl("某人"))


def test_the_download_serves_the_frozen_bytes_every_time(summed: Meeting, client: Client) -> None:
    for side in Side:
        summed.sign(side)
    paper = paper_of(summed)
    client.force_login(summed.account)
    addresses = (f"/papers/{paper.pk}/docx/", f"/s/{summed.chair.pk}/paper/docx/")
    for address in (*addresses, *addresses):
        answer = client.get(address)
        assert hashlib.sha256(answer.content).hexdigest() == paper.sha256


def test_a_paper_is_numbered_within_its_enterprise_and_year(summed: Meeting) -> None:
    first = paper_of(summed)
    for side in Side:
        summed.sign(side)
    again = Meeting("award")
    again.open()
    again.agree()
    again.sum_up()
    numbers = [first.number, paper_of(again).number]
    assert [number[-2:] for number in numbers] == ["1号", "2号"]


def test_a_recorder_who_was_not_there_signs_nothing(db: None) -> None:
    meeting = Meeting("award")
    recorder = RosterRow("沈怡", "", "文员", None, Capacity.RECORDER)
    seating.seat_persons(meeting.chair, [recorder])
    meeting.open()
    meeting.agree()
    digest = meeting.sum_up().digest
    seat = Seat.objects.get(room=meeting.room, capacity="recorder")
    with pytest.raises(Refused, match="没有列您签署"):
        sign(seat, text_digest=digest, strokes=scrawl("沈怡"))
    assert not Signature.objects.exists()


def test_a_small_sides_figures_are_not_printed(summed: Meeting) -> None:
    results = " ".join(paper_of(summed).frozen["text"]["polls"])
    assert "不足5人，不列票数" in results
    assert "同意 2" not in results


def test_what_only_advised_a_chief_stays_within_his_side(db: None) -> None:
    meeting = Meeting("award")
    room = meeting.room
    room.employer_rule = "chief"
    room.save(update_fields=["employer_rule"])
    meeting.open()
    meeting.propose(30000, 500)
    meeting.vote("yes", W)
    meeting.vote("no", E)
    meeting.confirm()
    frozen = meeting.sum_up().frozen["text"]
    told = " ".join([*frozen["course"], *frozen["polls"]])
    assert "没有通过" not in told
    assert "征求意见" in told


def test_a_signer_who_left_the_seat_is_no_signer(summed: Meeting) -> None:
    seat: Seat = summed.chief(W)
    Seat.objects.filter(pk=seat.pk).update(link_serial=2)
    with pytest.raises(Refused, match="不在这个会场"):
        sign(seat, text_digest=paper_of(summed).digest, strokes=scrawl("王桂芳"))

"""Nobody's hand is put to a text that no longer comes out as it was shown."""

import hashlib

import pytest
from django.test import Client

from agreements.papers.models import Paper
from agreements.signing.models import Signature
from agreements.signing.scan_models import Scan
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.record.chain import read
from tests.agreements.signing.scanned import bring
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER
OTHERWISE = "与归纳时的文本不一致"


def show(meeting: Meeting, lines: str) -> None:
    """Leave the paper as a program that words its text so would have frozen it."""
    paper = Paper.objects.get(room=meeting.room)
    paper.frozen["lines"] = lines
    paper.digest = hashlib.sha256(lines.encode()).hexdigest()
    paper.save(update_fields=["frozen", "digest"])


def shown(meeting: Meeting) -> str:
    lines: str = Paper.objects.get(room=meeting.room).frozen["lines"]
    return lines


def test_what_another_program_worded_is_neither_signed_nor_scanned_nor_printed(
    summed: Meeting, client: Client
) -> None:
    show(summed, shown(summed).replace("协商经过", "经过"))
    with pytest.raises(Refused, match=OTHERWISE):
        summed.sign(W)
    with pytest.raises(Refused, match=OTHERWISE):
        bring(summed.chair)
    client.force_login(summed.account)
    answer = client.get(f"/s/{summed.chair.pk}/paper/print/")
    assert answer.status_code == 500
    assert OTHERWISE in answer.content.decode()
    assert not Signature.objects.exists()
    assert not Scan.objects.exists()


def test_the_last_hand_changes_nothing_if_the_program_changed_between_the_two(
    summed: Meeting,
) -> None:
    before = shown(summed)
    summed.sign(W)
    show(summed, before.replace("协商经过", "经过"))
    with pytest.raises(Refused, match=OTHERWISE):
        summed.sign(E)
    paper = Paper.objects.get(room=summed.room)
    acts = [act["action"] for act in read(summed.room.book)]
    assert (paper.is_complete, paper.signatures.count()) == (False, 1)
    assert (summed.room.stage, acts[-2:]) == ("summed_up", ["sign", "refused"])
    show(summed, before)
    assert summed.sign(E).is_complete


def test_a_frozen_text_touched_by_hand_is_not_signed(summed: Meeting) -> None:
    paper = Paper.objects.get(room=summed.room)
    paper.frozen["text"]["copies"] = ["按本纪要履行"]
    paper.save(update_fields=["frozen"])
    with pytest.raises(Refused, match=OTHERWISE):
        summed.sign(W)

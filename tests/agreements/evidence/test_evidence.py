"""The evidence of a signing: complete, signed, and of this paper alone."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from docx import Document

from agreements.checking.register import bundle
from agreements.evidence.checking import exported, faults
from agreements.evidence.models import Evidence
from agreements.evidence.sheet import build_sheet
from agreements.papers.models import Paper
from agreements.papers.reading import full_text
from agreements.scenarios.handwriting import scrawl
from agreements.signing.actions import sign
from agreements.signing.circumstances import Circumstances
from agreements.signing.comparing import points_of
from negotiate import moment
from negotiate.law.words import Side
from tests.agreements.papers.tools import lay_out, pages_of
from tests.agreements.signing.scanned import PDF, picture, sign_in_ink
from tests.negotiate.meeting import Meeting
from tests.visitor import seated


@pytest.fixture
def paper(summed: Meeting) -> Paper:
    for side in Side:
        summed.sign(side)
    return Paper.objects.get(room=summed.room)


def file_of(paper: Paper) -> str:
    kept = paper.evidence
    return exported(kept.content, kept.signature, kept.certificate)


def test_it_says_who_signed_what_when_and_with_whose_key(paper: Paper) -> None:
    told = json.loads(paper.evidence.content)
    assert told["paper"]["sha256"] == paper.sha256
    assert told["paper"]["text_sha256"] == paper.digest
    assert [one["name"] for one in told["signers"]] == ["王桂芳", "周志远"]
    for signer, signature in zip(told["signers"], paper.signatures.all(), strict=True):
        assert signer["strokes_sha256"] == signature.strokes_digest
        assert signer["text_sha256"] == paper.digest
    assert [one["custody"] for one in told["certificates"]] == ["event", "event", "platform"]
    last = json.loads(told["record"]["entries"][-1]["body"])
    assert (last["action"], last["data"]["sha256"]) == ("complete", paper.sha256)


def test_it_holds_and_belongs_to_its_paper(paper: Paper) -> None:
    assert faults(file_of(paper), bundle(), bytes(paper.docx or b"")) == []
    assert faults(file_of(paper), bundle(), b"another") == ["it is the evidence of another file"]


def _name(told: Any) -> None:
    told["evidence"]["signers"][0]["name"] = "别人"


def _entry(told: Any) -> None:
    entry = told["evidence"]["record"]["entries"][3]
    entry["body"] = entry["body"].replace('"', "'", 1)


def _cut(told: Any) -> None:
    del told["evidence"]["record"]["entries"][-1]


def _signature(told: Any) -> None:
    told["signature"] = told["signature"][::-1]


def _nothing(told: Any) -> None:
    told.clear()


@pytest.mark.parametrize("change", [_name, _entry, _cut, _signature, _nothing])
def test_whatever_is_changed_in_it_is_found(paper: Paper, change: Callable[[Any], None]) -> None:
    told = json.loads(file_of(paper))
    change(told)
    assert faults(json.dumps(told), bundle()) != []


def test_another_platform_is_not_trusted(paper: Paper) -> None:
    assert any("not trusted" in one for one in faults(file_of(paper), replace(bundle(), roots=())))


def test_by_command_without_a_database(paper: Paper, tmp_path: Path) -> None:
    evidence, trusted = tmp_path / "evidence.json", tmp_path / "bundle.json"
    evidence.write_text(file_of(paper), "utf-8")
    (tmp_path / "paper.docx").write_bytes(bytes(paper.docx or b""))
    call_command("verify_paper", bundle=trusted)

    def ask(*words: Path) -> int:
        command = [sys.executable, "-m", "agreements.evidence", *map(str, words)]
        return subprocess.run(
            command, cwd=settings.BASE_DIR, env={}, capture_output=True
        ).returncode

    assert ask(evidence, trusted, tmp_path / "paper.docx") == 0
    assert ask(evidence, trusted, trusted) == 1
    assert ask(evidence, evidence) == 2


def test_the_page_says_what_the_data_say_and_claims_no_more_than_its_grade(paper: Paper) -> None:
    sheet = build_sheet(paper.evidence.content)
    assert build_sheet(paper.evidence.content) == sheet
    said = full_text(sheet)
    for word in (
        paper.number,
        paper.sha256,
        paper.digest,
        "王桂芳",
        "周志远",
        "B级",
        "未经第三方认证",
    ):
        assert word in said
    assert len(Document(BytesIO(sheet)).inline_shapes) == 1


def test_the_page_is_one_page(paper: Paper, tmp_path: Path) -> None:
    (tmp_path / "sheet.docx").write_bytes(build_sheet(paper.evidence.content))
    lay_out(tmp_path)
    assert len(pages_of(tmp_path / "sheet.pdf")) == 1


def test_of_a_paper_signed_in_ink_it_names_the_scan(summed: Meeting) -> None:
    paper, name = sign_in_ink(summed.chair, picture("PNG"), PDF), summed.chair.person.name
    kept = Evidence.objects.get(paper__room=summed.room)
    ink, points = json.loads(kept.content)["ink"], points_of(paper)
    assert [file["media_type"] for file in ink["files"]] == ["image/png", "application/pdf"]
    assert [one["point"] for one in ink["findings"]] == [point.heading for point in points]
    chiefs = {side: summed.chief(side).person.name for side in Side}
    assert {one["by"] for one in ink["findings"]} == {name, *chiefs.values()}
    assert ink["accepted_by"] == name
    said = full_text(build_sheet(kept.content))
    assert "以双方签字盖章的纸质文本为准" in said
    others = "、".join(f"{chief}（2处）" for chief in chiefs.values())
    assert f"共{len(points)}处，由{name}（{len(points) - 4}处）、{others}逐处比对相符" in said


def test_whoever_sat_in_the_room_fetches_it(summed: Meeting, paper: Paper) -> None:
    seat = summed.other(Side.EMPLOYER)
    visitor = seated(seat)
    data = visitor.get(reverse("seat-evidence", args=[seat.pk, "json"]))
    assert faults(data.content.decode(), bundle(), bytes(paper.docx or b"")) == []
    page = visitor.get(reverse("seat-evidence", args=[seat.pk, "docx"]))
    assert page.content == build_sheet(paper.evidence.content)


def test_what_was_shown_and_agreed_to_stands_in_it(summed: Meeting) -> None:
    """From where, since when, and with which device, as the page has it."""
    told = Circumstances(
        intent="我已阅读全文，同意签署。",
        read_from=moment.now(),
        end_after=41_000,
        signed_after=65_000,
        device="Mozilla/5.0 (Linux; Android 8.1)",
        address="192.0.2.7",
        identity="link",
        remote=True,
    )
    paper = Paper.objects.get(room=summed.room)
    for side in Side:
        seat = summed.chief(side)
        hand = scrawl(seat.person.name)
        sign(seat, text_digest=paper.digest, strokes=hand, circumstances=told)
    kept = Evidence.objects.get(paper=paper).content
    signer = json.loads(kept)["signers"][0]
    assert signer["intent"] == told.intent
    assert signer["intent_sha256"] == hashlib.sha256(told.intent.encode()).hexdigest()
    assert signer["claimed_ms"] == {"end": 41_000, "signed": 65_000}
    assert (signer["device"], signer["address"]) == (told.device, told.address)
    said = full_text(build_sheet(kept))
    for word in (told.intent, told.device, "192.0.2.7", "只绑定一部设备", "线上"):
        assert word in said

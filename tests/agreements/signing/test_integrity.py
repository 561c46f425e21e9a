"""A file that is no longer the one in the record is never handed out, and is named."""

import hashlib
import logging
from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from agreements.papers.models import Paper
from agreements.signing.models import Signature
from agreements.signing.scan_models import Scan, ScanFile
from negotiate.law.words import Side
from negotiate.record import triggers
from negotiate.record.models import Entry
from tests.agreements.archive.shelf import take_out
from tests.agreements.signing.scanned import sign_in_ink
from tests.negotiate.meeting import Meeting

FORGED = b"%PDF-1.7 forged %%EOF"
SHA = hashlib.sha256(FORGED).hexdigest()


@pytest.fixture
def signed(summed: Meeting) -> Meeting:
    for side in Side:
        summed.sign(side)
    return summed


@pytest.fixture
def inked(summed: Meeting) -> Meeting:
    sign_in_ink(summed.chair)
    return summed


def refused(meeting: Meeting, client: Client, *paths: str) -> None:
    client.force_login(meeting.account)
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 500
        assert answer.headers["Content-Type"].startswith("text/html")
        assert FORGED not in answer.content
        assert "与存档时的摘要不符" in answer.content.decode()


def named(meeting: Meeting, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command says of a room that does not hold."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        call_command("verify_record", meeting.room.pk)
    assert ended.value.code == 1
    return capsys.readouterr().err


@pytest.mark.parametrize("digest", [{}, {"sha256": SHA}])
def test_a_forged_paper_is_not_handed_out_even_with_its_row_made_to_fit(
    signed: Meeting,
    client: Client,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    digest: dict[str, str],
) -> None:
    paper = Paper.objects.get(room=signed.room)
    Paper.objects.filter(pk=paper.pk).update(docx=FORGED, **digest)
    with caplog.at_level(logging.ERROR):
        refused(signed, client, f"/papers/{paper.pk}/docx/", f"/s/{signed.chair.pk}/paper/docx/")
    assert f"paper {paper.pk} of room {signed.room.pk}" in caplog.text
    assert f"paper {paper.number}: the file hashes to {SHA}" in named(signed, capsys)


@pytest.mark.parametrize("digest", [{}, {"sha256": SHA}])
def test_a_forged_scan_is_not_handed_out_either(
    inked: Meeting, client: Client, capsys: pytest.CaptureFixture[str], digest: dict[str, str]
) -> None:
    paper = Paper.objects.get(room=inked.room)
    ScanFile.objects.filter(scan__paper=paper).update(content=FORGED, **digest)
    refused(inked, client, f"/papers/{paper.pk}/scan/", f"/s/{inked.chair.pk}/paper/scan-file/")
    assert f"scan of paper {paper.number}: the file hashes to {SHA}" in named(inked, capsys)


def take_scan(paper: Paper) -> None:
    Scan.objects.filter(paper=paper).delete()


def take_paper(paper: Paper) -> None:
    take_scan(paper)
    take_out(paper.card)
    Signature.objects.filter(paper=paper).delete()
    paper.delete()


def renumber(paper: Paper) -> None:
    Paper.objects.filter(pk=paper.pk).update(number="集协纪〔2026〕99号")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (take_scan, "uploaded, and it is not there"),
        (take_paper, "completed, and it is not there"),
        (renumber, "its row says number 集协纪〔2026〕99号, the record says 集协纪"),
    ],
)
def test_a_file_that_is_gone_or_renumbered_is_named(
    inked: Meeting,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Paper], None],
    told: str,
) -> None:
    spoil(Paper.objects.get(room=inked.room))
    assert told in named(inked, capsys)


@pytest.mark.parametrize("body", ["{}", "{", "[]", '{"action":"complete","data":"none"}'])
def test_without_its_entry_in_the_record_a_file_is_nobodys(
    signed: Meeting, client: Client, capsys: pytest.CaptureFixture[str], body: str
) -> None:
    paper, book = Paper.objects.get(room=signed.room), signed.room.book
    triggers.remove(connection)
    Entry.objects.filter(book=book, number=book.length).update(body=body)
    refused(signed, client, f"/papers/{paper.pk}/docx/")
    told = named(signed, capsys)
    assert f"room {signed.room.pk}: entry {book.length} (row " in told
    assert f"paper {paper.number}: the file hashes to {paper.sha256}, the record says not" in told


def test_the_command_says_which_files_hold(
    inked: Meeting, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = Paper.objects.get(room=inked.room)
    call_command("verify_record", inked.room.pk)
    said = capsys.readouterr().out
    for name in (f"paper {paper.number}", f"scan of paper {paper.number}"):
        assert f"{name}: the file is the one in the record" in said


def test_a_draft_is_not_yet_verified(summed: Meeting, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("verify_record", summed.room.pk)
    assert "paper" not in capsys.readouterr().out

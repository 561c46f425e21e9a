"""Only a scan that opens is kept as the proof of ink, and never over a hand given on a phone."""

import hashlib

import pytest
from django.test import Client

from agreements.papers.actions import to_print
from agreements.papers.models import Paper
from agreements.signing.actions import upload_scan
from agreements.signing.models import Scan
from agreements.signing.scans import MAX_SCAN, media_type
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.record.chain import read
from tests.agreements.signing.scanned import PDF, immense, picture
from tests.negotiate.meeting import Meeting
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER
PNG, JPEG = picture("PNG"), picture("JPEG")


def signers(meeting: Meeting) -> list[int]:
    ids: list[int] = Paper.objects.get(room=meeting.room).frozen["signers"]
    return ids


@pytest.mark.parametrize(
    ("content", "said"), [(PDF, "application/pdf"), (PNG, "image/png"), (JPEG, "image/jpeg")]
)
def test_a_scan_is_what_its_bytes_are(content: bytes, said: str) -> None:
    assert media_type(content) == said


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff garbage",
        b"\x89PNG\r\n\x1a\n garbage",
        JPEG[: len(JPEG) // 2],
        PNG[: len(PNG) // 2],
        PNG[:60] + bytes(20) + PNG[80:],
        b"%PDF-1.7",
        PDF[:-8],
    ],
)
def test_a_scan_that_does_not_open_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="打不开"):
        media_type(content)


@pytest.mark.parametrize("side", [8_000, 10_000, 60_000])
def test_a_picture_that_unfolds_without_bounds_is_refused(side: int) -> None:
    with pytest.raises(Refused, match="尺寸太大"):
        media_type(immense(side))


def test_a_file_too_large_is_refused_unread() -> None:
    with pytest.raises(Refused, match="8 MB"):
        media_type(PDF + bytes(MAX_SCAN))


def test_ink_on_paper_completes_with_the_bytes_that_were_printed(summed: Meeting) -> None:
    printed = to_print(Paper.objects.get(room=summed.room))
    upload_scan(summed.chair, content=PDF, signer_ids=signers(summed))
    paper = Paper.objects.get(room=summed.room)
    assert (paper.grade, bytes(paper.docx or b"")) == ("C", printed)
    assert bytes(paper.scan.content) == PDF
    assert paper.scan.sha256 == hashlib.sha256(PDF).hexdigest()
    assert summed.room.stage == "signed"


def test_a_scan_must_bear_every_signers_hand(summed: Meeting) -> None:
    with pytest.raises(Refused, match="每位签署人"):
        upload_scan(summed.chair, content=PDF, signer_ids=signers(summed)[:1])
    assert not Paper.objects.get(room=summed.room).is_complete


@pytest.mark.parametrize("content", [b"", b"MZ a program", b"<html>", b"PK\x03\x04"])
def test_a_scan_is_a_picture_or_a_pdf_whatever_its_name(summed: Meeting, content: bytes) -> None:
    with pytest.raises(Refused, match="PDF"):
        upload_scan(summed.chair, content=content, signer_ids=signers(summed))


def test_ink_never_passes_over_a_hand_given_on_a_phone(summed: Meeting) -> None:
    paper = summed.sign(W)
    with pytest.raises(Refused, match="已有人在手机上签署"):
        upload_scan(summed.chair, content=PDF, signer_ids=paper.frozen["signers"])
    assert not Scan.objects.exists()
    assert summed.sign(E).grade == "B"


def test_the_paper_page_offers_ink_only_while_nobody_has_signed(
    summed: Meeting, client: Client
) -> None:
    client.force_login(summed.account)
    page, scan = f"/s/{summed.chair.pk}/paper/", f'href="/s/{summed.chair.pk}/paper/scan/"'
    assert scan in client.get(page).content.decode()
    summed.sign(W)
    assert scan not in client.get(page).content.decode()


def test_the_record_says_to_which_text_the_scan_belongs(summed: Meeting) -> None:
    paper = Paper.objects.get(room=summed.room)
    upload_scan(summed.chair, content=PDF, signer_ids=paper.frozen["signers"])
    told = [act["data"] for act in read(summed.room.book) if act["action"] == "upload_scan"]
    assert [fact["digest"] for fact in told] == [paper.digest]


def test_the_scan_is_one_press_from_the_archive_the_paper_and_the_room(
    summed: Meeting, client: Client
) -> None:
    paper = Paper.objects.get(room=summed.room)
    upload_scan(summed.chair, content=PNG, signer_ids=paper.frozen["signers"])
    client.force_login(summed.account)
    phone, seat = seated(summed.other(W)), summed.other(W).pk
    office, own = f"/papers/{paper.pk}/scan/", f"/s/{seat}/paper/scan-file/"
    assert f'href="{office}"' in client.get(f"/archive/{paper.pk}/").content.decode()
    assert f'href="{own}"' in phone.get(f"/s/{seat}/paper/").content.decode()
    assert 'href="paper/scan-file/"' in phone.get(f"/s/{seat}/").content.decode()
    assert 'href="paper/scan-file/"' in client.get(f"/s/{summed.chair.pk}/").content.decode()
    for answer in (client.get(office), phone.get(own)):
        assert (answer.content, answer.headers["Content-Type"]) == (PNG, "image/png")


def test_a_paper_signed_on_phones_has_no_scan_to_fetch(summed: Meeting, client: Client) -> None:
    for side in Side:
        paper = summed.sign(side)
    client.force_login(summed.account)
    assert "scan" not in client.get(f"/archive/{paper.pk}/").content.decode()
    assert client.get(f"/papers/{paper.pk}/scan/").status_code == 404
    assert client.get(f"/s/{summed.chair.pk}/paper/scan-file/").status_code == 404

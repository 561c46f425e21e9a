"""Only a scan that opens is kept as the proof of ink, and never over a hand given on a phone."""

import hashlib
import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client

from agreements.evidence.models import Evidence
from agreements.papers.actions import to_print
from agreements.papers.models import Paper
from agreements.papers.package import TYPES, unpack
from agreements.signing.digital.names import PACKAGE_RELS
from agreements.signing.scans import MAX_SCAN, TURNS, opened
from negotiate.law.canonical import digest
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.record.chain import read
from tests.agreements.signing.scanned import (
    PDF,
    accept,
    agree,
    bring,
    immense,
    picture,
    sign_in_ink,
)
from tests.negotiate.meeting import Meeting
from tests.negotiate.refusing import refuses
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER
PNG, JPEG = picture("PNG"), picture("JPEG")


@pytest.mark.parametrize(
    ("content", "said"), [(PDF, "application/pdf"), (PNG, "image/png"), (JPEG, "image/jpeg")]
)
def test_a_scan_is_what_its_bytes_are(content: bytes, said: str) -> None:
    assert opened(content).media_type == said


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
        opened(content)


@pytest.mark.parametrize("side", [8_000, 10_000, 60_000])
def test_a_picture_that_unfolds_without_bounds_is_refused(side: int) -> None:
    with pytest.raises(Refused, match="尺寸太大"):
        opened(immense(side))


def test_a_file_too_large_is_refused_unread() -> None:
    with pytest.raises(Refused, match="8 MB"):
        opened(PDF + bytes(MAX_SCAN))


def test_ink_on_paper_completes_with_what_was_printed_sealed(summed: Meeting) -> None:
    printed = to_print(Paper.objects.get(room=summed.room))
    sign_in_ink(summed.chair, PNG, PDF)
    paper = Paper.objects.get(room=summed.room)
    kept, shown = unpack(bytes(paper.docx or b"")), unpack(printed)
    lists = {TYPES, PACKAGE_RELS}  # they name the signature too
    assert paper.grade == "C"
    assert {one: kept[one] for one in shown if one not in lists} == {
        one: shown[one] for one in shown if one not in lists
    }
    files = paper.scan.files.all()
    assert [bytes(file.content) for file in files] == [PNG, PDF]
    assert [file.sha256 for file in files] == [
        hashlib.sha256(one).hexdigest() for one in (PNG, PDF)
    ]
    assert summed.room.stage == "signed"


@pytest.mark.parametrize("content", [b"", b"MZ a program", b"<html>", b"PK\x03\x04"])
def test_a_scan_is_a_picture_or_a_pdf_whatever_its_name(summed: Meeting, content: bytes) -> None:
    refuses("PDF", bring, summed.chair, content)


def test_ink_never_passes_over_a_hand_given_on_a_phone(summed: Meeting) -> None:
    bring(summed.chair)
    agree(summed.chair)
    summed.sign(W)
    refuses("已有人在手机上签署", accept, summed.chair)
    refuses("已有人在手机上签署", bring, summed.chair, PNG)
    assert summed.sign(E).grade == "B"
    assert Evidence.objects.get(paper__room=summed.room).content.count('"ink":null') == 1


def test_the_paper_page_offers_ink_only_while_nobody_has_signed(
    summed: Meeting, client: Client
) -> None:
    client.force_login(summed.account)
    page, scan = f"/s/{summed.chair.pk}/paper/", f'href="/s/{summed.chair.pk}/paper/scan/"'
    assert scan in client.get(page).content.decode()
    summed.sign(W)
    assert scan not in client.get(page).content.decode()


def test_the_record_says_what_was_accepted_for_which_text_and_who_compared(summed: Meeting) -> None:
    paper = sign_in_ink(summed.chair, PNG, PDF)
    (told,) = [act["data"] for act in read(summed.room.book) if act["action"] == "accept_scan"]
    assert told["files"] == [hashlib.sha256(one).hexdigest() for one in (PNG, PDF)]
    assert told["digest"] == paper.digest
    seats = [summed.chair, *map(summed.chief, Side)]
    assert told["compared_by"] == sorted(seat.person.name for seat in seats)
    kept = json.loads(Evidence.objects.get(paper=paper).content)["ink"]
    assert told["findings"] == kept["findings_sha256"] == digest(kept["findings"])


def test_the_scan_is_one_press_from_the_archive_the_paper_and_the_room(
    summed: Meeting, client: Client
) -> None:
    paper = sign_in_ink(summed.chair, PNG)
    client.force_login(summed.account)
    phone, seat = seated(summed.other(W)), summed.other(W).pk
    office, own = f"/papers/{paper.pk}/scan/", f"/s/{seat}/paper/scan-file/"
    assert f'href="{office}"' in client.get(f"/archive/{paper.card.pk}/").content.decode()
    assert f'href="{own}"' in phone.get(f"/s/{seat}/paper/").content.decode()
    assert 'href="paper/scan-file/"' in phone.get(f"/s/{seat}/").content.decode()
    assert 'href="paper/scan-file/"' in client.get(f"/s/{summed.chair.pk}/").content.decode()
    for answer in (client.get(office), phone.get(own)):
        assert (answer.content, answer.headers["Content-Type"]) == (PNG, "image/png")


def test_several_files_are_fetched_as_one_in_their_order(summed: Meeting) -> None:
    sign_in_ink(summed.chair, PNG, PDF, JPEG)
    answer = seated(summed.other(E)).get(f"/s/{summed.other(E).pk}/paper/scan-file/")
    with ZipFile(BytesIO(answer.content)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "01.png": PNG, "02.pdf": PDF, "03.jpg": JPEG,
        }  # fmt: skip


def test_a_paper_signed_on_phones_has_no_scan_to_fetch(summed: Meeting, client: Client) -> None:
    bring(summed.chair)
    for side in Side:
        paper = summed.sign(side)
    client.force_login(summed.account)
    assert "scan" not in client.get(f"/archive/{paper.card.pk}/").content.decode()
    assert client.get(f"/papers/{paper.pk}/scan/").status_code == 404
    assert client.get(f"/s/{summed.chair.pk}/paper/scan-file/").status_code == 404


def test_pictures_are_unfolded_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TURNS, "_patience", 0)
    with TURNS.taken():
        assert opened(PDF).pictures == ()
        with pytest.raises(Refused, match="请过一会儿"):
            opened(PNG)
    assert opened(PNG).pictures

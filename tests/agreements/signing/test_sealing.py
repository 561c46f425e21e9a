"""A completed paper is really signed: in the file, under the authority, by those that the database
says it must bear."""

from pathlib import Path

import pytest
from cryptography.x509 import load_pem_x509_certificate
from django.core.management import CommandError, call_command
from pytest_django import Settings

from agreements.papers.models import Paper
from agreements.scenarios.handwriting import scrawl
from agreements.signing import authorities
from agreements.signing.actions import sign
from agreements.signing.digital.authority import fingerprint
from agreements.signing.models import Certificate, Revocation
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.record.chain import read
from tests.agreements.signing.digital.xmlsec import verify
from tests.agreements.signing.scanned import sign_in_ink
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER


def completed(meeting: Meeting) -> Paper:
    for side in Side:
        meeting.sign(side)
    return Paper.objects.get(room=meeting.room)


def test_both_chiefs_and_the_platform_have_signed_the_file(summed: Meeting, tmp_path: Path) -> None:
    paper = completed(summed)
    hands = list(paper.certificates.values_list("role", "custody"))
    assert hands == [
        ("职工方首席代表", "event"), ("企业方首席代表", "event"), ("签署平台", "platform")
    ]  # fmt: skip
    for number, _ in enumerate(hands, 1):
        told = verify(bytes(paper.docx or b""), number, authorities.roots()[-1], tmp_path)
        assert (told.ok, told.core) == (True, (3, 3))
        assert told.parts[0] == told.parts[1]


def test_the_record_names_the_certificates(summed: Meeting) -> None:
    paper = completed(summed)
    last = list(read(summed.room.book))[-1]
    told = list(paper.certificates.values_list("fingerprint", flat=True))
    assert last["data"]["certificates"] == told
    pems = paper.certificates.values_list("pem", flat=True)
    assert [fingerprint(load_pem_x509_certificate(pem.encode())) for pem in pems] == told


def test_a_paper_signed_in_ink_is_sealed_by_the_platform_alone(
    summed: Meeting, tmp_path: Path
) -> None:
    paper = sign_in_ink(summed.chair)
    paper.refresh_from_db()
    assert [one.role for one in paper.certificates.all()] == ["签署平台"]
    assert verify(bytes(paper.docx or b""), 1, authorities.roots()[-1], tmp_path).ok


def test_without_an_authority_the_first_hand_is_refused_and_nothing_is_kept(
    summed: Meeting, tmp_path: Path, settings: Settings
) -> None:
    settings.AUTHORITY_DIR, settings.PRODUCTION = f"{tmp_path}", True
    paper = Paper.objects.get(room=summed.room)
    with pytest.raises(Refused, match="还没有设立签署证书机构"):
        sign(summed.chief(W), text_digest=paper.digest, strokes=scrawl("王桂芳"))
    assert not paper.signatures.exists()


def test_a_passphrase_that_does_not_open_it_completes_nothing(
    summed: Meeting, settings: Settings
) -> None:
    summed.sign(W)
    settings.AUTHORITY_PASSPHRASE = "another one"
    with pytest.raises(Refused, match="打不开"):
        summed.sign(E)
    paper = Paper.objects.get(room=summed.room)
    assert (paper.is_complete, paper.signatures.count()) == (False, 1)
    assert not Certificate.objects.exists()
    assert summed.room.stage == "summed_up"


def test_an_authority_is_made_once_and_followed_on_demand(
    tmp_path: Path, settings: Settings
) -> None:
    settings.AUTHORITY_DIR = f"{tmp_path / 'authority'}"
    call_command("make_authority", "阜宁县总工会")
    with pytest.raises(CommandError, match="already"):
        call_command("make_authority", "阜宁县总工会")
    first = authorities.office()
    call_command("make_authority", "阜宁县总工会", "--another")
    assert authorities.office().authority.pem == authorities.roots()[1]
    assert authorities.roots()[0] == first.authority.pem
    keys = sorted((tmp_path / "authority").glob("*/*.key"))
    assert len(keys) == 4
    assert {one.stat().st_mode & 0o777 for one in keys} == {0o600}
    assert all(b"ENCRYPTED" in one.read_bytes() for one in keys)


def test_a_production_authority_wants_a_long_passphrase(tmp_path: Path, settings: Settings) -> None:
    settings.AUTHORITY_DIR, settings.PRODUCTION = f"{tmp_path}", True
    settings.AUTHORITY_PASSPHRASE = "short"
    with pytest.raises(CommandError, match="at least 20"):
        call_command("make_authority", "阜宁县总工会")
    assert authorities.numbers() == []


def test_a_certificate_is_revoked_once_by_its_serial(summed: Meeting) -> None:
    one = completed(summed).certificates.first()
    assert one is not None
    call_command("revoke_certificate", one.serial, reason="密钥可能泄露")
    call_command("revoke_certificate", one.serial, reason="第二次")
    assert [(r.serial, r.reason) for r in Revocation.objects.all()] == [
        (one.serial, "密钥可能泄露")
    ]
    with pytest.raises(CommandError, match="no paper"):
        call_command("revoke_certificate", "abc", reason="没有")

"""The strict verifier: each case of the table of tampering, and what it says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from agreements.papers.package import pack, unpack
from agreements.signing.digital import names as n
from agreements.verifying.answers import Answer
from agreements.verifying.trust import Revoked
from agreements.verifying.verify import verify
from tests.agreements.signing.digital.signed import AT, hands, unsigned
from tests.agreements.verifying.cases import LATER, NUMBER, bundle, files, genuine
from tests.agreements.verifying.flips import Whole, at_random, count, plain, stamped


def test_what_was_sealed_is_authentic() -> None:
    report = verify(genuine(), bundle())
    assert report.answer is Answer.AUTHENTIC, report
    assert report.number == NUMBER
    assert [one.name for one in report.signatures] == ["陈桂芳", "周志远", "签署平台"]


@pytest.mark.parametrize("case", sorted(files()))
def test_every_case_of_the_table_has_its_answer(case: str) -> None:
    _, file, answer = files()[case]
    report = verify(file, bundle())
    assert report.answer is answer, report


def test_an_altered_paper_says_which_part_and_which_line() -> None:
    report = verify(files()["T01"][1], bundle())
    assert "word/document.xml" in report.faults
    assert report.number == NUMBER
    assert any(line.startswith("-") and "30,000" in line for line in report.changes)
    assert any(line.startswith("+") and "31,000" in line for line in report.changes)


def test_a_missing_signature_is_counted() -> None:
    assert verify(files()["T09"][1], bundle()).missing == 1


def test_a_paper_that_nobody_signed_says_whether_its_text_is_the_registered_one() -> None:
    report = verify(unsigned(), bundle())
    assert (report.answer, report.number, report.changes) == (Answer.UNSIGNED, NUMBER, ())


def test_a_paper_that_nobody_registered_says_so() -> None:
    assert (
        verify(genuine(), replace(bundle(), register=lambda number: ())).answer
        is Answer.UNREGISTERED
    )


def test_a_paper_of_the_same_number_and_another_title_is_another_paper() -> None:
    (own,) = bundle().register(NUMBER)
    other = replace(own, title="另一家企业的集体协商会议纪要")
    assert verify(genuine(), replace(bundle(), register=lambda number: (other,))).answer is (
        Answer.UNREGISTERED
    )


def test_a_certificate_revoked_before_the_signature_is_not_trusted() -> None:
    serial = f"{hands(3)[0].signer.certificate.serial_number:x}"
    before, after = ({serial: Revoked(at, "lost")} for at in (AT, LATER))
    assert verify(genuine(), replace(bundle(), revoked=before)).answer is Answer.UNTRUSTED
    assert verify(genuine(), replace(bundle(), revoked=after)).answer is Answer.AUTHENTIC


@pytest.mark.parametrize("made", [plain, stamped])
def test_no_flipped_bit_passes_for_the_sealed_file(made: Callable[[], Whole]) -> None:
    told = count(made(), at_random(made(), 1500, seed=1))
    assert told[Answer.ALTERED] > 1400  # how many of the others there are is chance


def _zip(entries: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path, content in entries.items():
            archive.writestr(path, content)
    return packed.getvalue()


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"PK\x03\x04",
        b"not a file at all" * 1000,
        genuine() + b"\0",
        b"\0" + genuine(),
        _zip({"bomb": b"\0" * 60_000_000}),
        _zip({f"part{number}": b"" for number in range(10_000)}),
        _zip({"../outside": b""}),
        _zip({"[Content_Types].xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
    ],
    ids=["empty", "cut", "noise", "suffix", "prefix", "bomb", "many", "outside", "entities"],
)
def test_what_is_no_paper_of_ours_is_altered_and_costs_nothing(file: bytes) -> None:
    assert verify(file, bundle()).answer is Answer.ALTERED


def test_a_part_that_everything_leads_to_is_digested_once() -> None:
    lines = "".join(
        f'<Relationship Id="r{number}" Type="http://x/y" Target="/word/document.xml"/>'
        for number in range(900)
    )
    rels = f'<Relationships xmlns="{n.RELATIONSHIPS}">{lines}</Relationships>'
    big = {**unpack(genuine()), "word/document.xml": b"<x/>" + b" " * 20_000_000}
    began = perf_counter()
    answer = verify(pack({**big, "word/_rels/document.xml.rels": rels.encode()}), bundle()).answer
    assert answer is Answer.ALTERED
    assert perf_counter() - began < 5

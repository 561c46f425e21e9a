"""The ZIP: each way in which two programmes could be made to read two things is refused."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from agreements.verifying.answers import Answer
from agreements.verifying.container import Unreadable, parts_of
from agreements.verifying.content_types import CORE
from agreements.verifying.verify import verify
from tests.agreements.verifying.cases import bundle, genuine
from tests.agreements.verifying.changes import TEXT
from tests.agreements.verifying.zips import STORED, deflated, entries, entry, written


def lying(name: str = CORE, **said: Any) -> bytes:
    """The genuine paper, one part of which says something of itself that it should not."""
    all_ = entries(genuine())
    return written({**all_, name: replace(all_[name], **said)}.values())


def test_packed_by_hand_and_honestly_it_is_the_same_paper() -> None:
    honest = written(entries(genuine()).values())
    assert parts_of(honest) == parts_of(genuine())
    assert verify(honest, bundle()).answer is Answer.REPACKED


def test_a_directory_that_lies_about_every_place_by_the_same() -> None:
    """Python's reader takes that for bytes put before the file, and reads on."""
    shifted = written(entries(genuine()).values(), shift=5)
    assert ZipFile(BytesIO(shifted)).testzip() is None
    assert verify(shifted, bundle()).answer is Answer.ALTERED


def test_a_part_that_unpacks_to_more_than_it_says() -> None:
    """Python's reader stops where the size says, others where the stream ends."""
    whole = entries(genuine())[CORE]
    more = zlib.decompress(whole.packed, -zlib.MAX_WBITS) + b"<!-- more -->"
    longer = lying(packed=deflated(more))
    assert ZipFile(BytesIO(longer)).testzip() is None
    assert verify(longer, bundle()).answer is Answer.ALTERED


def test_a_part_with_something_behind_its_end() -> None:
    packed = entries(genuine())[CORE].packed + b"PK\x03\x04 another part"
    behind = lying(packed=packed)
    assert ZipFile(BytesIO(behind)).testzip() is None
    assert verify(behind, bundle()).answer is Answer.ALTERED


@pytest.mark.parametrize(
    "said",
    [
        {"extra": b"\x75\x70\x04\0name"},
        {"comment": b"!"},
        {"flags": 1},
        {"flags": 8},
        {"flags": 0x2000},
        {"version": 45},
        {"method": 12},
        {"attributes": 0xA1FF << 16},
        {"attributes": 0x10},
        {"before": b"\0"},
        {"size": 1},
        {"crc": 1},
        {"own": {"crc": 1}},
        {"own": {"size": 1}},
        {"own": {"flags": 2}},
        {"own": {"method": STORED}},
        {"own": {"extra": b"\x75\x70\x04\0name"}},
        {"own": {"name": "docProps/kore.xml"}},
        {"own": {"name": "docProps/core.xml.rels"}},
    ],
    ids=str,
)
def test_what_a_part_may_not_say(said: dict[str, Any]) -> None:
    assert verify(lying(**said), bundle()).answer is Answer.ALTERED


@pytest.mark.parametrize(
    "name",
    [
        "../a", "a/../b", "/a", "a//b", "a/", "a/.", "a\\b", "a\0b", "C:a", "a.", "word/%64.xml",
        "word/document.xml/[0].piece", "[Content_Types].xml/", "a" * 201, "",
    ],
)  # fmt: skip
def test_what_is_no_name_of_a_part(name: str) -> None:
    with pytest.raises(Unreadable):
        parts_of(written([entry(name, b"")]))


def test_a_part_is_there_once_whatever_the_case() -> None:
    with pytest.raises(Unreadable, match="twice"):
        parts_of(written([entry("a/B.xml", b""), entry("A/b.xml", b"")]))


def test_two_entries_of_one_place() -> None:
    """Ten thousand names for one packed part: small, and endless when unpacked."""
    file = written([entry("a", b"x" * 1000), entry("b", b"x" * 1000)])
    second = file.rindex(b"PK\x01\x02")
    twice = file[: second + 42] + struct.pack("<L", 0) + file[second + 46 :]
    with pytest.raises(Unreadable):
        parts_of(twice)


def test_what_stands_beside_the_parts() -> None:
    honest = list(entries(genuine()).values())
    for file in (
        written(honest, between=b"\0"),
        written(honest, count=len(honest) - 1),
        written(honest) + b"\0",
        b"\0" + written(honest),
        written(honest)[:-2] + b"\1\0" + b"!",
    ):
        assert verify(file, bundle()).answer is Answer.ALTERED


def test_a_paper_inside_a_paper() -> None:
    parts = entries(genuine())
    parts["word/inner.docx"] = entry("word/inner.docx", genuine(), STORED)
    assert verify(written(parts.values()), bundle()).answer is Answer.ALTERED
    assert verify(written([entry("paper.docx", genuine())]), bundle()).answer is Answer.ALTERED


def test_bombs_go_off_nowhere() -> None:
    zeros = b"\0" * 30_000_000
    bomb = replace(entry(TEXT, zeros), size=1000, crc=zlib.crc32(b"\0" * 1000))
    with pytest.raises(Unreadable, match="does not end"):
        parts_of(written([bomb]))
    with pytest.raises(Unreadable, match="unpacked"):
        parts_of(written([entry("a", zeros), entry("b", zeros)]))
    with pytest.raises(Unreadable, match="many"):
        parts_of(written(entry(f"part{number}", b"") for number in range(10_000)))
    with pytest.raises(Unreadable, match="large"):
        parts_of(b"PK" * 10_000_001)

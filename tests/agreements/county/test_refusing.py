"""A file that is not what the format says changes nothing, and one sentence says why."""

import json
from collections.abc import Callable
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from tests.agreements.county.elsewhere import Elsewhere
from tests.agreements.county.rewriting import Members, change, members, packed, retell, root_of
from tests.trace import trace

pytestmark = pytest.mark.django_db
Spoil = Callable[[Members], Any]


def _file_of(parts: Members) -> str:
    return next(name for name in parts if name.startswith("files/"))


def _set(kind: str, place: int = 0, /, **fields: Any) -> Spoil:
    """A row of a kind, the first unless told, says something else."""
    return lambda parts: change(parts, kind, lambda rows: rows[place].update(fields))


def _entry_rewritten(parts: Members) -> None:
    def rewritten(rows: list[dict[str, Any]]) -> None:
        told = json.loads(rows[3]["body"])
        rows[3]["body"] = json.dumps({**told, "action": "other"})

    change(parts, "entries", rewritten)


def _renamed(parts: Members) -> None:
    name = _file_of(parts)
    parts[f"{name[:9]}/{'0' * 64}"] = parts.pop(name)


def _no_json(parts: Members) -> None:
    content = b"{\n" + parts["kinds/cards.jsonl"].partition(b"\n")[2]
    parts["kinds/cards.jsonl"] = content

    def told(manifest: dict[str, Any]) -> None:
        [own] = [one for one in manifest["kinds"] if one["name"] == "cards"]
        own.update(sha256=sha256(content).hexdigest())

    retell(parts, told)


SPOILT: dict[str, tuple[Spoil, str]] = {
    "no manifest": (lambda p: p.pop("manifest.json"), "no manifest"),
    "a manifest of something else": (lambda p: p.update({"manifest.json": b"[]"}), "no manifest"),
    "a later version": (
        lambda p: retell(p, lambda m: m.update(format="negotiate-county/2")),
        "its format is negotiate-county/2; this version reads negotiate-county/1",
    ),
    "an unknown kind": (
        lambda p: retell(p, lambda m: m["kinds"].append({"name": "other"})),
        "kinds missing or unknown: other",
    ),
    "a kind too few": (lambda p: retell(p, lambda m: m["kinds"].pop()), "unknown: figures"),
    "rows missing": (lambda p: p.pop("kinds/cards.jsonl"), "kinds/cards.jsonl is missing"),
    "rows that are not the manifest's": (
        lambda p: p.update({"kinds/cards.jsonl": p["kinds/cards.jsonl"] + b"{}\n"}),
        "kinds/cards.jsonl is not what the manifest says",
    ),
    "something besides": (lambda p: p.update({"../x": b""}), "unknown or twice: ../x"),
    "a file that was changed": (lambda p: p.update({_file_of(p): b"x"}), "not what its name says"),
    "a file under another name": (_renamed, "not what its name says"),
    "a file too few": (lambda p: p.pop(_file_of(p)), "files missing"),
    "other roots": (lambda p: p.update({"roots.pem": b""}), "roots.pem is not what"),
    "no JSON": (_no_json, "cards: line 1 is no JSON"),
    "an unknown field": (_set("cards", other=1), "cards: fields missing or unknown: other"),
    "a field too few": (
        lambda p: change(p, "cards", lambda rows: rows[0].pop("title")),
        "cards: fields missing or unknown: title",
    ),
    "a row that is none": (
        lambda p: change(p, "cards", lambda rows: rows.append(1)),  # type: ignore[arg-type]
        "cards: fields missing or unknown: all",
    ),
    "a row twice": (
        lambda p: change(p, "agenda", lambda rows: rows.append(rows[0])), "is there twice",
    ),
    "a key that is none": (_set("cards", key="x"), "cards: a row has no key"),
    "a text that is a number": (_set("cards", title=5), "title cannot be read"),
    "a text that is too long": (_set("cards", title="长" * 201), "title cannot be read"),
    "nothing where something must be": (_set("cards", title=None), "title cannot be read"),
    "a yes that is a number": (_set("seats", woman=1), "woman cannot be read"),
    "a day that there is not": (_set("cards", signed_on="2026-02-30"), "signed_on cannot be read"),
    "a time without a zone": (_set("signatures", at="2026-02-20T10:00:00"), "at cannot be read"),
    "an amount that is none": (_set("figures", amount="many"), "amount cannot be read"),
    "a word that nobody knows": (_set("cards", standing="sold"), "standing cannot be read"),
    "a file that is not there": (_set("papers", docx="0" * 64), "docx cannot be read"),
    "somebody who is not there": (_set("certificates", seat=10**6), "names seats 1000000"),
    "an act that was rewritten": (_entry_rewritten, "the record does not hold: book"),
    "a clause that nobody agreed": (_set("clauses", text="奖金一亿元"), "not those of its text"),
    "a card of another": (_set("cards", -1, number="集协纪〔1999〕1号"), "tells of another one"),
    "an old card of another": (_set("cards", number="集协纪〔1999〕1号"), "not as the book says"),
    "an old file opened to everybody": (_set("cards", published_on="2026-01-01"), "same key"),
    "another grade": (_set("papers", grade="C"), "the record does not hold"),
    "another county": (lambda p: retell(p, lambda m: m.update(county="别县")), "no federation"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _an_authority_of_ones_own(settings: Settings, tmp_path: Path) -> None:
    settings.AUTHORITY_DIR = tmp_path / "authority"


def refused(file: Path, *words: str) -> str:
    before = trace()
    with pytest.raises(CommandError) as fault:
        call_command("import_county", str(file), *words, stdout=StringIO())
    assert trace() == before
    said = str(fault.value)
    assert said.startswith("nothing was imported: ")
    assert "\n" not in said
    return said


@pytest.mark.parametrize("what", SPOILT)
def test_a_spoilt_file_is_refused_whole(county: Elsewhere, tmp_path: Path, what: str) -> None:
    parts = members(county.file)
    spoil, why = SPOILT[what]
    spoil(parts)
    file = packed(tmp_path / "spoilt.zip", parts)
    assert why in refused(file, "--trust", root_of(county.file))


def test_what_is_no_zip_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "nothing.zip")
    for content in (b"", b"PK", b"%PDF-1.7"):
        (tmp_path / "other.zip").write_bytes(content)
        assert refused(tmp_path / "other.zip")


def test_a_file_that_was_cut_or_flipped_is_refused(county: Elsewhere, tmp_path: Path) -> None:
    whole = county.file.read_bytes()
    for place in (len(whole) // 3, len(whole) // 2, len(whole) - 3000):
        (tmp_path / "cut.zip").write_bytes(whole[:place])
        assert refused(tmp_path / "cut.zip")
        flipped = bytes([whole[place] ^ 255])
        (tmp_path / "flipped.zip").write_bytes(whole[:place] + flipped + whole[place + 1 :])
        assert refused(tmp_path / "flipped.zip")


def test_a_county_whose_record_does_not_hold_does_not_leave(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="there is no federation 别县"):
        call_command("export_county", "别县", tmp_path / "x.zip")
    assert not list(tmp_path.iterdir())

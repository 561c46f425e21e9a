"""What a paper says, as a layout's tags name it: the fields of its text, and what our own layout
makes of them, so that a layout need not count, date or explain anything itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import msgspec

from agreements.papers import contract, minutes
from agreements.papers.annexes import Annex, annexes_of
from agreements.papers.contract import ContractText
from agreements.papers.grades import explanation
from agreements.papers.layout import Section
from agreements.papers.proof import code_of, proofs
from agreements.papers.style import printable
from agreements.papers.text import MinutesText

Text = MinutesText | ContractText

CLAUSES: Final = {MinutesText: minutes.CLAUSES, ContractText: contract.SUBSTANCE}
"""In which section the clauses stand."""


def told(text: Text) -> dict[str, Any]:
    """Plain values only: strings, numbers, lists and dicts; a picture is a PNG, or nothing."""
    said: dict[str, Any] = msgspec.to_builtins(text)
    said["dated"] = f"{text.dated.year}年{text.dated.month}月{text.dated.day}日"
    for block, signed in zip(said["signatures"], text.signatures, strict=True):
        block["image"] = signed.image
    said["sections"] = {heading: list(lines) for heading, lines in sections_of(text)}
    said["annexes"] = msgspec.to_builtins(annexes(text))
    said["explanation"] = list(explanation(text))
    said["proofs"] = [{"label": label, "digest": digest} for label, digest in proofs(text)]
    said["check_code"] = code_of(text.check_at) if text.check_at else None
    said["self_name"], said["hands"] = text.self_name, text.hands
    return _printable(said)  # type: ignore[no-any-return]


def sections_of(text: Text) -> Iterable[Section]:
    return minutes.sections(text) if isinstance(text, MinutesText) else contract.sections(text)


def annexes(text: Text) -> tuple[Annex, ...]:
    if isinstance(text, MinutesText):
        return annexes_of(text)
    return contract.annexes_of_contract(text)


def category(text: Text) -> str:
    return text.kind_name if isinstance(text, MinutesText) else "集体合同"


def _printable(said: Any) -> Any:
    if isinstance(said, str):
        return printable(said)
    if isinstance(said, dict):
        return {name: _printable(value) for name, value in said.items()}
    if isinstance(said, list | tuple):
        return [_printable(value) for value in said]
    return said

"""What other verifiers say of each case of the table of tampering. Each one's own test measures it
(tests/agreements/signing/digital); docs/signing.md prints it beside what ours says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from tests.agreements.verifying.cases import files


class Judged(NamedTuple):
    """What each says of the file's signatures, as `summed` puts it."""

    xmlsec: str
    office: str
    poi: str


_ALL_VALID: Final = Judged("valid", "valid", "valid")
_ALL_BROKEN: Final = Judged("broken", "broken", "broken")
_FIRST_BROKEN: Final = Judged(*["broken, valid, valid"] * 3)

SAID: Final = {
    "T01": _ALL_BROKEN,
    "T02": _ALL_BROKEN,
    "T03": _ALL_VALID,
    "T04": _ALL_VALID,
    "T05": _ALL_VALID,
    "T06": _ALL_VALID,
    "T07": _ALL_BROKEN,
    "T08": _ALL_VALID,
    "T09": _ALL_VALID,
    "T09b": _ALL_VALID,
    "T10": Judged("broken", "broken", "no answer"),
    "T10b": Judged("valid", "valid", "no answer"),
    "T11": _FIRST_BROKEN,
    "T12": _ALL_VALID,
    "T13": Judged("untrusted", "untrusted", "valid"),
    "T14": _ALL_VALID,
    "T15": _ALL_VALID,
    "T16": _ALL_BROKEN,
    "T17": _ALL_BROKEN,
    "T18": _ALL_VALID,
    "T19": _ALL_VALID,
    "T20": _ALL_VALID,
    "T21": _ALL_VALID,
    "T22": Judged("no answer", "no answer", "valid"),
    "T23": _ALL_VALID,
    "T24": _ALL_VALID,
    "T25": Judged("valid", "valid", "no answer"),
    "T26": _ALL_VALID,
    "T27": _ALL_VALID,
}


def summed(words: Sequence[str]) -> str:
    """One word if each signature has the same, else a word for each."""
    return words[0] if len(set(words)) == 1 else ", ".join(words)


def table() -> str:
    """As docs/signing.md prints it; in bold where somebody lets pass what ours does not."""
    rows = []
    for case, (what, _, answer) in files().items():
        passed = "valid" if answer.is_good else "**valid**"
        told = (passed if one == "valid" else one for one in SAID[case])
        rows.append(f"| {case} | {what} | {' | '.join(told)} |")
    head = "| case | what was changed | xmlsec1 | LibreOffice | Apache POI |"
    return "\n".join((head, "|---|---|---|---|---|", *rows))

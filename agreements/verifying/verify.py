"""One file, one answer."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from agreements.signing.digital.manifest import references
from agreements.verifying import signatures
from agreements.verifying.answers import Answer, Registered, Report, Signed
from agreements.verifying.container import MAX_FILE, parts_of
from agreements.verifying.package import read
from agreements.verifying.registering import named_by, seals_of
from agreements.verifying.timing import timed
from agreements.verifying.trust import Bundle, doubts
from agreements.verifying.wording import changes, lines_of, text_alone

_SIGNATURES: Final = b"_xmlsignatures"
_BEGINS: Final = b"PK\x03\x04"


@dataclass(frozen=True)
class _Held:
    """A file all of whose signatures hold: who signed, the number and title that they signed, what
    is doubtful about their certificates, what about their time-stamps, and the digests of the
    signatures themselves."""

    number: str
    title: str
    signed: tuple[Signed, ...]
    doubts: tuple[str, ...]
    untimely: tuple[str, ...]
    seals: tuple[str, ...]


def verify(file: bytes, bundle: Bundle) -> Report:
    """The answer for a file. Whatever goes wrong in reading it is an answer too: altered."""
    parts: dict[str, bytes] = {}
    try:
        parts = parts_of(file)
        held = _held(parts, bundle)
    except Exception as fault:  # a parser's own, of whatever kind: such a file is none of ours
        if _is_bare(file):
            return _compared(Report(Answer.UNSIGNED), parts or text_alone(file), bundle)
        report = Report(Answer.ALTERED, faults=(f"{fault}", *_touched(parts)))
        return _compared(report, parts, bundle)
    if held is None:
        return _unsigned(parts, bundle)
    return _judged(file, parts, held, bundle)


def _held(parts: Mapping[str, bytes], bundle: Bundle) -> _Held | None:
    """Nothing, if nobody has signed. Raises whatever a signature or the package is broken by."""
    package = read(parts)
    if not package.signatures:
        return None
    claims = [
        signatures.check(parts[path], package.manifest, number)
        for number, path in package.signatures.items()
    ]
    number, _, title = claims[0].occasion.comment.partition(" ")
    times = [timed(one, bundle) for one in claims]
    found = (
        doubts(one.certificate, time.at, bundle) for one, time in zip(claims, times, strict=True)
    )
    signed = (signatures.told(one, time.stamp) for one, time in zip(claims, times, strict=True))
    untimely = (time.doubt for time in times)
    seals = seals_of(parts, package.signatures.values())
    return _Held(
        number,
        title,
        tuple(signed),
        tuple(filter(None, found)),
        tuple(filter(None, untimely)),
        seals,
    )


def _judged(file: bytes, parts: Mapping[str, bytes], held: _Held, bundle: Bundle) -> Report:
    """The answer for a file all of whose signatures hold."""
    report = Report(Answer.UNREGISTERED, held.number, held.signed, held.doubts)
    if held.doubts:
        return _compared(replace(report, answer=Answer.UNTRUSTED), parts, bundle)
    candidates = [one for one in bundle.register(held.number) if one.title == held.title]
    own = next((one for one in candidates if set(held.seals) <= set(one.seals)), None)
    if held.untimely and (own or not candidates):
        return replace(report, answer=Answer.UNTRUSTED, faults=held.untimely)
    if own:
        return _measured(file, report, own)
    if not candidates:
        return report
    why = "its signatures hold, and are not those that were registered"
    report = replace(report, answer=Answer.ALTERED, faults=(why,))
    return replace(report, changes=changes(candidates[0].lines, lines_of(parts)))


def _measured(file: bytes, report: Report, registered: Registered) -> Report:
    """The answer for a file that has no signatures but the registered paper's own."""
    signed = Counter(one.fingerprint for one in report.signatures)
    wanted = Counter(registered.certificates)
    if signed - wanted:
        why = "it bears signatures that do not belong to it"
        return replace(report, answer=Answer.ALTERED, faults=(why,))
    if wanted - signed:
        return replace(report, answer=Answer.INCOMPLETE, missing=(wanted - signed).total())
    same = hashlib.sha256(file).hexdigest() == registered.sha256
    return replace(report, answer=Answer.AUTHENTIC if same else Answer.REPACKED)


def _is_bare(file: bytes) -> bool:
    """Whether it is a Word file of whatever programme, and nothing in it looks like a signature of
    ours: names stand unpacked in a ZIP."""
    if not file.startswith(_BEGINS) or len(file) > MAX_FILE:
        return False
    return b"word/document.xml" in file and _SIGNATURES not in file.lower()


def _unsigned(parts: Mapping[str, bytes], bundle: Bundle) -> Report:
    """Of a file that can be read in one way only, it can be said that its text is the same."""
    report = _compared(Report(Answer.UNSIGNED), parts, bundle)
    return replace(report, same_text=bool(report.number) and not report.changes)


def _compared(report: Report, parts: Mapping[str, bytes], bundle: Bundle) -> Report:
    """With the lines in which it differs from the registered paper that it says it is."""
    lines = lines_of(parts)
    registered = named_by(lines, bundle)
    if registered is None:
        return report
    different = changes(registered.lines, lines)
    return replace(report, number=report.number or registered.number, changes=different)


def _touched(parts: Mapping[str, bytes]) -> Sequence[str]:
    try:
        return list(_differing(parts))
    except Exception:  # no package at all: there is no telling which part is not as it was
        return ()


def _differing(parts: Mapping[str, bytes]) -> Iterator[str]:
    """The parts that are not what the first signature says it has signed."""
    first = min(path for path in parts if path.startswith("_xmlsignatures/sig"))
    now = {one.uri: one.digest for one in references(parts)}
    then = signatures.listed(parts[first])
    for uri in sorted(set(then) | set(now)):
        if then.get(uri) != now.get(uri):
            yield uri.partition("?")[0].lstrip("/")

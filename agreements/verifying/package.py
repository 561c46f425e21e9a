"""The parts as a package: every one of them is signed, or is known to show nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from agreements.papers.package import TYPES
from agreements.signing.digital import names as n
from agreements.signing.digital.manifest import Reference, references
from agreements.signing.digital.relationships import Relationship
from agreements.verifying.content_types import CORE, require_types
from agreements.verifying.markup import Foreign, children, parsed, require
from agreements.verifying.properties import require_properties

CORE_REL: Final = f"{n.RELATIONSHIPS}/metadata/core-properties"
OFFICE_DOCUMENT: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
)
MOST_LINES: Final = 1000
"""Relationships of one part."""
_SIGNATURE: Final = re.compile(r"sig([1-9][0-9]?)\.xml")
_ID: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


@dataclass(frozen=True)
class Package:
    """What there is to be signed, and the signatures' parts by their numbers."""

    manifest: list[Reference]
    signatures: Mapping[int, str]


def read(parts: Mapping[str, bytes]) -> Package:
    """The package, if it is whole and closed. Raises Foreign."""
    signatures = signature_parts(parts)
    require_types(parts, signatures.values())
    if CORE in parts:
        require_properties(parts[CORE])
    for path in parts:
        if path.endswith(".rels"):
            _require_relationships(relationships(parts[path], path), path, parts)
    manifest = references(parts)
    signed = {one.uri.partition("?")[0].lstrip("/") for one in manifest}
    known = {TYPES, CORE, n.ORIGIN, n.ORIGIN_RELS, *signatures.values(), *signed}
    if not signatures:
        known -= {n.ORIGIN, n.ORIGIN_RELS}
    strange = sorted(set(parts) - known)
    if strange:
        raise Foreign(f"nothing leads to {', '.join(strange)}, or it is not signed")
    return Package(manifest, signatures)


def relationships(rels: bytes, path: str) -> list[Relationship]:
    """The lines of a .rels part, read strictly. Raises Foreign."""
    root = parsed(rels, path)
    require(root.tag == f"{{{n.RELATIONSHIPS}}}Relationships" and not root.attrib, path)
    found = []
    for e in children(root, path):
        require(e.tag == f"{{{n.RELATIONSHIPS}}}Relationship" and not children(e, path), path)
        require(set(e.keys()) - {"TargetMode"} == {"Id", "Target", "Type"}, path)
        mode = e.get("TargetMode", "Internal")
        found.append(Relationship(e.attrib["Id"], e.attrib["Target"], e.attrib["Type"], mode))
    require(len({one.id for one in found}) == len(found) <= MOST_LINES, path)
    require(all(_ID.fullmatch(one.id) for one in found), path)
    return found


def _require_relationships(
    found: list[Relationship], path: str, parts: Mapping[str, bytes]
) -> None:
    """Nothing lies outside, and the package itself leads to one document."""
    require(all(one.mode == "Internal" for one in found), path)
    types = [one.type for one in found]
    require(types.count(OFFICE_DOCUMENT) == (path == n.PACKAGE_RELS), path)
    unsigned = [(one.type, one.target) for one in found if not one.is_signed]
    if path == n.PACKAGE_RELS:
        there = [(CORE_REL, CORE), (n.ORIGIN_REL, n.ORIGIN)]
        require(sorted(unsigned) == sorted(one for one in there if one[1] in parts), path)
    elif path != n.ORIGIN_RELS:
        require(not unsigned, path)


def signature_parts(parts: Mapping[str, bytes]) -> dict[int, str]:
    """The parts that the origin leads to, which are all there are in its folder, by the numbers in
    their names: one that was taken out leaves the others their own. Raises Foreign."""
    there = {path for path in parts if path.casefold().startswith(n.SIGNATURES)}
    lines = relationships(parts.get(n.PACKAGE_RELS, b""), n.PACKAGE_RELS)
    led = any(one.type == n.ORIGIN_REL for one in lines)
    if not there and not led:
        return {}
    require(led and parts.get(n.ORIGIN) == b"" and n.ORIGIN_RELS in parts, n.ORIGIN)
    lines = relationships(parts[n.ORIGIN_RELS], n.ORIGIN_RELS)
    require(all(one.type == n.SIGNATURE_REL for one in lines), n.ORIGIN_RELS)
    numbers = sorted(_number(one.target) for one in lines)
    found = {number: n.signature_part(number) for number in numbers}
    require(len(found) == len(lines), n.ORIGIN_RELS)
    require(there == {n.ORIGIN, n.ORIGIN_RELS, *found.values()}, n.ORIGIN_RELS)
    return found


def _number(target: str) -> int:
    named = _SIGNATURE.fullmatch(target)
    require(named is not None, n.ORIGIN_RELS)
    assert named is not None  # noqa: S101  narrows the type
    return int(named[1])

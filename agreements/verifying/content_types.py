"""[Content_Types].xml: what kind of thing each part is, said of each once and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from agreements.papers.package import TYPES
from agreements.signing.digital import names as n
from agreements.verifying.markup import children, parsed, require

CORE: Final = "docProps/core.xml"
CORE_CONTENT: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_ATTRIBUTES: Final = {
    f"{{{n.CONTENT_TYPES}}}Default": {"Extension", "ContentType"},
    f"{{{n.CONTENT_TYPES}}}Override": {"PartName", "ContentType"},
}
_ENDING: Final = re.compile(r"[A-Za-z0-9]+")


def require_types(parts: Mapping[str, bytes], signatures: Iterable[str]) -> None:
    """Each part has one type, and those that no signature covers the one that they must have.
    Raises Foreign."""
    said = _said(parts)
    fixed = {n.ORIGIN: n.ORIGIN_CONTENT, CORE: CORE_CONTENT}
    fixed |= dict.fromkeys(signatures, n.SIGNATURE_CONTENT)
    fixed |= {path: n.RELS_CONTENT for path in parts if path.endswith(".rels")}
    for path in set(parts) - {TYPES}:
        kind = said.get(f"/{path}".casefold()) or said.get(_ending(path))
        require(kind is not None and (path in fixed) == (kind in fixed.values()), TYPES)
        require(fixed.get(path, kind) == kind, TYPES)


def _said(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Types by the name of a part (it begins with a slash) or by an ending (it has none)."""
    root = parsed(parts[TYPES], TYPES)
    require(root.tag == f"{{{n.CONTENT_TYPES}}}Types" and not root.attrib, TYPES)
    endings = set(map(_ending, set(parts) - {TYPES}))
    said: dict[str, str] = {}
    for e in children(root, TYPES):
        require(set(e.keys()) == _ATTRIBUTES.get(str(e.tag)) and not children(e, TYPES), TYPES)
        named, ending = e.get("PartName"), e.get("Extension", "")
        if named is None:
            require(bool(_ENDING.fullmatch(ending)) and ending.casefold() in endings, TYPES)
        else:
            require(named[:1] == "/" and named[1:] in set(parts) - {TYPES}, TYPES)
        of = (named or ending).casefold()
        require(of not in said, TYPES)
        said[of] = e.attrib["ContentType"]
    return said


def _ending(path: str) -> str:
    return path.rpartition(".")[2].casefold()

"""docProps/core.xml, which Word leaves unsigned: a file's properties, and nothing else."""

from __future__ import annotations

from typing import Final

from agreements.verifying.content_types import CORE
from agreements.verifying.markup import Foreign, children, parsed, require

_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_TERMS: Final = "http://purl.org/dc/terms/"
_TYPE: Final = "{http://www.w3.org/2001/XMLSchema-instance}type"
_DATES: Final = {f"{{{_TERMS}}}{one}" for one in ("created", "modified")}
_KNOWN: Final = _DATES | {
    f"{{{space}}}{one}"
    for space, ones in (
        (_DC, "title subject creator description identifier language"),
        (_CORE, "keywords lastModifiedBy revision category contentStatus contentType version"),
        (_CORE, "lastPrinted"),
    )
    for one in ones.split()
}


def require_properties(content: bytes) -> None:
    """Each known property at most once, and plain text in it. Raises Foreign."""
    root = parsed(content, CORE)
    require(root.tag == f"{{{_CORE}}}coreProperties" and not root.attrib, CORE)
    found = children(root, CORE)
    tags = [str(one.tag) for one in found]
    require(_KNOWN.issuperset(tags) and len(set(tags)) == len(tags), CORE)
    for one in found:
        require(not len(one), CORE)
        said = {_TYPE: "dcterms:W3CDTF"} if one.tag in _DATES else {}
        if dict(one.attrib) != said:
            raise Foreign(f"{CORE} says more of a property than it is")

"""Relationships of a package: which are signed, and the form in which they are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from agreements.signing.digital.canonical import canonical
from agreements.signing.digital.names import RELATIONSHIPS, UNSIGNED_RELS

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


@dataclass(frozen=True)
class Relationship:
    """One line of a .rels part; ``mode`` is Internal where it says nothing."""

    id: str
    target: str
    type: str
    mode: str = "Internal"

    @property
    def is_signed(self) -> bool:
        """Whether Word signs it."""
        return self.type not in UNSIGNED_RELS


def read(rels: bytes) -> list[Relationship]:
    """The relationships of a .rels part that this product has written itself."""
    return [
        Relationship(
            e.attrib["Id"], e.attrib["Target"], e.attrib["Type"],
            e.attrib.get("TargetMode", "Internal"),
        )
        for e in etree.fromstring(rels, _PARSER)
    ]  # fmt: skip


def transformed(relationships: Iterable[Relationship]) -> bytes:
    """The Relationship transform (ECMA-376-2, 13.2.4.24) of the given ones, and C14N after it:
    sorted by Id as strings are, the target mode always said."""
    root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
    for one in sorted(relationships, key=lambda one: one.id):
        said = {"Id": one.id, "Target": one.target, "TargetMode": one.mode, "Type": one.type}
        etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", said)
    return canonical(root)


def source_of(rels_part: str) -> str:
    """The part whose relationships a .rels part lists; the package itself is nameless."""
    folder, name = posixpath.split(rels_part)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def target_part(source: str, target: str) -> str:
    """The part that an internal relationship of ``source`` leads to."""
    joined = posixpath.join("/", posixpath.dirname(source), target)
    return posixpath.normpath(joined).lstrip("/")

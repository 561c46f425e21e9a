"""What a signature covers: every part that a reader is shown, and how the parts hang together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from agreements.signing.digital.canonical import sha256
from agreements.signing.digital.names import RELS_CONTENT, SIGNATURES
from agreements.signing.digital.relationships import (
    Relationship,
    read,
    source_of,
    target_part,
    transformed,
)

TYPES = "[Content_Types].xml"


@dataclass(frozen=True)
class Reference:
    """One entry of the Manifest. ``ids``: the signed relationships of a .rels part; other parts
    have none and are signed as raw bytes."""

    uri: str
    digest: str
    ids: tuple[str, ...] = ()


def references(parts: Mapping[str, bytes]) -> list[Reference]:
    """The references of a normalised package, sorted as their addresses are."""
    content_types = _content_types(parts[TYPES])
    found: dict[str, Reference] = {}
    for path in parts:
        if path.endswith(".rels") and not path.startswith(SIGNATURES):
            signed = [one for one in read(parts[path]) if one.is_signed]
            if signed:
                found[path] = _of_relationships(path, signed)
                for part in set(_targets(path, signed)) - set(found):
                    found[part] = _of_part(part, content_types, parts[part])
    return sorted(found.values(), key=lambda one: one.uri)


def _of_relationships(path: str, signed: list[Relationship]) -> Reference:
    ids = tuple(sorted(one.id for one in signed))
    return Reference(f"/{path}?ContentType={RELS_CONTENT}", sha256(transformed(signed)), ids)


def _of_part(path: str, content_types: Mapping[str, str], content: bytes) -> Reference:
    kind = content_types.get(f"/{path}") or content_types[path.rpartition(".")[2].lower()]
    return Reference(f"/{path}?ContentType={kind}", sha256(content))


def _targets(path: str, signed: list[Relationship]) -> list[str]:
    source = source_of(path)
    return [target_part(source, one.target) for one in signed if one.mode == "Internal"]


def _content_types(types: bytes) -> dict[str, str]:
    """By part name (with its slash) or by ending, as the package's list has them."""
    return {
        e.attrib.get("PartName") or e.attrib["Extension"].lower(): e.attrib["ContentType"]
        for e in etree.fromstring(types, etree.XMLParser(resolve_entities=False))
    }

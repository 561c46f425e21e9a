"""The ZIP a .docx is: only what the paper needs, and the same bytes every time."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from defusedxml.ElementTree import fromstring

TYPES = "[Content_Types].xml"
_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP can name; the paper's own date stands in its core properties."""

# Endings of relationship types. Word signs no thumbnail; the other two are left-overs of
# python-docx's template that no reader shows.
# What Word writes of its own person (extended-properties) it does not sign.
_UNWANTED = ("/thumbnail", "/customXml", "/stylesWithEffects", "/extended-properties")


class _Element(NamedTuple):
    name: str
    attributes: Mapping[str, str]


def normalise(docx: bytes) -> bytes:
    """The same document without unreachable parts, as a ZIP that depends on nothing but them.

    Compression is zlib's: another zlib may pack the same parts into other bytes, which is why
    a completed paper is kept as bytes and never made again.
    """
    parts = unpack(docx)
    kept = _reachable(parts)
    return pack({TYPES: _types(parts[TYPES], kept), **kept})


def unpack(docx: bytes) -> dict[str, bytes]:
    """The parts of a package that this product has made, by their names."""
    with ZipFile(BytesIO(docx)) as packed:
        return {entry.filename: packed.read(entry) for entry in packed.infolist()}


def _reachable(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every part that a wanted relationship leads to, with the relationship parts themselves."""
    kept: dict[str, bytes] = {}
    waiting = [""]
    while waiting:
        source = waiting.pop()
        folder, name = posixpath.split(source)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in parts or path in kept:
            continue
        wanted = [e for e in _read(parts[path]) if not e.attributes["Type"].endswith(_UNWANTED)]
        kept[path] = _write("Relationships", _RELS_NAMESPACE, wanted)
        for target in _targets(folder, wanted):
            kept[target] = parts[target]
            waiting.append(target)
    return kept


def _targets(folder: str, relationships: Iterable[_Element]) -> Iterable[str]:
    """Paths inside the package; what lies outside it is no part."""
    for element in relationships:
        if element.attributes.get("TargetMode") != "External":
            target = posixpath.join("/", folder, element.attributes["Target"])
            yield posixpath.normpath(target).lstrip("/")


def _types(content_types: bytes, kept: Mapping[str, bytes]) -> bytes:
    """The list of content types without those of parts that are gone."""
    endings = {path.rpartition(".")[2].lower() for path in kept}
    wanted = [
        element
        for element in _read(content_types)
        if element.attributes.get("PartName", "")[1:] in kept
        or element.attributes.get("Extension", "").lower() in endings
    ]
    return _write("Types", _TYPES_NAMESPACE, wanted)


def _read(xml: bytes) -> list[_Element]:
    return [_Element(e.tag.rpartition("}")[2], dict(e.attrib)) for e in fromstring(xml)]


def _write(root: str, namespace: str, elements: Iterable[_Element]) -> bytes:
    inner = "".join(
        f"<{name}{''.join(f' {key}={quoteattr(value)}' for key, value in attributes.items())}/>"
        for name, attributes in elements
    )
    return f'{_DECLARATION}<{root} xmlns="{namespace}">{inner}</{root}>'.encode()


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a ZIP, the list of their types first: the same parts give the same bytes."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in sorted(parts.items(), key=lambda part: (part[0] != TYPES, part[0])):
            entry = ZipInfo(path, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # else the operating system's number
            entry.external_attr = 0
            archive.writestr(entry, content)
    return packed.getvalue()

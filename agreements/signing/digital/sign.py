"""Putting signatures into a finished .docx."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from agreements.papers.package import TYPES, pack, unpack
from agreements.signing.digital import names as n
from agreements.signing.digital.elements import Occasion, put_value, signature, signed_bytes
from agreements.signing.digital.keys import Signer
from agreements.signing.digital.manifest import references

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


@dataclass(frozen=True)
class Hand:
    """One who signs, and in which role: 职工方首席代表, 签署平台. `token`: a time authority's, over
    the signature's value."""

    signer: Signer
    role: str
    token: bytes = b""


class Unsigned:
    """A normalised paper that is about to be signed by all its hands on one occasion.

    What each key has to sign can be asked for one by one (a phone holds its own), and all the
    signatures are put in together.
    """

    def __init__(self, docx: bytes, occasion: Occasion) -> None:
        self._parts = unpack(docx)
        self._occasion = occasion
        self._manifest = references(self._parts)

    def to_sign(self, hand: Hand, number: int) -> bytes:
        """The bytes over which the file's signature (1, 2, …) is made."""
        return signed_bytes(self._element(hand, number))

    def signed(self, hands: Sequence[Hand]) -> bytes:
        """The paper with every hand's signature in it: the same keys and bytes, the same file, as
        far as the keys' algorithm gives the same signature twice (RSA does)."""
        signatures: dict[str, bytes] = {}
        for number, hand in enumerate(hands, 1):
            root = self._element(hand, number)
            raw = hand.signer.sign(signed_bytes(root))
            signatures[n.signature_part(number)] = put_value(root, raw, hand.token)
        return pack({**_opened(self._parts, signatures), **_origin(signatures), **signatures})

    def _element(self, hand: Hand, number: int) -> etree._Element:
        certificate = hand.signer.certificate
        return signature(certificate, hand.role, self._occasion, self._manifest, number)


def sign_paper(docx: bytes, hands: Sequence[Hand], occasion: Occasion) -> bytes:
    """The normalised paper signed by all. Raises ValueError if it has signatures already."""
    if n.ORIGIN in unpack(docx):
        raise ValueError("the paper is signed already")
    return Unsigned(docx, occasion).signed(hands)


def _opened(parts: Mapping[str, bytes], signatures: Iterable[str]) -> dict[str, bytes]:
    """The parts, with what their lists must say of these signature parts."""
    types = etree.fromstring(parts[TYPES], _PARSER)
    declared = {"Extension": "sigs", "ContentType": n.ORIGIN_CONTENT}
    types.insert(0, etree.Element(f"{{{n.CONTENT_TYPES}}}Default", declared))
    for part in signatures:
        declared = {"PartName": f"/{part}", "ContentType": n.SIGNATURE_CONTENT}
        etree.SubElement(types, f"{{{n.CONTENT_TYPES}}}Override", declared)
    rels = etree.fromstring(parts[n.PACKAGE_RELS], _PARSER)
    _relate(rels, n.ORIGIN_REL, n.ORIGIN)
    return {**parts, TYPES: _xml(types), n.PACKAGE_RELS: _xml(rels)}


def _origin(signatures: Iterable[str]) -> dict[str, bytes]:
    """The empty part from which all signatures hang."""
    rels = etree.Element(f"{{{n.RELATIONSHIPS}}}Relationships", nsmap={None: n.RELATIONSHIPS})
    for part in signatures:
        _relate(rels, n.SIGNATURE_REL, part.removeprefix(n.SIGNATURES))
    return {n.ORIGIN: b"", n.ORIGIN_RELS: _xml(rels)}


def _relate(rels: etree._Element, kind: str, target: str) -> None:
    """A relationship under an Id that none has yet: two of one Id spoil the whole file."""
    taken = {one.attrib["Id"] for one in rels}
    own = next(f"rId{k}" for k in range(1, len(taken) + 2) if f"rId{k}" not in taken)
    said = {"Id": own, "Type": kind, "Target": target}
    etree.SubElement(rels, f"{{{n.RELATIONSHIPS}}}Relationship", said)


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

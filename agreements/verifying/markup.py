"""XML, read only in the one form that all parsers read alike: UTF-8, no document type, no
comments, no instructions, nothing large."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

LARGEST: Final = 2_000_000
"""Bytes of a part that is parsed, unless said otherwise; a tree takes up to thirty times that."""
_BEGINS: Final = re.compile(
    rb"(<\?xml version=(['\"])1\.0\2( encoding=(['\"])(?i:utf-8)\4)?"
    rb"( standalone=(['\"])(yes|no)\6)?\s*\?>\s*)?(?=<[A-Za-z])"
)


class Foreign(ValueError):
    """Nothing that this product writes."""


def parsed(content: bytes, path: str, largest: int = LARGEST) -> etree._Element:
    """The part's root. Raises Foreign."""
    begins = _BEGINS.match(content)
    if begins is None or len(content) > largest:
        raise Foreign(f"{path} is no plain XML")
    if b"<?" in content[begins.end() :] or b"<!" in content:
        raise Foreign(f"{path} has more than elements in it")
    try:
        content.decode("utf-8")
        return etree.fromstring(content, _parser())
    except (UnicodeDecodeError, etree.XMLSyntaxError) as fault:
        raise Foreign(f"{path}: {fault}") from fault


def children(element: etree._Element, path: str) -> list[etree._Element]:
    """The elements inside, if there is nothing else. Raises Foreign."""
    between = [element.text, *(one.tail for one in element)]
    require(not any(text and text.strip() for text in between), path)
    return list(element)


def require(holds: bool, path: str) -> None:
    if not holds:
        raise Foreign(f"{path} is not as this product writes it")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
    )

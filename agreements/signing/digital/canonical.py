"""Canonical XML and digests, as XML-DSig asks for them."""

from __future__ import annotations

import base64
import hashlib
from copy import deepcopy

from lxml import etree


def canonical(element: etree._Element) -> bytes:
    """Inclusive Canonical XML 1.0, without comments, of an element as it stands in its document.

    libxml2 writes a wrong ``xmlns=""`` on grandchildren of a subtree whose default namespace is
    inherited; so the subtree gets a root of its own that states every namespace in scope.
    """
    root = etree.Element(element.tag, dict(element.attrib), nsmap=element.nsmap)
    root.text = element.text
    root.extend(deepcopy(child) for child in element)
    return etree.tostring(root, method="c14n", exclusive=False, with_comments=False)


def sha256(content: bytes) -> str:
    """The digest as XML-DSig writes it: Base64 of SHA-256."""
    return base64.b64encode(hashlib.sha256(content).digest()).decode()

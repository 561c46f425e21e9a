"""The XML of each signature is what the four schemas say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from agreements.papers.package import unpack
from agreements.signing.digital import names as n
from tests.agreements.signing.digital.schemas import schema
from tests.agreements.signing.digital.signed import KINDS, paper
from tests.agreements.signing.digital.stamped import stamped

Made = Callable[[int, str], bytes]


@pytest.mark.parametrize("made", [paper, stamped])
@pytest.mark.parametrize("name", KINDS)
def test_every_signature_is_what_the_schemas_say(name: str, made: Made) -> None:
    count, kind = KINDS[name]
    parts = unpack(made(count, kind))
    for number in range(1, count + 1):
        schema().assertValid(etree.fromstring(parts[n.signature_part(number)]))


@pytest.mark.parametrize(
    ("namespace", "tag"),
    [
        (n.DSIG, "DigestValue"),
        (n.MDSSI, "Format"),
        (n.XADES, "CertDigest"),
        (n.XADES, "EncapsulatedTimeStamp"),
        (n.OFFICE, "SignatureType"),
    ],
)
def test_each_schema_is_really_asked(namespace: str, tag: str) -> None:
    root = etree.fromstring(unpack(stamped(1))[n.signature_part(1)])
    etree.strip_elements(root, f"{{{namespace}}}{tag}")
    assert not schema().validate(root)

"""The schemas that the XML of a signature is held to: W3C's, ECMA's, ETSI's and Microsoft's. None
is kept here; .ci/poi takes them from Debian's source of Apache POI."""

from __future__ import annotations

from typing import Final

from lxml import etree

from agreements.signing.digital import names as n
from tests.agreements.signing.digital.poi import MADE
from tests.lacking import lacking

FILES: Final = {  # by namespace; the first is what the third asks for, so nothing is fetched
    n.DSIG: MADE / "xmldsig-core-schema.xsd",
    n.MDSSI: MADE / "opc-digSig.xsd",
    n.XADES: MADE / "XAdES.xsd",
    n.OFFICE: MADE / "signatureInfo.xsd",
}
_XSD: Final = "http://www.w3.org/2001/XMLSchema"


def schema() -> etree.XMLSchema:
    """All of them in one: XML-DSig lets anything stand inside an Object, and each of the others
    says what its own elements must be."""
    missing = [path.name for path in FILES.values() if not path.exists()]
    if missing:
        lacking(", ".join(missing), "those that .ci/run names; then run .ci/poi")
    root = etree.Element(f"{{{_XSD}}}schema", nsmap={None: _XSD})
    for namespace, path in FILES.items():
        said = {"namespace": namespace, "schemaLocation": path.as_uri()}
        etree.SubElement(root, f"{{{_XSD}}}import", said)
    return etree.XMLSchema(root)

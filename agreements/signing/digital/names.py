"""The names that OOXML signatures are made of; each module that reads or writes one takes it here.

Sources: ECMA-376-2 (OPC, 4th ed.) clause 13 and annex; XML-DSig 1.1; ETSI TS 101 903 v1.3.2
(XAdES); [MS-OFFCRYPTO] 2.5.2.5 for Office's own object.
"""

from typing import Final

DSIG: Final = "http://www.w3.org/2000/09/xmldsig#"
XADES: Final = "http://uri.etsi.org/01903/v1.3.2#"
MDSSI: Final = "http://schemas.openxmlformats.org/package/2006/digital-signature"
OFFICE: Final = "http://schemas.microsoft.com/office/2006/digsig"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"

C14N: Final = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
SHA256: Final = "http://www.w3.org/2001/04/xmlenc#sha256"
RSA_SHA256: Final = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
ECDSA_SHA256: Final = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
RELATIONSHIP_TRANSFORM: Final = (
    "http://schemas.openxmlformats.org/package/2006/RelationshipTransform"
)
OBJECT_TYPE: Final = f"{DSIG}Object"
SIGNED_PROPERTIES_TYPE: Final = "http://uri.etsi.org/01903#SignedProperties"
PROOF_OF_ORIGIN: Final = "http://uri.etsi.org/01903/v1.2.2#ProofOfOrigin"

# Parts and relationships of a signed package.
ORIGIN: Final = "_xmlsignatures/origin.sigs"
ORIGIN_RELS: Final = "_xmlsignatures/_rels/origin.sigs.rels"
PACKAGE_RELS: Final = "_rels/.rels"
SIGNATURES: Final = "_xmlsignatures/"
ORIGIN_CONTENT: Final = "application/vnd.openxmlformats-package.digital-signature-origin"
SIGNATURE_CONTENT: Final = (
    "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
)
RELS_CONTENT: Final = "application/vnd.openxmlformats-package.relationships+xml"
ORIGIN_REL: Final = f"{RELATIONSHIPS}/digital-signature/origin"
SIGNATURE_REL: Final = f"{RELATIONSHIPS}/digital-signature/signature"

UNSIGNED_RELS: Final = frozenset(
    {
        ORIGIN_REL,
        f"{RELATIONSHIPS}/metadata/core-properties",
        f"{RELATIONSHIPS}/metadata/thumbnail",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
    }
)
"""What Word leaves unsigned: the signatures themselves, and what no page shows."""

# Ids inside a signature. ECMA-376-2 M6.15: that of the package's object is fixed.
SIGNATURE_ID: Final = "idPackageSignature"
PACKAGE_OBJECT: Final = "idPackageObject"
OFFICE_OBJECT: Final = "idOfficeObject"
SIGNATURE_TIME: Final = "idSignatureTime"
OFFICE_DETAILS: Final = "idOfficeV1Details"
SIGNED_PROPERTIES: Final = "idSignedProperties"

TIME_FORMAT: Final = "YYYY-MM-DDThh:mm:ssTZD"
"""How the time of signing is written, in the words of ECMA-376-2."""


def signed_properties_id(number: int) -> str:
    """The Id of the XAdES properties of a file's signature (1, 2, …): each has its own, since
    LibreOffice 7.4 takes equal Ids with different content for broken from the third on."""
    return SIGNED_PROPERTIES if number == 1 else f"{SIGNED_PROPERTIES}_{number}"


def signature_part(number: int) -> str:
    """The part that holds a file's signature (1, 2, …)."""
    return f"{SIGNATURES}sig{number}.xml"

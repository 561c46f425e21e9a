"""The XML of one signature, its elements in the order that the schemas and Word want."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from agreements.signing.digital import names as n
from agreements.signing.digital.authority import written_name
from agreements.signing.digital.canonical import canonical, sha256
from agreements.signing.digital.keys import algorithm
from agreements.signing.digital.manifest import Reference


@dataclass(frozen=True)
class Occasion:
    """What all signatures of one file share, letter for letter (LibreOffice 7.4 takes a third one
    for broken otherwise): the time, to the second, and the purpose."""

    at: datetime
    comment: str

    @property
    def written(self) -> str:
        return written(self.at)


def written(at: datetime) -> str:
    """A time as signatures write it: in UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _add(parent: etree._Element, tag: str, text: str = "", **said: str) -> etree._Element:
    """A child in its parent's namespace."""
    space = etree.QName(parent).namespace
    child = etree.SubElement(parent, f"{{{space}}}{tag}", said)
    child.text = text or None
    return child


def _digested(parent: etree._Element, digest: str) -> None:
    """How and to what something was digested, in XML-DSig's names."""
    etree.SubElement(parent, f"{{{n.DSIG}}}DigestMethod", {"Algorithm": n.SHA256})
    etree.SubElement(parent, f"{{{n.DSIG}}}DigestValue").text = digest


def signature(
    certificate: x509.Certificate,
    role: str,
    occasion: Occasion,
    manifest: Sequence[Reference],
    number: int,
) -> etree._Element:
    """A whole signature but for its value, which `signed_bytes` leads to and `put_value` sets."""
    root = etree.Element(f"{{{n.DSIG}}}Signature", {"Id": n.SIGNATURE_ID}, nsmap={None: n.DSIG})
    info = _add(root, "SignedInfo")
    _add(root, "SignatureValue")
    data = _add(_add(root, "KeyInfo"), "X509Data")
    der = certificate.public_bytes(Encoding.DER)
    _add(data, "X509Certificate", base64.b64encode(der).decode())
    package = _package_object(root, occasion, manifest)
    office = _office_object(root, occasion)
    properties = _signed_properties(root, certificate, role, occasion, number)
    _signed_info(info, certificate, package, office, properties)
    return root


def signed_bytes(root: etree._Element) -> bytes:
    """What the key signs: the canonical SignedInfo."""
    return canonical(root[0])


def stamped_bytes(raw: bytes) -> bytes:
    """What a time authority stamps of a signature: its value's canonical element, with the
    namespace that it inherits (ETSI TS 101 903, 7.3)."""
    root = etree.Element(f"{{{n.DSIG}}}Signature", nsmap={None: n.DSIG})
    return canonical(_add(root, "SignatureValue", base64.b64encode(raw).decode()))


def put_value(root: etree._Element, raw: bytes, token: bytes = b"") -> bytes:
    """Set the signature's value, with the time authority's token over it if there is one, and give
    the whole part."""
    root[1].text = base64.b64encode(raw).decode()
    if token:
        _put_token(root[-1][0], token)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _put_token(qualifying: etree._Element, token: bytes) -> None:
    """XAdES-T: the token (DER) stands beside the signed properties, and no signature covers it."""
    unsigned = _add(_add(qualifying, "UnsignedProperties"), "UnsignedSignatureProperties")
    stamp = _add(unsigned, "SignatureTimeStamp")
    etree.SubElement(stamp, f"{{{n.DSIG}}}CanonicalizationMethod", {"Algorithm": n.C14N})
    _add(stamp, "EncapsulatedTimeStamp", base64.b64encode(token).decode())


def _signed_info(
    info: etree._Element,
    certificate: x509.Certificate,
    package: etree._Element,
    office: etree._Element,
    properties: etree._Element,
) -> None:
    _add(info, "CanonicalizationMethod", Algorithm=n.C14N)
    _add(info, "SignatureMethod", Algorithm=algorithm(certificate))
    for target in (package, office):
        said = {"Type": n.OBJECT_TYPE, "URI": f"#{target.attrib['Id']}"}
        _digested(_add(info, "Reference", "", **said), sha256(canonical(target)))
    said = {"Type": n.SIGNED_PROPERTIES_TYPE, "URI": f"#{properties.attrib['Id']}"}
    reference = _add(info, "Reference", "", **said)
    _add(_add(reference, "Transforms"), "Transform", Algorithm=n.C14N)
    _digested(reference, sha256(canonical(properties)))


def _package_object(
    root: etree._Element, occasion: Occasion, manifest: Sequence[Reference]
) -> etree._Element:
    """The Manifest of everything signed, and the time."""
    package = _add(root, "Object", Id=n.PACKAGE_OBJECT)
    listed = _add(package, "Manifest")
    for one in manifest:
        reference = _add(listed, "Reference", URI=one.uri)
        if one.ids:
            _transforms(reference, one.ids)
        _digested(reference, one.digest)
    time = _property(package, n.SIGNATURE_TIME)
    when = etree.SubElement(time, f"{{{n.MDSSI}}}SignatureTime", nsmap={"mdssi": n.MDSSI})
    _add(when, "Format", n.TIME_FORMAT)
    _add(when, "Value", occasion.written)
    return package


def _transforms(reference: etree._Element, ids: Sequence[str]) -> None:
    transforms = _add(reference, "Transforms")
    relationships = _add(transforms, "Transform", Algorithm=n.RELATIONSHIP_TRANSFORM)
    for one in ids:
        etree.SubElement(
            relationships,
            f"{{{n.MDSSI}}}RelationshipReference",
            {"SourceId": one},
            nsmap={"mdssi": n.MDSSI},
        )
    _add(transforms, "Transform", Algorithm=n.C14N)


def _property(parent: etree._Element, of: str) -> etree._Element:
    properties = _add(parent, "SignatureProperties")
    said = {"Id": of, "Target": f"#{n.SIGNATURE_ID}"}
    return _add(properties, "SignatureProperty", "", **said)


def _office_object(root: etree._Element, occasion: Occasion) -> etree._Element:
    """What Office shows of a signature. ManifestHashAlgorithm is left out: the schema allows it
    only after elements that nothing here has."""
    office = _add(root, "Object", Id=n.OFFICE_OBJECT)
    of = _property(office, n.OFFICE_DETAILS)
    info = etree.SubElement(of, f"{{{n.OFFICE}}}SignatureInfoV1", nsmap={None: n.OFFICE})
    for tag, text in (
        ("SetupID", ""),
        ("SignatureText", ""),
        ("SignatureImage", ""),
        ("SignatureComments", occasion.comment[:255]),
        ("WindowsVersion", "10.0"),
        ("OfficeVersion", "16.0"),
        ("ApplicationVersion", "16.0"),
        ("Monitors", "1"),
        ("HorizontalResolution", "1920"),
        ("VerticalResolution", "1080"),
        ("ColorDepth", "32"),
        ("SignatureProviderId", "{00000000-0000-0000-0000-000000000000}"),
        ("SignatureProviderUrl", ""),
        ("SignatureProviderDetails", "9"),
        ("SignatureType", "1"),
    ):
        _add(info, tag, text)
    addresses = etree.SubElement(of, f"{{{n.OFFICE}}}SignatureInfoV2", nsmap={None: n.OFFICE})
    _add(addresses, "Address1")
    _add(addresses, "Address2")
    return office


def _signed_properties(
    root: etree._Element, certificate: x509.Certificate, role: str, occasion: Occasion, number: int
) -> etree._Element:
    """XAdES-EPES: which certificate, when, in which role, and to what end."""
    holder = etree.SubElement(
        _add(root, "Object"),
        f"{{{n.XADES}}}QualifyingProperties",
        {"Target": f"#{n.SIGNATURE_ID}"},
        nsmap={"xd": n.XADES},
    )
    properties = _add(holder, "SignedProperties", Id=n.signed_properties_id(number))
    own = _add(properties, "SignedSignatureProperties")
    _add(own, "SigningTime", occasion.written)
    _signing_certificate(own, certificate)
    _add(_add(own, "SignaturePolicyIdentifier"), "SignaturePolicyImplied")
    _add(_add(_add(own, "SignerRole"), "ClaimedRoles"), "ClaimedRole", role)
    _commitment(_add(properties, "SignedDataObjectProperties"), occasion)
    return properties


def _signing_certificate(own: etree._Element, certificate: x509.Certificate) -> None:
    one = _add(_add(own, "SigningCertificate"), "Cert")
    _digested(_add(one, "CertDigest"), sha256(certificate.public_bytes(Encoding.DER)))
    serial = _add(one, "IssuerSerial")
    for tag, text in (
        ("X509IssuerName", written_name(certificate.issuer)),
        ("X509SerialNumber", f"{certificate.serial_number}"),
    ):
        etree.SubElement(serial, f"{{{n.DSIG}}}{tag}").text = text


def _commitment(of: etree._Element, occasion: Occasion) -> None:
    indication = _add(of, "CommitmentTypeIndication")
    kind = _add(indication, "CommitmentTypeId")
    _add(kind, "Identifier", n.PROOF_OF_ORIGIN)
    _add(kind, "Description", "Created and approved this document")
    _add(indication, "AllSignedDataObjects")
    qualifiers = _add(indication, "CommitmentTypeQualifiers")
    _add(qualifiers, "CommitmentTypeQualifier", occasion.comment)

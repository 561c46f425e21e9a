"""The digital signatures of a paper, in two steps. Prepared: all hands are drawn, the file
stands, each hand has its certificate, and whatever key the platform holds has signed. Sealed: the
phones that keep their own keys have signed too, and everything is put together and verified.

Where no phone keeps a key both happen in the same transaction."""

from datetime import datetime
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from agreements.papers.actions import signed_text
from agreements.papers.models import Paper
from agreements.papers.package import normalise
from agreements.papers.text import Grade, SignatureBlock
from agreements.signing import time_authority
from agreements.signing.authorities import Office, office, roots
from agreements.signing.digital.authority import fingerprint, name
from agreements.signing.digital.elements import Occasion
from agreements.signing.digital.keys import Given, Signer
from agreements.signing.digital.sign import Hand, Unsigned
from agreements.signing.models import Certificate, Signature
from agreements.signing.phone_keys import public_key
from agreements.signing.seal import Sealed
from agreements.verifying.answers import Answer
from agreements.verifying.registering import entry
from agreements.verifying.trust import Bundle
from agreements.verifying.verify import verify
from negotiate.law.refusal import N_, Refused
from negotiate.people.models import Seat

PLATFORM_ROLE: Final = "签署平台"
NOT_GENUINE: Final = N_("封存前的核验没有通过，文件没有封存，什么都没有改动。请联系管理员。")
_Custody = Certificate.Custody


def require_office() -> None:
    """Refuse to begin what could not be sealed in the end."""
    office()


def prepare(paper: Paper, grade: Grade, blocks: tuple[SignatureBlock, ...], at: datetime) -> None:
    """Let the file stand with all hands in it, and sign it with every key that the platform holds.
    Raises Refused. Done again, it starts from nothing: other bytes want other signatures."""
    paper.prepared = normalise(signed_text(paper, grade, blocks))
    paper.prepared_at = at
    paper.save(update_fields=["prepared", "prepared_at"])
    paper.certificates.all().delete()
    issuing = office()
    for signature in paper.signatures.select_related("seat__person").order_by("seat"):
        if signature.seat.is_chief:
            _chief_signs(paper, signature, issuing)
    _keep(paper, Hand(issuing.platform, PLATFORM_ROLE), _Custody.PLATFORM, issuing.platform)


def _chief_signs(paper: Paper, signature: Signature, issuing: Office) -> None:
    """With the key of the chief's own phone, later; or at once with one that is gone afterwards."""
    seat, at = signature.seat, paper.prepared_at
    assert at is not None  # noqa: S101  narrows the types
    assert seat.of is not None  # noqa: S101
    role = f"{seat.of.label}{seat.get_capacity_display()}"
    subject = name(seat.person.name, paper.enterprise.name, role)
    if signature.public_key:
        key = public_key(signature.public_key)
        later = Given(issuing.authority.issue(subject, key, at), b"")
        _keep(paper, Hand(later, role), _Custody.PHONE, None, seat)
    else:
        held = issuing.authority.issue_once(subject, at)
        _keep(paper, Hand(held, role), _Custody.EVENT, held, seat)


def _keep(
    paper: Paper, hand: Hand, custody: _Custody, signs: Signer | None, seat: Seat | None = None
) -> None:
    """The certificate that the paper must bear a signature of, and the signature if it is there."""
    number = paper.certificates.count() + 1
    certificate = hand.signer.certificate
    content = _unsigned(paper).to_sign(hand, number)
    Certificate.objects.create(
        paper=paper,
        seat=seat,
        role=hand.role,
        custody=custody,
        fingerprint=fingerprint(certificate),
        serial=f"{certificate.serial_number:x}",
        pem=certificate.public_bytes(Encoding.PEM).decode(),
        value=signs.sign(content) if signs else None,
        token=None if time_authority.is_set() else b"",
    )


def to_sign(paper: Paper, awaited: Certificate) -> bytes:
    """The bytes over which a phone is asked for its signature."""
    keys = list(paper.certificates.values_list("pk", flat=True))
    return _unsigned(paper).to_sign(_hand(awaited), keys.index(awaited.pk) + 1)


def sealed(paper: Paper) -> Sealed:
    """The paper under all its digital signatures, read back by the strict verifier: a file that it
    would not call genuine is not sealed. Raises Refused."""
    hands = [_hand(one) for one in paper.certificates.all()]
    file = Sealed.of(_unsigned(paper).signed(hands))
    wanted = [fingerprint(hand.signer.certificate) for hand in hands]
    told = entry(file.docx, paper.number, paper.title, file.sha256, wanted)
    trusted = tuple(x509.load_pem_x509_certificate(pem) for pem in roots())
    timed = time_authority.roots()
    report = verify(file.docx, Bundle(trusted, register=lambda number: [told], time_roots=timed))
    if report.answer is not Answer.AUTHENTIC:
        raise Refused(NOT_GENUINE)
    return file


def _unsigned(paper: Paper) -> Unsigned:
    assert paper.prepared_at is not None  # noqa: S101  narrows the type
    occasion = Occasion(paper.prepared_at, f"{paper.number} {paper.title}")
    return Unsigned(bytes(paper.prepared or b""), occasion)


def _hand(of: Certificate) -> Hand:
    return Hand(Given(of.loaded(), bytes(of.value or b"")), of.role, bytes(of.token or b""))

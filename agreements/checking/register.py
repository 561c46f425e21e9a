"""What the verifier is told of this installation: roots, revocations, registered papers."""

from collections.abc import Iterator

from cryptography.x509 import load_pem_x509_certificate
from django.db.models import QuerySet

from agreements.papers.models import Paper
from agreements.signing import authorities, time_authority
from agreements.signing.models import Revocation
from agreements.verifying.answers import Registered
from agreements.verifying.registering import entry
from agreements.verifying.trust import Bundle, Revoked


def bundle() -> Bundle:
    """As the database and the authority's folder have it now."""
    return Bundle(
        roots=tuple(load_pem_x509_certificate(pem) for pem in authorities.roots()),
        revoked={one.serial: Revoked(one.since, one.reason) for one in Revocation.objects.all()},
        register=registered,
        time_roots=time_authority.roots(),
    )


def registered(number: str) -> list[Registered]:
    """The completed papers of a number: each enterprise counts its own."""
    return list(map(_registered, _completed().filter(number=number)))


def all_registered() -> Iterator[Registered]:
    """Every completed paper, one at a time."""
    return map(_registered, _completed().iterator())


def _completed() -> QuerySet[Paper]:
    return Paper.objects.filter(completed_at__isnull=False).order_by("pk")


def _registered(paper: Paper) -> Registered:
    certificates = paper.certificates.values_list("fingerprint", flat=True)
    docx = bytes(paper.docx or b"")
    return entry(docx, paper.number, paper.title, paper.sha256, list(certificates))

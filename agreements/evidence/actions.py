"""Keeping the evidence of a paper, in the act that completes it."""

import base64

from cryptography.hazmat.primitives.serialization import Encoding

from agreements.evidence.gathering import gather
from agreements.evidence.models import Evidence
from agreements.papers.models import Paper
from agreements.signing.authorities import office
from negotiate.law.canonical import canonical


def keep(paper: Paper) -> Evidence:
    """Once, after the completion has been written down, and before anybody is told of it."""
    content = canonical(gather(paper))
    platform = office().platform
    return Evidence.objects.create(
        paper=paper,
        content=content.decode(),
        signature=base64.b64encode(platform.sign(content)).decode(),
        certificate=platform.certificate.public_bytes(Encoding.PEM).decode(),
    )

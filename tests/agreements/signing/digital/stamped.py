"""Papers whose signatures a real time authority has stamped."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Final

from agreements.signing.digital import stamps
from agreements.signing.digital.authority import fingerprint
from agreements.signing.digital.elements import Occasion, stamped_bytes
from agreements.signing.digital.keys import Given
from agreements.signing.digital.sign import Hand, Unsigned
from agreements.verifying.registering import entry
from agreements.verifying.trust import Bundle
from tests.agreements.papers.examples import innovation_award
from tests.agreements.signing.digital.signed import authority, hands, unsigned
from tests.agreements.signing.digital.tsa import TimeAuthority, root, time_authority

NUMBER: Final = innovation_award().number
TITLE: Final = innovation_award().title
NOW: Final = datetime.now(UTC).replace(microsecond=0)
Tokens = Callable[[bytes], bytes]


def token(content: bytes, by: TimeAuthority | None = None) -> bytes:
    """The time authority's over these bytes."""
    asked = stamps.asked(content)
    answer = (by or time_authority()).reply(asked.as_bytes())
    return stamps.answered(answer, asked, content)


def signed_and_stamped(
    count: int = 3, kind: str = "p256", tokens: Tokens = token, at: datetime = NOW
) -> bytes:
    """A paper with so many signatures, each with such a token over its value."""
    waiting = Unsigned(unsigned(), Occasion(at, f"{NUMBER} {TITLE}"))
    done = []
    for number, hand in enumerate(hands(count, kind), 1):
        value = hand.signer.sign(waiting.to_sign(hand, number))
        given = Given(hand.signer.certificate, value)
        done.append(Hand(given, hand.role, tokens(stamped_bytes(value))))
    return waiting.signed(done)


@cache
def stamped(count: int = 3, kind: str = "p256") -> bytes:
    return signed_and_stamped(count, kind)


def knowing(docx: bytes) -> Bundle:
    """The register has this paper, and the time authority is trusted."""
    wanted = [fingerprint(hand.signer.certificate) for hand in hands(3)]
    own = entry(docx, NUMBER, TITLE, hashlib.sha256(docx).hexdigest(), wanted)
    trusted = Bundle((authority().certificate,), register=lambda number: [own])
    return replace(trusted, time_roots=(root().certificate,))

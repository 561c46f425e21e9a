"""Papers that are really signed: hands of every kind, under an authority of the tests' own."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec, rsa

from agreements.papers.minutes import build
from agreements.signing.digital.authority import Authority, name
from agreements.signing.digital.elements import Occasion
from agreements.signing.digital.keys import RSA_BITS, HeldKey, PrivateKey
from agreements.signing.digital.sign import Hand, sign_paper
from tests.agreements.papers.examples import innovation_award

AT = datetime(2026, 11, 29, 4, 5, 6, tzinfo=UTC)
KINDS: Final = {f"{kind}{count}": (count, kind) for kind in ("rsa", "p256") for count in (1, 2, 3)}
"""By a name of each: with how many signatures papers are made, and the chiefs' kind of key."""
OCCASION = Occasion(AT, "双方确认并签署本文件")


@cache
def authority() -> Authority:
    return Authority.make("一事一议签署根证书", "阜宁县总工会", AT)


@cache
def key_of(kind: str) -> PrivateKey:
    if kind == "rsa":
        return rsa.generate_private_key(public_exponent=65537, key_size=RSA_BITS)
    return ec.generate_private_key(ec.SECP256R1())


@cache
def hand(person: str, role: str, kind: str = "p256") -> Hand:
    """Somebody with a certificate of the tests' authority."""
    key = key_of(kind)
    subject = name(person, "神瑞胶业有限公司", role)
    return Hand(HeldKey(authority().issue(subject, key.public_key(), AT), key), role)


def chiefs(kind: str = "p256") -> tuple[Hand, Hand]:
    return hand("陈桂芳", "职工方首席代表", kind), hand("周志远", "企业方首席代表", kind)


def platform() -> Hand:
    return hand("签署平台", "平台签章", "rsa")


def hands(count: int, kind: str = "p256") -> tuple[Hand, ...]:
    """Both chiefs, then the platform."""
    return (*chiefs(kind), platform())[:count]


@cache
def unsigned() -> bytes:
    return build(innovation_award())


@cache
def paper(count: int = 3, kind: str = "p256") -> bytes:
    """A paper with so many signatures."""
    return sign_paper(unsigned(), hands(count, kind), OCCASION)

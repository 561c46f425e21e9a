"""Papers with time-stamps: what the strict verifier takes from a token, and what no token is."""

from __future__ import annotations

import base64
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID
from lxml import etree

from agreements.papers.package import pack, unpack
from agreements.signing.digital import names as n
from agreements.verifying import kept
from agreements.verifying.answers import Answer
from agreements.verifying.told import told
from agreements.verifying.trust import Revoked
from agreements.verifying.verify import verify
from tests.agreements.signing.digital.signed import hands
from tests.agreements.signing.digital.stamped import (
    NOW,
    NUMBER,
    knowing,
    signed_and_stamped,
    stamped,
    token,
)
from tests.agreements.signing.digital.tsa import (
    NAME,
    TELLS_TIME,
    TimeAuthority,
    issued,
    other_authority,
    root,
    time_authority,
)

DAY = timedelta(days=1)
FOR_MAIL = ExtendedKeyUsageOID.EMAIL_PROTECTION
FIRST = n.signature_part(1)


def test_a_stamped_paper_is_authentic_and_says_when_and_by_whom() -> None:
    report = verify(stamped(), knowing(stamped()))
    assert report.answer is Answer.AUTHENTIC, report
    assert {one.stamped_by for one in report.signatures} == {NAME}
    for one in report.signatures:
        at = datetime.strptime(one.stamped_at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        assert NOW <= at <= datetime.now(UTC)
    assert told(report).count(f"by {NAME}") == 3


def test_the_bundle_as_a_file_carries_the_time_authority_s_root() -> None:
    trusted = knowing(stamped())
    read = kept.read(kept.written(trusted, trusted.register(NUMBER)))
    assert read.time_roots == trusted.time_roots
    assert verify(stamped(), read).answer is Answer.AUTHENTIC


def test_who_trusts_no_time_authority_trusts_no_stamped_paper() -> None:
    for trusted in ((), (issued("试验时间戳根").certificate,)):
        bundle = replace(knowing(stamped()), time_roots=trusted)
        report = verify(stamped(), bundle)
        assert (report.answer, report.signatures[0].stamped_at) == (Answer.UNTRUSTED, "")


def without_token(part: bytes) -> bytes:
    begin, end = part.index(b"<xd:UnsignedProperties>"), part.index(b"</xd:UnsignedProperties>")
    return part[:begin] + part[end + len(b"</xd:UnsignedProperties>") :]


def test_a_token_taken_out_is_found_by_the_register() -> None:
    parts = unpack(stamped())
    parts[FIRST] = without_token(parts[FIRST])
    assert verify(pack(parts), knowing(stamped())).answer is Answer.ALTERED


def test_a_token_put_into_a_paper_that_had_none_is_found_too() -> None:
    bare = signed_and_stamped(tokens=lambda content: b"")
    assert b"UnsignedProperties" not in unpack(bare)[FIRST]
    late = signed_and_stamped()
    assert verify(late, knowing(bare)).answer is Answer.ALTERED


def test_another_true_token_over_the_same_signature_is_not_the_registered_one() -> None:
    tokens: dict[bytes, bytes] = {}
    own = signed_and_stamped(
        kind="rsa", tokens=lambda content: tokens.setdefault(content, token(content))
    )
    again = signed_and_stamped(kind="rsa")  # RSA signs the same way twice
    values = [part[:2000] for path, part in sorted(unpack(own).items()) if "/sig" in path]
    assert values == [part[:2000] for path, part in sorted(unpack(again).items()) if "/sig" in path]
    assert own != again
    assert verify(again, knowing(own)).answer is Answer.ALTERED


def test_a_token_over_something_else_is_no_token() -> None:
    other = token(b"something else")
    file = signed_and_stamped(tokens=lambda content: other)
    assert verify(file, replace(knowing(file), register=lambda number: ())).answer is Answer.ALTERED
    assert verify(file, knowing(file)).answer is Answer.ALTERED


def by_a_stranger(content: bytes) -> bytes:
    with other_authority() as other:
        return token(content, other)


def for_mail(content: bytes) -> bytes:
    """By a certificate of the trusted root that is not for telling the time."""
    mail = TimeAuthority.under(root(), issued("邮件", root(), (FOR_MAIL,)))
    return mail.signed_info(mail.info_of(token(content)))


def for_mail_too(content: bytes) -> bytes:
    both = TimeAuthority.under(root(), issued("都行", root(), (*TELLS_TIME, FOR_MAIL)))
    return both.signed_info(both.info_of(token(content)))


def after_its_end(content: bytes) -> bytes:
    return token(content, TimeAuthority.under(root(), issued(NAME, root(), TELLS_TIME, -DAY)))


@pytest.mark.parametrize("tokens", [by_a_stranger, for_mail, for_mail_too, after_its_end])
def test_a_token_of_nobody_who_may_tell_the_time_is_not_trusted(tokens: object) -> None:
    assert callable(tokens)
    file = signed_and_stamped(tokens=tokens)
    report = verify(file, knowing(file))
    assert report.answer is Answer.UNTRUSTED, report
    assert "trusted to tell the time" in report.faults[0]


def test_a_time_before_the_signature_is_not_trusted() -> None:
    file = signed_and_stamped(at=NOW + DAY)
    report = verify(file, knowing(file))
    assert (report.answer, "older" in report.faults[0]) == (Answer.UNTRUSTED, True)


def test_what_was_revoked_between_signature_and_stamp_is_not_trusted() -> None:
    """Who has a stolen key can date a signature back, and no stamp."""
    serial = f"{hands(3)[0].signer.certificate.serial_number:x}"
    file = signed_and_stamped(at=NOW - timedelta(hours=1) + timedelta(minutes=30))
    for since, answer in (
        (NOW - timedelta(minutes=10), Answer.UNTRUSTED),
        (NOW + DAY, Answer.AUTHENTIC),
    ):
        revoked = {serial: Revoked(since, "lost")}
        assert verify(file, replace(knowing(file), revoked=revoked)).answer is answer


def test_openssl_finds_each_token_to_hold() -> None:
    for number in (1, 2, 3):
        root = etree.fromstring(unpack(stamped())[n.signature_part(number)])
        value = etree.tostring(root[1], method="c14n")
        given = base64.b64decode(root.findtext(".//{*}EncapsulatedTimeStamp", ""))
        assert b'<SignatureValue xmlns="http://www.w3.org/2000/09/xmldsig#">' in value
        assert time_authority().verified(given, value)


def test_no_flipped_bit_of_a_token_is_believed() -> None:
    """With the register each is found. Without it OpenSSL must: all but what CMS does not sign."""
    told = {known: flipped_tokens(at_random(200), known) for known in (True, False)}
    assert told[True] == {Answer.ALTERED: 200}
    assert told[False][Answer.AUTHENTIC] == told[False][Answer.REPACKED] == 0
    assert told[False][Answer.ALTERED] > 0
    assert told[False][Answer.UNTRUSTED] > 100


def at_random(times: int) -> list[int]:
    return random.Random(1).sample(range(len(_whole()) * 8), times)  # noqa: S311  no secret


@cache
def _whole() -> bytes:
    root = etree.fromstring(unpack(stamped())[FIRST])
    return base64.b64decode(root.findtext(".//{*}EncapsulatedTimeStamp", ""))


def flipped_tokens(bits: Iterable[int], known: bool) -> Counter[Answer]:
    """Answers to the paper with each of these bits of its first token turned over."""
    bundle, parts = knowing(stamped()), unpack(stamped())
    if not known:
        bundle = replace(bundle, register=lambda number: ())
    answers: Counter[Answer] = Counter()
    for at in bits:
        token = bytearray(_whole())
        token[at // 8] ^= 1 << at % 8
        old, new = base64.b64encode(_whole()), base64.b64encode(token)
        file = pack({**parts, FIRST: parts[FIRST].replace(old, new)})
        answers[verify(file, bundle).answer] += 1
    return answers

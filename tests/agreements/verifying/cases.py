"""The table of tampering: each case a change to a paper with two chiefs' signatures and the
platform's, and the answer it must have. docs/signing.md prints it."""

from __future__ import annotations

import base64
import hashlib
from datetime import timedelta
from functools import cache
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from agreements.papers.package import pack, unpack
from agreements.signing.digital import names as n
from agreements.signing.digital.authority import Authority, fingerprint, name
from agreements.signing.digital.elements import Occasion, put_value, stamped_bytes
from agreements.signing.digital.sign import Hand, sign_paper
from agreements.verifying.answers import Answer
from agreements.verifying.registering import entry
from agreements.verifying.trust import Bundle
from tests.agreements.papers.examples import innovation_award
from tests.agreements.signing.digital.signed import AT, authority, hands, unsigned
from tests.agreements.signing.digital.stamped import token
from tests.agreements.verifying.changes import CHANGES, TEXT, forged

NUMBER: Final = innovation_award().number
OCCASION: Final = Occasion(AT, f"{NUMBER} {innovation_award().title}")


@cache
def genuine() -> bytes:
    return sign_paper(unsigned(), hands(3), OCCASION)


@cache
def bundle() -> Bundle:
    registered = entry(
        genuine(),
        NUMBER,
        innovation_award().title,
        hashlib.sha256(genuine()).hexdigest(),
        [fingerprint(hand.signer.certificate) for hand in hands(3)],
    )
    return Bundle(
        (authority().certificate,), register=lambda number: [registered] * (number == NUMBER)
    )


def duplicated(forged_last: bool) -> bytes:
    """T10: the text twice under one name, the forged one first or last."""
    parts = unpack(genuine())
    forged = parts[TEXT].replace(b"30,000", b"31,000")
    order = [parts[TEXT], forged] if forged_last else [forged, parts[TEXT]]
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            if path != TEXT:
                archive.writestr(path, content)
        archive.writestr(TEXT, order[0])
        archive.writestr("word/documenT.xml", order[1])
    return packed.getvalue().replace(b"word/documenT.xml", TEXT.encode())


def reordered() -> bytes:
    """T12: the same parts, packed again in another order."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for path, content in reversed(unpack(genuine()).items()):
            archive.writestr(path, content)
    return packed.getvalue()


def forged_authority() -> bytes:
    """T13: another text, signed anew under an authority of the same name."""
    other = Authority.make("一事一议签署根证书", "阜宁县总工会", AT)
    made = [
        Hand(other.issue_once(name("陈桂芳", "神瑞胶业有限公司", role), AT), role)
        for role in ("职工方首席代表", "企业方首席代表")
    ]
    parts = forged(unpack(unsigned()))
    return sign_paper(pack(parts), made, OCCASION)


def stolen_keys() -> bytes:
    """T26: another text of the same number and title, signed anew with the very same keys."""
    return sign_paper(pack(forged(unpack(unsigned()))), hands(3), OCCASION)


def stamped_later() -> bytes:
    """T27: a true token over a signature of a paper that was registered without."""
    parts = unpack(genuine())
    root = etree.fromstring(parts[n.signature_part(3)])
    value = base64.b64decode(root[1].text or "")
    return pack({**parts, n.signature_part(3): put_value(root, value, token(stamped_bytes(value)))})


@cache
def files() -> dict[str, tuple[str, bytes, Answer]]:
    """Every case by its number: what was done, the file, the answer."""
    parts = unpack(genuine())
    made = {
        key: (what, pack(change(parts)), answer) for key, (what, change, answer) in CHANGES.items()
    }
    made["T10"] = ("the text twice, the forged one last", duplicated(True), Answer.ALTERED)
    made["T10b"] = ("the text twice, the forged one first", duplicated(False), Answer.ALTERED)
    made["T12"] = ("packed again in another order", reordered(), Answer.REPACKED)
    made["T13"] = ("another text under a forged authority", forged_authority(), Answer.UNTRUSTED)
    made["T26"] = ("another text signed with the same keys", stolen_keys(), Answer.ALTERED)
    made["T27"] = ("a time-stamp added to a signature", stamped_later(), Answer.ALTERED)
    return dict(sorted(made.items()))


LATER: Final = AT + timedelta(days=1)


def table() -> str:
    """The cases as docs/signing.md prints them."""
    rows = (f"| {key} | {what} | {answer.title} |" for key, (what, _, answer) in files().items())
    return "\n".join(("| case | what was changed | answer |", "|---|---|---|", *rows))

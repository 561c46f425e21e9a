"""Signing a paper: once, by all, and by keys that are held elsewhere."""

from __future__ import annotations

import pytest

from agreements.signing.digital.keys import Given
from agreements.signing.digital.sign import Hand, Unsigned, sign_paper
from tests.agreements.papers.examples import innovation_award
from tests.agreements.papers.read_back import clauses_of
from tests.agreements.signing.digital.signed import OCCASION, hands, paper, unsigned


def test_a_signed_paper_still_says_the_same() -> None:
    text = innovation_award()
    assert clauses_of(paper(3)) == [clause.text for clause in text.clauses]


def test_nothing_is_signed_twice() -> None:
    with pytest.raises(ValueError, match="signed already"):
        sign_paper(paper(1), hands(1), OCCASION)


def test_the_same_keys_sign_the_same_text_into_the_same_bytes() -> None:
    """RSA does; a signature on P-256 is another each time."""
    signed = [sign_paper(unsigned(), hands(2, "rsa"), OCCASION) for _ in range(2)]
    assert signed[0] == signed[1]


def test_signatures_given_later_make_the_same_file() -> None:
    own = hands(2, "rsa")
    waiting = Unsigned(unsigned(), OCCASION)
    values = [hand.signer.sign(waiting.to_sign(hand, number)) for number, hand in enumerate(own, 1)]
    given = [
        Hand(Given(hand.signer.certificate, value), hand.role)
        for hand, value in zip(own, values, strict=True)
    ]
    assert waiting.signed(given) == sign_paper(unsigned(), own, OCCASION)
    with pytest.raises(ValueError, match="something else"):
        waiting.signed(given[::-1])

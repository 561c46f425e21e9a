"""Freezing a completed paper."""

from __future__ import annotations

import hashlib

from agreements.papers.minutes import build
from agreements.signing.seal import seal
from tests.agreements.papers.examples import innovation_award
from tests.agreements.papers.read_back import clauses_of


def test_a_sealed_paper_is_named_by_the_digest_of_its_bytes_and_still_says_the_same() -> None:
    text = innovation_award()
    sealed = seal(build(text))
    assert sealed.sha256 == hashlib.sha256(sealed.docx).hexdigest()
    assert clauses_of(sealed.docx) == [clause.text for clause in text.clauses]


def test_sealing_what_is_sealed_changes_nothing() -> None:
    once = seal(build(innovation_award()))
    assert seal(once.docx) == once

"""A verifier of other people's making accepts every signature, and finds every changed part."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from agreements.papers.package import pack, unpack
from agreements.signing.digital.authority import Authority
from tests.agreements.signing.digital.signed import AT, authority, paper
from tests.agreements.signing.digital.stamped import stamped
from tests.agreements.signing.digital.xmlsec import signatures, verify
from tests.agreements.verifying.cases import files
from tests.agreements.verifying.judged import SAID, summed

Made = Callable[[int, str], bytes]


@pytest.mark.parametrize("made", [paper, stamped])
@pytest.mark.parametrize("kind", ["rsa", "p256"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_every_signature_holds(count: int, kind: str, made: Made, tmp_path: Path) -> None:
    docx = made(count, kind)
    for number in range(1, count + 1):
        told = verify(docx, number, authority().pem, tmp_path)
        assert told.ok
        assert told.core == (3, 3)
        assert told.parts[0] == told.parts[1] > 5


@pytest.mark.parametrize("made", [paper, stamped])
def test_one_changed_character_is_found(made: Made, tmp_path: Path) -> None:
    parts = unpack(made(2, "p256"))
    text = parts["word/document.xml"].decode()
    assert "30000" in text or "30,000" in text
    parts["word/document.xml"] = text.replace("0,000", "1,000", 1).encode()
    told = verify(pack(parts), 1, authority().pem, tmp_path)
    assert told.parts[0] == told.parts[1] - 1


def test_another_root_is_not_trusted(tmp_path: Path) -> None:
    other = Authority.make("一事一议签署根证书", "阜宁县总工会", AT)
    assert not verify(paper(2), 1, other.pem, tmp_path).ok


@pytest.mark.parametrize("case", SAID)
def test_what_it_says_of_each_case_is_known(case: str, tmp_path: Path) -> None:
    _, docx, _ = files()[case]
    told = [verify(docx, number, authority().pem, tmp_path) for number in signatures(docx)]
    assert summed([one.word for one in told]) == SAID[case].xmlsec

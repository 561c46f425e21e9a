"""Apache POI finds every signature valid, and each change of what it looks at."""

from __future__ import annotations

import pytest

from agreements.papers.package import pack, unpack
from tests.agreements.signing.digital.poi import ask
from tests.agreements.signing.digital.signed import KINDS, paper
from tests.agreements.signing.digital.stamped import stamped
from tests.agreements.verifying.cases import files, genuine
from tests.agreements.verifying.changes import forged
from tests.agreements.verifying.judged import SAID, summed

Told = dict[str, list[str]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    papers = {name: paper(*kind) for name, kind in KINDS.items()}
    papers |= {f"stamped {name}": stamped(*kind) for name, kind in KINDS.items()}
    papers["stamped T01"] = pack(forged(unpack(stamped())))
    papers |= {"genuine": genuine()} | {case: file for case, (_, file, _) in files().items()}
    return ask(papers, tmp_path_factory.mktemp("poi"))


@pytest.mark.parametrize("stamps", ["", "stamped "])
@pytest.mark.parametrize("name", KINDS)
def test_one_two_and_three_signatures_are_valid(told: Told, name: str, stamps: str) -> None:
    assert told[stamps + name] == ["valid"] * KINDS[name][0]


def test_one_changed_character_breaks_every_signature(told: Told) -> None:
    assert told["genuine"] == ["valid"] * 3
    assert told["T01"] == told["stamped T01"] == ["broken"] * 3


@pytest.mark.parametrize("case", SAID)
def test_what_it_says_of_each_case_is_known(told: Told, case: str) -> None:
    assert summed(told[case]) == SAID[case].poi

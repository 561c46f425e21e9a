"""LibreOffice shows every signature as valid and trusted, and a changed paper as broken."""

from __future__ import annotations

import pytest

from agreements.papers.package import pack, unpack
from tests.agreements.signing.digital.office import office, require, words
from tests.agreements.signing.digital.signed import KINDS, authority, paper
from tests.agreements.signing.digital.stamped import stamped
from tests.agreements.verifying.cases import files, genuine
from tests.agreements.verifying.changes import forged
from tests.agreements.verifying.judged import SAID, summed

Told = dict[str, list[str]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What LibreOffice says of each file, asked in one go: it takes seconds to start."""
    require()
    folder = tmp_path_factory.mktemp("office")
    made = {name: paper(*kind) for name, kind in KINDS.items()}
    made |= {f"stamped {name}": stamped(*kind) for name, kind in KINDS.items()}
    made["stamped T01"] = pack(forged(unpack(stamped())))
    made |= {"genuine": genuine()} | {case: file for case, (_, file, _) in files().items()}
    for name, docx in made.items():
        (folder / f"{name}.docx").write_bytes(docx)
    with office(authority().pem, folder) as running:
        order = sorted(made, key=_has_no_answer)
        answers = running.ask(*(folder / f"{name}.docx" for name in order))
    return {name: words(answer["signatures"]) for name, answer in zip(order, answers, strict=True)}


def _has_no_answer(name: str) -> bool:
    """These come last: LibreOffice 7.4 does not refuse such a file, it ends itself."""
    return name in SAID and SAID[name].office == "no answer"


@pytest.mark.parametrize("stamps", ["", "stamped "])
@pytest.mark.parametrize("name", KINDS)
def test_one_two_and_three_signatures_are_valid_and_trusted(
    told: Told, name: str, stamps: str
) -> None:
    assert told[stamps + name] == ["valid"] * KINDS[name][0]


def test_one_changed_character_breaks_every_signature(told: Told) -> None:
    assert told["genuine"] == ["valid"] * 3
    assert told["T01"] == told["stamped T01"] == ["broken"] * 3


def test_an_authority_of_the_same_name_is_not_trusted(told: Told) -> None:
    assert told["T13"] == ["untrusted"] * 2


@pytest.mark.parametrize("case", SAID)
def test_what_it_says_of_each_case_is_known(told: Told, case: str) -> None:
    assert summed(told[case]) == SAID[case].office

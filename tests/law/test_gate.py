"""The gate of the simplified procedure."""

import pytest

from negotiate.law.gate import Answers, barred


def test_a_matter_with_neither_may_pass() -> None:
    assert barred(Answers(contract=False, reduces_rights=False)) is None


@pytest.mark.parametrize(
    ("contract", "reduces_rights", "why"),
    [
        (True, False, "要签集体合同或专项集体合同"),
        (False, True, "会减损职工权益"),
        (True, True, "要签集体合同或专项集体合同"),
    ],
)
def test_either_one_bars_it_and_the_sentence_cites_its_source(
    contract: bool, reduces_rights: bool, why: str
) -> None:
    refused = str(barred(Answers(contract, reduces_rights)))
    assert why in refused
    assert "请转普通程序" in refused
    assert "《江苏省集体协商条例》" in refused
    assert "以条例原文为准" in refused

"""The gate of the simplified procedure."""

import pytest

from negotiate.law.gate import Answers, barred, require_simple_title
from negotiate.law.refusal import Refused


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


@pytest.mark.parametrize(
    "title", ["签订集体合同", "工资专项集体合同", "按《集体合同规定》签集体合同"]
)
def test_a_title_may_not_call_its_matter_a_collective_contract(title: str) -> None:
    with pytest.raises(Refused, match="标题里不能写"):
        require_simple_title(title)


@pytest.mark.parametrize(
    "title", ["设立技术创新奖", "学习《集体合同规定》", "《上海市集体合同条例》培训"]
)
def test_a_rule_that_a_title_cites_by_its_name_is_no_contract(title: str) -> None:
    require_simple_title(title)

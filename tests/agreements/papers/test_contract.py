"""The contract as a paper; and that the minutes still come out as they always did."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from agreements.papers.contract import build_contract
from agreements.papers.minutes import build
from agreements.papers.reading import full_text
from negotiate.law.refusal import Refused
from tests.agreements.papers.contracts import contract
from tests.agreements.papers.examples import SCENARIOS
from tests.agreements.papers.read_back import clauses_of

# SHA-256 of every part of the paper, by scenario: what is not meant to change them does not.
# python-docx writes the parts; should a new version write them otherwise, look at the pages.
MINUTES = {
    "shenrui": "e04273c36ff03f8de6a92e32fa5e6d6a860d4b0e154c4d07ac3eef7dfef48106",
    "fangzhou": "3788d3f7fc128cf3f23f6c9004d83d915549f8fe3a00337e731d03d2c86e25c7",
    "hengda": "52fe248e72a5c21ca41d35d28d92b63b1eda1f297f70e8dc31bddaafc6cc73cc",
    "yingliu": "084d5638b1ca4794af93f2b53b4cddcfde8fe73e275d72bf2cd2bcb0283bb681",
}


def parts(docx: bytes) -> str:
    digest = hashlib.sha256()
    with ZipFile(BytesIO(docx)) as package:
        for name in package.namelist():
            digest.update(name.encode())
            digest.update(package.read(name))
    return digest.hexdigest()


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_minutes_are_the_same_to_the_byte(name: str) -> None:
    assert parts(build(SCENARIOS[name]())) == MINUTES[name]


def test_the_sections_of_a_contract_stand_in_their_order() -> None:
    said = full_text(build_contract(contract()))
    assert re.findall("^([一二三四五六七八九十]+、.*)$", said, re.M) == [
        "一、合同双方",
        "二、签订依据",
        "三、合同内容",
        "四、合同期限",
        "五、变更、解除和终止",
        "六、违约责任",
        "七、争议处理",
        "八、报送审查、生效和公布",
        "九、文本和份数",
        "十、签署方式和签名等级",
    ]


def test_its_clauses_are_the_agreed_terms_and_the_same_text_gives_the_same_bytes() -> None:
    text = contract()
    assert clauses_of(build_contract(text)) == [clause.text for clause in text.clauses]
    assert build_contract(text) == build_contract(contract())


def test_both_chiefs_sign_beside_their_seals_and_nobody_else() -> None:
    said = full_text(build_contract(contract()))
    assert said.count("（公章）") == 2
    assert "记录员" not in said
    assert "双方首席代表各自凭本人专用的入场凭证" in said
    assert "签署本合同" in said


def test_in_ink_the_places_stay_open() -> None:
    text = contract()
    blank = tuple(replace(b, image=None, signed_at="") for b in text.signatures)
    said = full_text(build_contract(replace(text, grade="C", signatures=blank)))
    assert "签名等级：C级（纸质签署）。本合同打印后由双方首席代表亲笔签字" in said
    assert said.count("时间：　　　　年　　月　　日") == 2


def test_whom_a_sectors_contract_binds_is_listed_in_an_annex() -> None:
    bound = (
        ("凌河饭店", "260", "王海", "2026.10.12"),
        ("古塔酒楼", "85", "李梅", "2026.10.9"),
    )
    said = full_text(build_contract(replace(contract(), bound=bound)))
    assert "附件：受约束企业名单" in said
    assert "2\t古塔酒楼\t85\t李梅\t2026.10.9" in said
    assert "共2家企业。" in said


def test_a_contract_without_clauses_is_refused() -> None:
    with pytest.raises(Refused, match="条款"):
        replace(contract(), clauses=())

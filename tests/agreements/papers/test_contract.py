"""The contract as a paper; and that the minutes still come out as they always did."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest

from agreements.papers.contract import ContractText, build_contract
from agreements.papers.minutes import build
from agreements.papers.reading import full_text
from agreements.papers.text import Party
from negotiate.law.refusal import Refused
from tests.agreements.papers.examples import SCENARIOS, innovation_award, sha
from tests.agreements.papers.read_back import clauses_of

# SHA-256 of every part of the paper, by scenario, as they were before there was a contract beside
# them. python-docx writes the parts; should a new version write them otherwise, look at the pages.
MINUTES = {
    "shenrui": "5e1bb0ca44fb4f4b73bd9821a04f82f645956236ada2d567fe17543c6794b10b",
    "fangzhou": "abc35b29116c3805d5a48ff0e1cf61953d0cb0f224a06a6ab86f71e06ebdabf6",
    "hengda": "35dffd848be05c130e5e835bd076473e481f1852e91978280dd6ab06b91b1097",
    "yingliu": "06e2542479680c069910730c2c7418c834442782d3753099510fa70cc8792b80",
}


def contract() -> ContractText:
    award = innovation_award()
    return ContractText(
        title=f"{award.enterprise}工资专项集体合同",
        number="集合同〔2026〕3号",
        enterprise=award.enterprise,
        dated=datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai")),
        parties=(
            Party("职工方", f"{award.enterprise}工会委员会", "陈桂芳"),
            Party("企业方", award.enterprise, "周志远"),
        ),
        head=("合同类型：工资专项集体合同",),
        basis=("《中华人民共和国劳动合同法》的有关规定。",),
        clauses=award.clauses,
        term=("本合同期限自2027年1月1日起至2027年12月31日止。",),
        change=("经双方协商代表协商一致，可以变更或者解除本合同。",),
        breach=("企业违反本合同的，工会可以依法要求企业承担责任。",),
        disputes=("因履行本合同发生争议，双方应当协商解决。",),
        filing=("自双方首席代表签字之日起7日内报送审查。",),
        copies=("本合同由双方各执一份。",),
        grade="B",
        signatures=award.signatures[:2],
        terms_digest=sha("terms"),
        record_head=sha("record"),
        record_length=120,
    )


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

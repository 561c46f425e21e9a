"""Contracts of the ordinary procedure, worded by hand: a short one, and one as long as they get."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import cycle, islice
from zoneinfo import ZoneInfo

from agreements.papers.contract import ContractText
from agreements.papers.text import Clause, Party
from tests.agreements.papers.examples import (
    caterer,
    innovation_award,
    mentor_pay,
    piece_rates,
    sha,
    signed,
)

CLAUSES, TABLES, HANDS = 38, 12, 8


def contract() -> ContractText:
    """A special contract of grade B with both chiefs' hands on it."""
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


def long_contract() -> ContractText:
    """A whole collective contract of 38 clauses with 12 tables, under 8 signatures."""
    papers = (innovation_award(), mentor_pay(), piece_rates(10), caterer())
    said = [clause for paper in papers for clause in paper.clauses]
    tables = list(islice(cycle(one for one in said if one.wording.table), TABLES))
    plain = [replace(one, wording=replace(one.wording, table=None)) for one in said]
    clauses = tables + list(islice(cycle(plain), CLAUSES - TABLES))
    hands = [signed("职工方协商代表", f"代表{n}", n) for n in range(HANDS - 2)]
    numbered = (Clause(f"{one.heading}（{n}）", one.wording) for n, one in enumerate(clauses, 1))
    short = contract()
    return replace(short, clauses=tuple(numbered), signatures=(*short.signatures, *hands))

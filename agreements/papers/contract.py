"""集体合同 and 专项集体合同 of the ordinary procedure: what one says, already worded, and how it is
laid out, its sections in the order of domain.md §5."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from agreements.papers.annexes import Annex
from agreements.papers.layout import (
    Section,
    add_annexes,
    add_digests,
    add_head,
    add_list_of_annexes,
    add_sections,
    how_signed,
    pack,
)
from agreements.papers.signing_page import add_signing_page
from agreements.papers.style import new_paper
from agreements.papers.text import Clause, Grade, Party, SignatureBlock
from negotiate.law.refusal import N_, Refused
from negotiate.law.terms import Table

SUBSTANCE = "合同内容"


@dataclass(frozen=True)
class ContractText:
    """Everything a contract says. `dated` is the instant at which the draft was drawn up, for the
    file's properties: the paper itself is dated by its signatures. `bound`: the enterprises of a
    sector or a region that it binds. Digests are hex SHA-256."""

    title: str
    number: str
    enterprise: str
    dated: datetime
    parties: tuple[Party, ...]
    head: tuple[str, ...]
    basis: tuple[str, ...]
    clauses: tuple[Clause, ...]
    term: tuple[str, ...]
    change: tuple[str, ...]
    breach: tuple[str, ...]
    disputes: tuple[str, ...]
    filing: tuple[str, ...]
    copies: tuple[str, ...]
    grade: Grade
    signatures: tuple[SignatureBlock, ...]
    terms_digest: str
    record_head: str
    record_length: int
    bound: tuple[tuple[str, ...], ...] = ()
    check_at: str = ""

    def __post_init__(self) -> None:
        if not self.clauses:
            raise Refused(N_("还没有达成一致的条款，不能形成文件。"))

    @property
    def self_name(self) -> str:
        return "本合同"

    @property
    def hands(self) -> str:
        return "双方首席代表"


def build_contract(text: ContractText) -> bytes:
    """The contract as a .docx: the same text gives the same bytes."""
    paper = new_paper()
    annexes = annexes_of_contract(text)
    add_head(paper, text.title, text.number)
    add_sections(paper, sections(text), SUBSTANCE, text.clauses)
    add_digests(paper, text)
    add_list_of_annexes(paper, annexes)
    add_signing_page(paper, text.signatures)
    add_annexes(paper, annexes)
    return pack(paper, text, "集体合同")


def sections(text: ContractText) -> Iterable[Section]:
    """Every section in its order, one with nothing to say among them."""
    parties = (f"{p.side_label}：{p.name}，首席代表{p.chief}" for p in text.parties)
    yield "合同双方", (*parties, *text.head)
    yield "签订依据", text.basis
    yield SUBSTANCE, (f"经双方平等协商，就以下{len(text.clauses)}项内容达成一致：",)
    yield "合同期限", text.term
    yield "变更、解除和终止", text.change
    yield "违约责任", text.breach
    yield "争议处理", text.disputes
    yield "报送审查、生效和公布", text.filing
    yield "文本和份数", text.copies
    yield how_signed(text)


def annexes_of_contract(text: ContractText) -> tuple[Annex, ...]:
    if not text.bound:
        return ()
    head = ("序号", "企业", "职工人数", "授权人", "授权日期")
    rows = tuple((f"{n}", *row) for n, row in enumerate(text.bound, 1))
    return (Annex("受约束企业名单", Table(head, rows), (f"共{len(rows)}家企业。",)),)

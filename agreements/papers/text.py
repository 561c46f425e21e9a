"""What a paper says, already worded: these values hold sentences, never rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from negotiate.law import gate
from negotiate.law.refusal import N_, Refused
from negotiate.law.terms import Wording
from negotiate.law.words import Capacity

Kind = Literal["minutes", "memorandum"]
Grade = Literal["B", "C"]
Presence = Literal["现场", "线上", "缺席"]

KIND_NAMES: dict[Kind, str] = {"minutes": "会议纪要", "memorandum": "备忘录"}


@dataclass(frozen=True)
class Party:
    """One of the two sides, by its full name."""

    side_label: str
    name: str
    chief: str


@dataclass(frozen=True)
class Participant:
    """A line of the sign-in sheet. ``side_label`` is empty for recorder and attendees."""

    name: str
    side_label: str
    capacity_label: str
    post: str
    present: Presence


@dataclass(frozen=True)
class Clause:
    """One agreed term: its heading and the wording the law gave it."""

    heading: str
    wording: Wording

    @property
    def text(self) -> str:
        """Heading, paragraphs and table rows a line each, cells divided by tabs."""
        return f"{self.heading}\n{self.wording.text}"


@dataclass(frozen=True)
class SignatureBlock:
    """A place for one person to sign.

    ``image`` is the drawn signature (PNG); without one the place stays open, for ink in grade C.
    ``signed_at`` and ``stroke_digest`` are empty until it is signed.
    ``custody``: who keeps the key of the digital signature that goes with it.
    ``seal`` names whose seal (公章) belongs here; the recorder has none.
    """

    role_label: str
    name: str
    seal: str = ""
    image: bytes | None = None
    signed_at: str = ""
    stroke_digest: str = ""
    custody: str = ""


class Signable(Protocol):
    """What a paper of any kind says of itself and its signatures. `dated`: for the file's
    properties; `self_name`: how it speaks of itself;
    `hands`: who signs it. Digests are hex SHA-256; `record_length` counts record entries.
    `check_at`: the address where anybody may check the file, empty if it has none."""

    @property
    def title(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def enterprise(self) -> str: ...
    @property
    def dated(self) -> datetime: ...
    @property
    def grade(self) -> Grade: ...
    @property
    def signatures(self) -> tuple[SignatureBlock, ...]: ...
    @property
    def terms_digest(self) -> str: ...
    @property
    def record_head(self) -> str: ...
    @property
    def record_length(self) -> int: ...
    @property
    def check_at(self) -> str: ...
    @property
    def self_name(self) -> str: ...
    @property
    def hands(self) -> str: ...


@dataclass(frozen=True)
class MinutesText:
    """Everything a 会议纪要 or 备忘录 of the simplified procedure says.

    ``held`` is worded (several sittings may be named); ``dated`` is the instant that dates the
    paper and its file properties. An empty tuple leaves its section or annex out.
    ``terms_digest`` and ``record_head`` are hex SHA-256; ``record_length`` counts record entries.
    """

    kind: Kind
    title: str
    number: str
    enterprise: str
    place: str
    mode: str
    held: str
    dated: datetime
    parties: tuple[Party, ...]
    basis: tuple[str, ...]
    matter: tuple[str, ...]
    course: tuple[str, ...]
    participants: tuple[Participant, ...]
    clauses: tuple[Clause, ...]
    effect: tuple[str, ...]
    performance: tuple[str, ...]
    checking: tuple[str, ...]
    change: tuple[str, ...]
    copies: tuple[str, ...]
    grade: Grade
    signatures: tuple[SignatureBlock, ...]
    terms_digest: str
    record_head: str
    record_length: int
    polls: tuple[str, ...] = ()
    notice: tuple[str, ...] = ()
    check_at: str = ""

    def __post_init__(self) -> None:
        """Refuse a paper without clauses, or one whose title makes it a collective contract."""
        if gate.names_contract(self.title):
            raise Refused(
                N_("%(kind)s的标题里不能写“集体合同”。要签集体合同，请走普通程序。"),
                kind=self.kind_name,
            )
        if not self.clauses:
            raise Refused(N_("还没有达成一致的条款，不能形成文件。"))

    @property
    def kind_name(self) -> str:
        """会议纪要 or 备忘录."""
        return KIND_NAMES[self.kind]

    @property
    def self_name(self) -> str:
        """How the paper speaks of itself: 本纪要 or 本备忘录."""
        return "本纪要" if self.kind == "minutes" else "本备忘录"

    @property
    def hands(self) -> str:
        asked = any(Capacity.REPRESENTATIVE.label in block.role_label for block in self.signatures)
        return "到会的双方代表和记录员" if asked else "双方首席代表和记录员"

"""A shelf of some hundred agreements, drawn by lot and put into the database at once."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from agreements.archive.models import Card, Clause, Figure, first_key
from agreements.archive.rebuilding import reindex
from agreements.papers.models import Paper
from negotiate import moment
from negotiate.people.models import Enterprise, Federation
from negotiate.record.actions import open_book
from negotiate.rooms.models import Room
from tests.agreements.archive.reference import Kept, Stated

CHARACTERS = "职工奖金带徒餐费㐀𠀀獎帶費師"
PIECES = (
    *CHARACTERS, *CHARACTERS, *CHARACTERS,
    "A4", "b", "ＩＳＯ", "500", "1500", "１５", "srjy", "，", " ", "　", "\t", "\n", "%", "％", "'",
)  # fmt: skip
FIRMS = (
    ("神瑞胶业", "20", "东乡"), ("方舟环保", "N", "东乡"), ("江海机械", "34", "西乡"),
    ("安居食品", "", "霍山县"),
)  # fmt: skip
SIGNERS = ("王桂芳", "李建国", "陈强")
MATTERS = {"award": "奖励", "catering": "食堂用餐", "mentoring": "师带徒"}
KINDS = ("tier_table", "text", "percent", "duration")
MEASURES = (("tier_table.amount", "元"), ("percent.share", "%"), ("duration.count", "天"))
ABOUTS = ("焊工", "ＡＢ 钳工", "帶徒費")
AMOUNTS = tuple(map(Decimal, ("0", "0.5", "15", "500", "1500", "30000.25")))
FIRST = date(2024, 11, 1)


def some_text(source: random.Random, length: int) -> str:
    return "".join(source.choices(PIECES, k=length))


def firms() -> list[Enterprise]:
    county = Federation.objects.create(name="阜宁县")
    towns = {name: Federation.objects.create(name=name, parent=county) for name in ("东乡", "西乡")}
    towns["霍山县"] = Federation.objects.create(name="霍山县")
    return [
        Enterprise.objects.create(name=name, industry=industry, federation=towns[under])
        for name, industry, under in FIRMS
    ]


def shelf(source: random.Random, many: int) -> list[Kept]:
    """Fill the archive; the same lot gives the same shelf."""
    them = firms()
    room = Room.objects.create(
        enterprise=them[0], title="奖", place="会议室", scheduled_at=moment.now(), book=open_book()
    )  # fmt: skip
    days = sorted(FIRST + timedelta(days=source.randrange(0, 480, 7)) for _ in range(many))
    papers = [_paper(source, room, source.choice(them), n) for n in range(many)]
    Paper.objects.bulk_create(papers)
    cards = [
        _card(source, paper, day, n)
        for n, (paper, day) in enumerate(zip(papers, days, strict=True), 1)
    ]
    Card.objects.bulk_create(cards)
    clauses = [clause for card in cards for clause in _clauses(source, card)]
    Clause.objects.bulk_create(clauses)
    figures = [_figure(source, one) for one in clauses for _ in range(source.choice((0, 1, 2)))]
    Figure.objects.bulk_create(figures)
    reindex()
    return [_kept(card) for card in cards]


def _paper(source: random.Random, room: Room, firm: Enterprise, number: int) -> Paper:
    return Paper(
        room=room, enterprise=firm, matter_kind=source.choice([*MATTERS]),
        title=some_text(source, 5).replace("\n", " "), number=f"集协纪〔2026〕{number}号",
        frozen={"text": _minutes(source)}, digest="0" * 64,
        grade=source.choice("BC"), docx=b"PK", sha256="ab" * 32, completed_at=moment.now(),
    )  # fmt: skip


def _minutes(source: random.Random) -> dict[str, Any]:
    """What of a paper's text is searched besides its clauses."""
    came = {"name": source.choice(SIGNERS), "side_label": "", "capacity_label": "记录员"}
    return {
        "place": some_text(source, 2), "matter": [some_text(source, 8)],
        "participants": [{**came, "post": some_text(source, 2), "present": "现场"}],
        "course": [some_text(source, 12) for _ in range(source.randint(0, 2))],
        "bound": [[some_text(source, 3), "12"]],
    }  # fmt: skip


def _card(source: random.Random, paper: Paper, day: date, number: int) -> Card:
    firm = paper.enterprise
    return Card(
        key=first_key(day) + number, serial=number, paper=paper, enterprise=firm,
        federation=firm.federation, industry=firm.industry, title=paper.title,
        number=paper.number, signed_on=day, matter_kind=paper.matter_kind, grade=paper.grade,
        names="\n".join([firm.name, *source.sample(SIGNERS, source.randint(0, 2))]),
        procedure=source.choice(["simplified", "ordinary"]),
        standing=source.choice(["signed", "in_force", "expired"]),
        kinds=",".join(source.sample(KINDS, source.randint(0, 3))),
        workers=source.choice((None, 0, 4, 5, 300)),
        published_on=day if source.random() < 0.25 else None,
    )  # fmt: skip


def _clauses(source: random.Random, card: Card) -> Sequence[Clause]:
    return [
        Clause(
            card=card, position=position, kind="text", heading=some_text(source, 2),
            text=some_text(source, source.randint(1, 30)),
        )
        for position in range(1, source.randint(1, 3) + 1)
    ]  # fmt: skip


def _figure(source: random.Random, clause: Clause) -> Figure:
    measure, unit = source.choice(MEASURES)
    return Figure(
        card=clause.card, clause=clause, measure=measure, unit=unit,
        about=source.choice(ABOUTS), amount=source.choice(AMOUNTS),
    )  # fmt: skip


def _kept(card: Card) -> Kept:
    matter = MATTERS[card.matter_kind]
    texts = [f"{clause.heading}\n{clause.text}" for clause in card.clauses.all()]
    facts = {
        "matter_kind": card.matter_kind, "industry": card.industry, "grade": card.grade,
        "region": str(card.federation_id), "enterprise": str(card.enterprise_id),
        "year": str(card.signed_on.year), "procedure": card.procedure, "standing": card.standing,
    }  # fmt: skip
    return Kept(
        key=card.key, enterprise=card.enterprise_id, signed_on=card.signed_on,
        published=card.published_on is not None, title=card.title, names=card.names.split("\n"),
        texts=[card.number, matter, *texts],
        facts={name: frozenset([value] if value else []) for name, value in facts.items()}
        | {"term": frozenset(filter(None, card.kinds.split(",")))},
        minutes=_told(card.paper.frozen["text"]) if card.paper else [],
        figures=[Stated(f.measure, f.about, f.unit, f.amount) for f in card.figures.all()],
        workers=card.workers,
    )  # fmt: skip


def _told(text: dict[str, Any]) -> list[str]:
    came = [f"其他人员：{one['name']}（记录员，{one['post']}）。" for one in text["participants"]]
    bound = ["，".join(row) for row in text["bound"]]
    return [text["place"], *text["matter"], *came, *text["course"], *bound]

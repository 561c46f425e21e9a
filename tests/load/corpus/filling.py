"""Writes the corpus in bulk, past the archive's actions: what they would take hours for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

from django.core.management.color import no_style
from django.db import connection, models, transaction

from agreements.archive import grams
from agreements.archive.index import index
from agreements.archive.models import Card, Clause, Figure, Text
from agreements.papers.models import Paper
from negotiate.matters.kinds import MATTER_KINDS
from negotiate.people.models import Enterprise, Federation
from negotiate.record.models import Book
from negotiate.rooms.models import Room
from tests.load.corpus.agreements import Agreement
from tests.load.corpus.parties import Parties
from tests.load.corpus.rows import Rows, insert_grams

BATCH: Final = 2000  # agreements of one transaction
MODELS: Final[Sequence[type[models.Model]]] = (
    Federation, Enterprise, Book, Room, Paper, Card, Text, Clause, Figure,
)  # fmt: skip
"""In the order in which they refer to each other."""
Tables = dict[type[models.Model], Rows]
T = TypeVar("T")


def fill(parties: Parties, agreements: Iterable[Agreement]) -> Iterator[int]:
    """Write everything into an empty, migrated database; give after each transaction how many
    agreements are there."""
    _prepare()
    yield from write(parties, agreements)
    _complete()


def write(parties: Parties, agreements: Iterable[Agreement]) -> Iterator[int]:
    """The same with the database as it is."""
    rows = {model: Rows(model) for model in MODELS}
    with transaction.atomic():
        _write_parties(rows, parties)
    done = 0
    for batch in _batches(agreements, BATCH):
        with transaction.atomic():
            _write(rows, batch)
        done += len(batch)
        yield done


def _prepare() -> None:
    """What is faster for a database that can be made anew if the power fails meanwhile."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for setting in ("synchronous=OFF", "secure_delete=OFF", "cache_size=-400000"):
                cursor.execute(f"PRAGMA {setting}")
        else:
            cursor.execute("DROP INDEX agreements_grams_codes")


def _complete() -> None:
    """Number what is added later after what is here, make the index of a loaded table at once, and
    let the planner know what there is."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(MODELS)):
            cursor.execute(statement)
        if connection.vendor == "postgresql":
            cursor.execute("SET maintenance_work_mem = '2GB'")
            index().install()
            cursor.execute("RESET maintenance_work_mem")
        cursor.execute("ANALYZE")


def _write_parties(rows: Tables, parties: Parties) -> None:
    for one in parties.federations:
        rows[Federation].add(name=one.name, parent_id=one.parent)
    for each in parties.enterprises:
        rows[Enterprise].add(name=each.name, federation_id=each.federation, industry=each.industry)
    for model in (Federation, Enterprise):
        rows[model].write()


def _write(rows: Tables, batch: Sequence[Agreement]) -> None:
    for one in batch:
        _add(rows, one)
        for position, passage in enumerate(one.passages, 1):
            clause = rows[Clause].add(
                card_id=one.key, position=position, kind=passage.kind,
                heading=passage.heading, text=passage.text, value=passage.value,
            )  # fmt: skip
            for figure in passage.figures:
                rows[Figure].add(
                    card_id=one.key, clause_id=clause, measure=figure.measure,
                    about=figure.about, searched=grams.normalise(figure.about),
                    unit=figure.unit, amount=str(figure.amount),
                )  # fmt: skip
    for model in MODELS:
        rows[model].write()
    insert_grams((one.key, one.codes) for one in batch)


def _add(rows: Tables, one: Agreement) -> None:
    """The book, the room, the paper, the card and the text of one agreement."""
    number, enterprise, day = one.number, one.enterprise, one.day.isoformat()
    told = json.dumps({"text": one.minutes.text}, ensure_ascii=False)
    at, names = f"{day} 02:00:00", "\n".join([enterprise.name, *one.signers])
    common: dict[str, Any] = {"enterprise_id": enterprise.key, "title": one.title}
    rows[Book].add()
    rows[Room].add(
        book_id=number, enterprise_id=enterprise.key, title=one.title[-40:],
        place="会议室", scheduled_at=at, procedure=one.procedure.value, stage=one.stage.value,
    )  # fmt: skip
    rows[Paper].add(
        **common, room_id=number, matter_kind=one.matter, number=one.paper_number,
        frozen=told, digest="0" * 64, grade=one.grade, docx=b"PK", sha256="ab" * 32,
        completed_at=at, kind="contract" if one.procedure.value == "ordinary" else "minutes",
    )  # fmt: skip
    rows[Card].add(
        **common, key=one.key, serial=number, paper_id=number, federation_id=enterprise.federation,
        industry=enterprise.industry, number=one.paper_number, signed_on=day,
        names=names, matter_kind=one.matter,
        procedure=one.procedure.value, standing=one.standing.value, grade=one.grade,
        kinds=",".join(dict.fromkeys(passage.kind for passage in one.passages)),
        workers=one.workers, published_on=one.published and one.published.isoformat(),
    )  # fmt: skip
    lines = [one.title, one.paper_number, names, MATTER_KINDS[one.matter].label]
    text = "\n".join([grams.normalise("\n".join(lines)), *(each.searched for each in one.passages)])
    rows[Text].add(card_id=one.key, text=text, told=one.minutes.searched)


def _batches(things: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(things)
    while batch := list(islice(left, size)):
        yield batch

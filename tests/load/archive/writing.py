"""What it costs to keep the archive: a paper's way in, the columns, the index."""

from __future__ import annotations

from time import perf_counter
from typing import Any, Final

import numpy as np
from django.db import connection, transaction

from agreements.archive import actions, columns
from agreements.archive.models import Card
from agreements.papers.models import Paper
from negotiate import moment
from negotiate.people.models import Enterprise
from negotiate.record.actions import open_book
from negotiate.rooms.models import Room
from tests.load.figures import milliseconds

PAPERS: Final = 60
WARM: Final = 10


def indexing() -> dict[str, dict[str, float]]:
    """Sign papers like those that are there. `inside`: what the archive adds to the transaction
    that completes a paper; `to_disk`: that transaction as a whole, until it is committed;
    `afterwards`: what is done then."""
    inside: list[float] = []
    to_disk: list[float] = []
    afterwards: list[float] = []
    committed: list[float] = []
    cards = list(Card.objects.order_by("key").prefetch_related("clauses")[: PAPERS + WARM])
    enterprises = list(Enterprise.objects.order_by("pk")[: PAPERS + WARM])
    for number, like in enumerate(cards):
        agreed = [
            actions.Agreed(one.kind, one.heading, one.text, one.value or {})
            for one in like.clauses.all()
        ]
        paper = _unsigned(enterprises[number % len(enterprises)], like)
        began = perf_counter()
        with transaction.atomic():
            paper.save()
            stands = perf_counter()
            transaction.on_commit(lambda: committed.append(perf_counter()))
            actions.add(paper, agreed, like.signers)
            inside.append(perf_counter() - stands)
        to_disk.append(committed[-1] - began)
        afterwards.append(perf_counter() - committed[-1])
    measured = {"inside": inside, "to_disk": to_disk, "afterwards": afterwards}
    return {name: milliseconds(seconds[WARM:]) for name, seconds in measured.items()}


def _unsigned(enterprise: Enterprise, like: Card) -> Paper:
    """A paper that is complete as soon as it is saved."""
    now = moment.now()
    room = Room.objects.create(
        enterprise=enterprise, title="协商", place="会议室", scheduled_at=now, book=open_book()
    )
    return Paper.objects.create(
        room=room,
        enterprise=enterprise,
        matter_kind=like.matter_kind,
        title=like.title,
        number=f"集协纪〔{now.year}〕{10**9 + room.pk}号",
        frozen=like.paper.frozen if like.paper else {},
        digest="0" * 64,
        docx=b"PK",
        sha256="ab" * 32,
        grade="B",
        completed_at=now,
    )


def held() -> dict[str, float]:
    """Read the columns as a process does at its first search."""
    columns.forget()
    began = perf_counter()
    now = columns.current()
    seconds = perf_counter() - began
    arrays = [value for value in vars(now).values() if isinstance(value, np.ndarray)]
    return {
        "agreements": len(now),
        "first_load_s": seconds,
        "memory_mb": sum(one.nbytes for one in arrays) / 1e6,
    }


def index_mb() -> float:
    """How much room the index takes on the disk."""
    asked = {
        "sqlite": "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'agreements_grams%%'",
        "postgresql": "SELECT pg_total_relation_size('agreements_grams')",
    }
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor], [])
        said: Any = cursor.fetchone()
    return float(said[0]) / 1e6

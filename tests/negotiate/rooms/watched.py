"""One room, played again and again from the same beginning under a clock that stands still, and all
that anybody outside a side's own page can see of it."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from django.db import connection, transaction

from negotiate.law.refusal import Refused
from negotiate.live import announce
from negotiate.live.audience import Audience
from negotiate.record.models import Entry
from negotiate.rooms.desk import mine, stands
from negotiate.rooms.sight import faces
from tests.negotiate.rooms.conferring import Act, Talks
from tests.negotiate.rooms.course import audiences

START = datetime(2030, 3, 4, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Seen:
    """Where the room stands for whoever asks, what every screen shows, what every phone is told of
    itself, what was told over the channel layer, and the record."""

    stand: Any
    screens: Any
    own: Any
    told: tuple[str, ...]
    record: tuple[str, ...]

    def everything(self) -> str:
        return json.dumps([repr(part) for part in vars(self).values()], ensure_ascii=False)


@dataclass(frozen=True)
class Step:
    act: Act
    outcome: Any


class Room:
    """`now` is the room's time, in minutes from the start."""

    def __init__(self) -> None:
        self.now = 0
        self.told: list[str] = []
        self._keys: list[tuple[str, int | None]] = []

    @contextmanager
    def made(self) -> Iterator[None]:
        """Its beginning, to which every play comes back."""
        signing = SimpleNamespace(time=START.timestamp)  # links and tickets say when they were made
        with (
            patch("django.utils.timezone.now", self.time),
            patch("django.core.signing.time", signing),
            patch.object(announce, "_after_commit", lambda message: self.told.append(str(message))),
        ):
            self.talks = Talks()
            self.seats = [seat.pk for seat in self.talks.room.seats.all()]
            key = self.talks.room.pk
            staff = Audience(key, "phone", "worker", ("staff",), "zh-hans")
            self.audiences = [*audiences(key), staff]
            self._keys = _sequences()
            yield

    def time(self) -> datetime:
        return START + timedelta(minutes=self.now)

    def play(self, acts: Sequence[Act], before: Callable[[], None]) -> list[Step]:
        """Act by act, `before` each that everybody sees and at the end; what each returned, or why
        it was refused. Nothing of it is left. Time passes with what everybody sees."""
        steps: list[Step] = []
        self.now, self.told = 0, []
        _reset(self._keys)
        with undone():
            for act in acts:
                if act.side is None:
                    before()
                    self.now += 1
                steps.append(Step(act, self._done(act)))
            before()
        return steps

    def _done(self, act: Act) -> Any:
        """What it returned. What a side does by itself tells nobody that there is anything new,
        unless both chiefs would accept now."""
        told = len(self.told)
        try:
            outcome = act.do(self.talks)
        except Refused as refusal:
            outcome = str(refusal)
        if act.side is not None and outcome is not True:
            assert len(self.told) == told, "somebody was told that there is something new"
        return outcome

    def look(self, audiences: Sequence[Audience]) -> Seen:
        room = self.talks.chair.room
        entries = Entry.objects.filter(book=room.book_id).order_by("number")
        return Seen(
            stands([room.pk]),
            faces.draw_fragments(audiences),
            mine(self.seats),
            tuple(self.told),
            tuple(f"{body} {digest}" for body, digest in entries.values_list("body", "digest")),
        )


@contextmanager
def undone() -> Iterator[None]:
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)


def _sequences() -> list[tuple[str, int | None]]:
    """PostgreSQL's: what they have given out is not taken back with the rest."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT sequencename, last_value FROM pg_sequences")
        return list(cursor.fetchall())


def _reset(keys: list[tuple[str, int | None]]) -> None:
    if keys:
        calls = ", ".join("setval(%s, %s, %s)" for _ in keys)
        values = [v for name, last in keys for v in (name, last or 1, last is not None)]
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {calls}", values)

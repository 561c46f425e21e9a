"""A side's own table, as one seat of that side may see it. Nothing else in `sight` reads it: what
is drawn for the room's screens cannot have it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from negotiate.law import terms
from negotiate.law.refusal import Refused
from negotiate.law.terms import Wording
from negotiate.law.words import Choice
from negotiate.people.models import Seat
from negotiate.rooms.actions.caucus import table_of
from negotiate.rooms.actions.straw import FEWEST, how_many
from negotiate.rooms.models import Caucus, CaucusDraft, CaucusNote, StrawMark, StrawPoll


@dataclass(frozen=True, slots=True)
class DraftSeen:
    """`wording` is missing as long as it is not filled in completely."""

    draft: CaucusDraft
    mine: bool
    wording: Wording | None


@dataclass(frozen=True, slots=True)
class OptionSeen:
    place: int
    label: str
    count: int | None


@dataclass(frozen=True, slots=True)
class StrawSeen:
    """`answered`: this seat has, as long as the poll is open; `may_end`: it asked, or is the
    chief's."""

    poll: StrawPoll
    options: tuple[OptionSeen, ...]
    answered: bool
    may_end: bool


@dataclass(frozen=True, slots=True)
class OwnTable:
    """`people` may confer; `is_few`: figures will tell who chose what."""

    serial: int
    notes: tuple[tuple[CaucusNote, bool], ...]
    drafts: tuple[DraftSeen, ...]
    polls: tuple[StrawSeen, ...]
    people: int

    @property
    def is_few(self) -> bool:
        return self.people < FEWEST


def own_table(seat: Seat) -> OwnTable:
    """What stands there now, newest first; each note with whether it is this seat's."""
    caucus = table_of(seat)
    if caucus.serial == 0:
        return OwnTable(0, (), (), (), how_many(caucus))
    return OwnTable(
        caucus.serial,
        tuple((note, note.seat_id == seat.pk) for note in caucus.notes.all()),
        tuple(_drafts(caucus, seat)),
        tuple(_polls(caucus, seat)),
        how_many(caucus),
    )


def drafted(seat: Seat, term_id: int, number: str, onto: terms.Value) -> terms.Value:
    """The sheet of a draft of the own side, to be proposed in place of `onto`, of which stays what
    may not change any more; `onto` itself, if there is no such draft."""
    table = table_of(seat)
    if table.serial == 0 or not re.fullmatch("[0-9]{1,9}", number):
        return onto
    draft = table.drafts.select_related("term").filter(term=term_id, number=number).first()
    if draft is None:
        return onto
    fixed = {f.name: onto[f.name] for f in terms.kind(draft.term.kind).fields if f.fixed and onto}
    return {**draft.raw, **fixed}


def _drafts(caucus: Caucus, seat: Seat) -> Iterator[DraftSeen]:
    for draft in caucus.drafts.select_related("term"):
        yield DraftSeen(draft, draft.seat_id == seat.pk, _worded(draft.term.kind, draft))


def _worded(kind: str, draft: CaucusDraft) -> Wording | None:
    raw: dict[str, Any] = draft.raw
    try:
        return terms.word(kind, draft.term.title, terms.parse(kind, raw))
    except Refused:
        return None


def _polls(caucus: Caucus, seat: Seat) -> Iterator[StrawSeen]:
    answered = set(StrawMark.objects.filter(seat=seat).values_list("poll", flat=True))
    for poll in caucus.polls.all():
        labels = poll.options or [gettext(choice.label) for choice in Choice]
        counts = poll.counts if poll.told else [None] * len(labels)
        yield StrawSeen(
            poll,
            tuple(OptionSeen(n, *pair) for n, pair in enumerate(zip(labels, counts, strict=True))),
            answered=poll.pk in answered,
            may_end=not poll.ended and (poll.seat_id == seat.pk or seat.is_chief),
        )

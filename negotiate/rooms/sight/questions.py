"""What rooms are asked at every event, as prepared questions; by their keys, where nothing else is
said, which are the first value of every row."""

from typing import Final

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from negotiate.asked import Asked
from negotiate.ballots.models import HandCount, Poll
from negotiate.clocks.models import Clock
from negotiate.law.words import VOTERS, Side
from negotiate.people.models import Seat
from negotiate.rooms.models import (
    Confirmation,
    Ratification,
    RecorderWord,
    Room,
    Suspension,
    Term,
    Version,
)
from negotiate.rooms.sight.polled import with_counts

_FULL: Final = (
    Poll.objects.filter(room=OuterRef("pk"))
    .full()
    .order_by()
    .values("room")
    .annotate(count=Count("pk"))
    .values("count")
)
_GOING: Final = Clock.objects.going().filter(room=OuterRef("pk"))
ROOM: Final = Asked(
    lambda room: Room.objects.filter(pk__in=[room])
    .order_by()
    .annotate(full=Coalesce(Subquery(_FULL), 0), has_clocks=Exists(_GOING))
    .values_list(
        "pk", "book__length", "full", "pk", "title", "stage", "place", "scheduled_at",
        "enterprise__name", "enterprise__scope", "procedure", "worker_rule", "employer_rule",
        "on_roll",
        "caucus_of", "caucus_until", "offered_by", "has_turns", "has_packages", "has_requests",
        "has_clocks",
    )
)  # fmt: skip
"""The book's length, the full boxes, and what everybody may know of the room."""

SEATS: Final = Asked(
    lambda room: Seat.objects.filter(room__in=[room])
    .at_table()
    .values_list(
        "room", "person__name", "person", "pk", "side", "capacity", "presides", "outside",
        "arrived_at", "second_device_at", "woman", "front_line", "produced",
    )
)  # fmt: skip
STAFF_COME: Final = Asked(
    lambda room: (
        Seat.objects.filter(room__in=[room])
        .staff()
        .exclude(arrived_at=None)
        .order_by()
        .values("room")
        .annotate(count=Count("pk"))
        .values_list("room", "count")
    )
)
TERMS: Final = Asked(
    lambda room: Term.objects.filter(item__room__in=[room]).values_list(
        "item__room", "pk", "title", "kind", "state", "acclaimed"
    )
)
_OF_VERSION: Final = (
    "side", "seat__person__name", "pk", "number", "at", "digest", "gate", "gate_reason",
    "both_would",
)  # fmt: skip
_OF_TERM: Final = Version.objects.filter(term=OuterRef("term"))
VERSIONS: Final = Asked(
    lambda room: (
        Version.objects.filter(term__item__room__in=[room])
        .exclude(Exists(_OF_TERM.filter(number__gt=OuterRef("number") + 2)))
        .annotate(opened_by=Subquery(_OF_TERM.filter(number=1).values("side")))
        .values_list("term__item__room", "term", "opened_by", *_OF_VERSION)
    )
)
"""The newest three of each term: on the table, answered by it, and what that is compared with."""

LINEAGE: Final = Asked(
    lambda term: Version.objects.filter(term__in=[term]).values_list("term", *_OF_VERSION)
)
"""All versions of a term (by the term's key)."""

VALUE: Final = Asked(
    lambda version: (
        Version.objects.filter(pk__in=[version])
        .order_by()
        .values_list("pk", "term__kind", "term__title", "value")
    )
)
"""What `terms.word` and `terms.compare` take (by the version's key)."""

_NEWER: Final = Version.objects.filter(
    term=OuterRef("version__term"), number__gt=OuterRef("version__number")
)
OF_POLL: Final = [field.attname for field in Poll._meta.concrete_fields]
OF_COUNT: Final = [field.attname for field in HandCount._meta.concrete_fields]
POLLS: Final = Asked(
    lambda room: (
        with_counts(Poll.objects.filter(room__in=[room], ratification__concluded_at=None))
        .exclude(state=Poll.State.VOID)
        .exclude(Exists(_NEWER))
        .order_by("pk")  # a query that counts has no order of its own
        .values_list(
            "room",
            "voted",
            "handed_out",
            "of_bound",
            *OF_POLL,
            *(f"hand_count__{name}" for name in OF_COUNT),
        )
    )
)
"""The polls on each term's newest version, each with its count by hand; those of a ratification as
long as that is not concluded."""

CONFIRMED: Final = Asked(
    lambda room: (
        Confirmation.objects.filter(version__term__item__room__in=[room], void=False)
        .order_by()
        .values_list("version__term__item__room", "version", "side")
    )
)
RECORDERS: Final = Asked(
    lambda room: (
        RecorderWord.objects.filter(room__in=[room], seat__left_at=None)
        .order_by("side")
        .values_list("room", "side", "seat")
    )
)
"""Whom each side's chief wants as recorder."""

BREAK: Final = Asked(
    lambda room: Suspension.objects.filter(room__in=[room], resumed_at=None).values_list(
        "room", "next_at", "next_place", "next_content", "reason"
    )
)
RATIFICATIONS: Final = Asked(
    lambda room: (
        Ratification.objects.filter(room__in=[room])
        .standing()
        .values_list(
            "room", "pk", "bound", "bound__name", "attempt", "body", "state", "rule",
            "roll_size", "present", "on_paper",
        )
    )
)  # fmt: skip
ON_ROLLS: Final = Asked(
    lambda room: (
        Seat.objects.filter(room__in=[room], side=Side.WORKER.value)
        .filter(capacity__in=[c.value for c in VOTERS], left_at=None)
        .order_by("bound", "in_congress")
        .values("room", "bound", "in_congress")
        .annotate(all=Count("pk"), come=Count("arrived_at"))
        .values_list("room", "bound", "in_congress", "all", "come")
    )
)
"""How many can be asked to ratify, and how many of them have come, by enterprise and congress."""

"""What an enterprise agreed before about the same rows, and its minimum wage: what a new figure is
held to."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from negotiate import moment
from negotiate.law import terms
from negotiate.law.minimum_wages import MinimumWage
from negotiate.law.terms import Kind, Value, history, local
from negotiate.law.words import Stage, TermState
from negotiate.places.wages import minimum_wage
from negotiate.rooms.models import Room, Version

# A figure counts as agreed once its paper is signed, whatever became of that paper later.
SETTLED: Final = (
    Stage.SIGNED,
    Stage.FILED,
    Stage.EFFECTIVE,
    Stage.PERFORMING,
    Stage.SUPERSEDED,
    Stage.TERMINATED,
    Stage.EXPIRED,
)


def minimum_of(room: Room, kind: Kind) -> MinimumWage | None:
    """The minimum wage where the enterprise is, today, if this kind of term names one."""
    if not local.states_minimum(kind):
        return None
    return minimum_wage(room.enterprise, moment.today())


def agreed_before(room: Room, kind: Kind) -> Sequence[Version]:
    """What other meetings of the enterprise have agreed about terms of this kind, the oldest
    first; nothing for a kind whose figures nobody follows."""
    if kind.series is None:
        return ()
    versions = (
        Version.objects.filter(
            term__kind=kind.code,
            term__state=TermState.AGREED.value,
            term__item__room__enterprise=room.enterprise_id,
            term__item__room__stage__in=[stage.value for stage in SETTLED],
        )
        .exclude(term__item__room=room.pk)
        .select_related("term__item__room")
        .order_by("term__item__room__scheduled_at", "term__item__room", "term", "number")
    )
    newest = {version.term_id: version for version in versions}
    return tuple(newest.values())


def known(kind: Kind, agreed: Sequence[Version]) -> history.Known:
    """By row what these versions say for it."""
    found: dict[history.Key, list[history.Past]] = {}
    for version in agreed:
        room = version.term.item.room
        value = terms.completed(kind.code, version.value)
        day = moment.day_of(room.scheduled_at)
        for key, past in history.figures(kind, value, room.title, day).items():
            found.setdefault(key, []).append(past)
    return found


def held_to_here(room: Room, code: str, raw: Mapping[str, Any]) -> Value:
    """The value that was typed, held to the minimum wage where the enterprise is."""
    return terms.parse(code, raw, minimum_of(room, terms.kind(code)))


def reductions(room: Room, code: str, value: Value) -> tuple[terms.Change, ...]:
    """The rows of a value that have less than when they were last agreed."""
    kind = terms.kind(code)
    if kind.series is None:
        return ()
    return history.reductions(kind, value, known(kind, agreed_before(room, kind)))

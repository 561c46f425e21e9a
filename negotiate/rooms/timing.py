"""Which clocks an act starts, stops and meets: what its row says, where the rules of the place have
such a time."""

from collections.abc import Iterator
from typing import Final

from negotiate import moment
from negotiate.clocks import actions as clocks
from negotiate.law.words import Action, ClockKind, Stage
from negotiate.rooms.act import Act

# Nothing has to be done any more.
OVER: Final = frozenset({Stage.ENDED, Stage.TERMINATED, Stage.SUPERSEDED, Stage.EXPIRED})


def follow(act: Act, entry: int) -> None:
    """Of an act that has just been written down, as the entry of this number in the book."""
    rule, room = act.rule, act.room
    if act.stays or not (rule.starts or rule.meets):
        return
    day = act.since or moment.today()
    clocks.meet(room, rule.meets, act.concerns, day)
    for kind in _begun(act):
        for about in act.concerns:
            clocks.begin(room, kind, entry, about=about, since=day)
    _stop_and_go(act)
    if room.is_at in OVER:
        clocks.void_all(room)


def _begun(act: Act) -> Iterator[ClockKind]:
    started = act.rule.starts - clocks.SET_BY_PARTIES
    for kind in ClockKind:
        if kind in started and (kind is not ClockKind.TALKS or _opens_talks(act)):
            yield kind


def _opens_talks(act: Act) -> bool:
    """The time for the talks runs from the offer, or from the first session, by the place; and
    anew from a draft's rejection. A draft that the parties themselves take back has no new time."""
    first = {Action.OFFER: "offer", Action.BEGIN: "first_session"}.get(act.rule.action)
    if first is not None:
        return first == (act.room.rules.says("talks_from") or "offer")
    return act.refuses


def _stop_and_go(act: Act) -> None:
    rule, room = act.rule, act.room
    if rule.action in (Action.RETURN, Action.RECALL):
        clocks.go_on_with(room, ClockKind.TALKS)
    if ClockKind.SUSPENSION in rule.starts and room.rules.says("suspension_stops_clock"):
        clocks.pause(room, ClockKind.TALKS)
    if ClockKind.SUSPENSION in rule.meets:
        clocks.resume(room, ClockKind.TALKS)

"""What each act of a story does from the draft on, by the word that the story has for it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from agreements.papers.models import Paper
from agreements.scenarios import congress
from agreements.scenarios.story import Act
from agreements.signing.initials import initial
from negotiate import moment
from negotiate.law import lasting
from negotiate.rooms.actions import concluding, drafting, filing, keeping

if TYPE_CHECKING:
    from agreements.scenarios.long_player import LongPlayer


def _sum_up(player: "LongPlayer", act: Act) -> None:
    starts = moment.today() + timedelta(days=act.facts["in_days"])
    drafting.draft(
        player.leader, starts_on=starts, ends_on=lasting.last_day(starts, act.facts["years"])
    )


def _initial(player: "LongPlayer", act: Act) -> None:
    digest = Paper.objects.of_room(player.chair.room_id)[0].digest
    for chief in player.chiefs():
        initial(chief, text_digest=digest)


def _file(player: "LongPlayer", act: Act) -> None:
    room = player.room
    filing.file(
        player.chair,
        filed_on=moment.today(),
        copies=filing.copies_of(room),
        enclosed=filing.pack_of(room),
        **act.facts,
    )


def _object(player: "LongPlayer", act: Act) -> None:
    terms = [player.terms[title] for title in act.facts["terms"]]
    filing.object_to(player.chair, objected_on=moment.today(), text=act.reason, terms=terms)


Deed = Callable[["LongPlayer", Act], object]
AFTER_DRAFT: Mapping[str, Deed] = {
    "sum_up": _sum_up,
    "initial": _initial,
    "ratify": congress.ratify,
    "conclude": lambda player, act: concluding.conclude(player.chair),
    "sign": lambda player, act: player.sign(),
    "file": _file,
    "acknowledge": lambda player, act: filing.acknowledge(
        player.chair, received_on=moment.today(), receipt="收件回执"
    ),
    "object": _object,
    "answer_objection": lambda player, act: filing.answer_objection(player.chair),
    "keep_time": lambda player, act: keeping.keep_time(),
    "publish": lambda player, act: filing.publish(
        player.chair, published_on=moment.today(), place=act.facts["place"]
    ),
}

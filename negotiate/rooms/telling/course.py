"""From the record to sentences: the whole course, or sitting by sitting."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from negotiate.law.words import Action, Stage
from negotiate.record.chain import read
from negotiate.record.models import Book
from negotiate.rooms.telling import at_the_table, attending, in_session
from negotiate.rooms.telling.attending import Came
from negotiate.rooms.telling.facts import LOCAL, Fact, Tell

TOLD: Final[Mapping[str, Tell]] = {**in_session.TOLD, **at_the_table.TOLD}
_ENDS: Final = frozenset({Action.SUSPEND, Action.SUM_UP, Action.DEADLOCK, Action.ESCALATE})


@dataclass(frozen=True, slots=True)
class Told:
    """One act as the minutes tell it; `entry` is its number in the record."""

    entry: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """From an opening to a break or an end. `over`: whether it has come to that; `came`: who had,
    by then; `led_by`: who opened it, or leads from then on."""

    number: int
    opened_at: datetime
    led_by: str
    came: Came
    first: int
    last: int
    over: bool
    told: tuple[Told, ...]


def course(book: Book) -> tuple[str, ...]:
    """One sentence for every act that the minutes tell, in the order of the record."""
    return tuple(told.sentence for told in _tell(read(book)))


def sittings(book: Book) -> list[Sitting]:
    """The sittings so far, the last perhaps still going on. What happens between two of them is
    in the minutes of neither."""
    found: list[Sitting] = []
    acts: list[Fact] = []
    came: Came = {}
    for act in read(book):
        if _opens(act):
            acts = [act]
        elif acts and act["action"] != Action.CORRECT_MINUTES:  # shown beside what it corrects
            acts.append(act)
        if acts and act["action"] in _ENDS:
            found.append(_sitting(len(found) + 1, acts, came, over=True))
            acts = []
        attending.follow(came, act)
    return [*found, _sitting(len(found) + 1, acts, came, over=False)] if acts else found


def _opens(act: Fact) -> bool:
    """Whether the talks go on with it: opened, resumed, or taken up again with a text that was
    returned, recalled, rejected or objected to."""
    return bool(act["data"].get("stage") == Stage.IN_SESSION)


def _sitting(number: int, acts: list[Fact], came: Came, *, over: bool) -> Sitting:
    return Sitting(
        number=number,
        opened_at=datetime.fromisoformat(acts[0]["at"]),
        led_by=acts[0]["data"].get("presides", acts[0]["actor"])["name"],
        came=dict(came),
        first=acts[0]["number"],
        last=acts[-1]["number"],
        over=over,
        told=tuple(_tell(acts)),
    )


def _tell(acts: Iterable[Fact]) -> Iterator[Told]:
    """The day is named with the first act and whenever it is another."""
    told_on: date | None = None
    for act in acts:
        tell = TOLD.get(act["action"])
        if tell is not None:
            at = datetime.fromisoformat(act["at"]).astimezone(LOCAL)
            day = "" if at.date() == told_on else f"{at.month}月{at.day}日"
            told_on = at.date()
            sentence = f"{day}{at.hour}时{at.minute:02}分，{tell(act['actor'], act['data'])}"
            yield Told(act["number"], sentence)

"""What a stage's page looks for is there: Django draws nothing where a name is missing, and says so
to nobody. And what the panels read for a stage, its page looks at."""

from collections.abc import Callable
from typing import Any

import pytest
from django.template import Context

from negotiate.drawing.shelf import Shelf
from negotiate.law.words import Side, Stage
from negotiate.rooms.sight.after_draft import after_draft_panel
from negotiate.rooms.sight.before_talks import before_talks_panel
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.faces import audience_of, draw_fragment
from negotiate.rooms.sight.reading import read_all
from negotiate.templatetags import kept
from tests.negotiate.contract import LATER, Agreed
from tests.negotiate.ordinary import WAYS, Ordinary

pytestmark = pytest.mark.on_one_database

# What an include may be given and need not be; and what no panel says while it is not so.
GIVEN_OR_NOT = {"waits", "first", "primary", "under", "can_reissue"}
WHILE_IT_IS_SO = {"recorder_wanted"}
BEFORE_THE_DRAFT = {"i_must_sign", "my_phone_must_sign"}
# Read for every stage of the panel, and free of cost.
OF_ANY_STAGE = {
    *("i_would_end", "i_chose_recorder", "recorder", "recorders"),
    *("is_answering", "is_offering", "faults", "offer"),
}


def received() -> Ordinary:
    agreed = Agreed().on(Stage.FILED)
    agreed.acknowledge()
    return agreed


def one_would_end() -> Ordinary:
    agreed = Agreed().on(Stage.PERFORMING)
    agreed.end_word(Side.WORKER)
    return agreed


def before(stage: Stage) -> Callable[[], Ordinary]:
    return lambda: Ordinary().to(stage)


def after(stage: Stage) -> Callable[[], Ordinary]:
    return lambda: Agreed().on(stage)


ROOMS: dict[str, Callable[[], Ordinary]] = {
    **{stage.value: after(stage) for stage in LATER},
    **{stage.value: before(stage) for stage in WAYS},
    "filed, and received": received,
    "performing, and one would end it": one_would_end,
}


class Asked:
    """The names that templates have asked for, found or `missed`."""

    def __init__(self) -> None:
        self.all: set[str] = set()
        self.missed: set[str] = set()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    names, found = Asked(), Context.__getitem__

    def ask(context: Context, key: str) -> Any:
        names.all.add(key)
        try:
            return found(context, key)
        except KeyError:
            names.missed.add(key)
            raise

    monkeypatch.setattr(Context, "__getitem__", ask)
    monkeypatch.setattr(kept, "PARTS", Shelf(0, len))  # every part is drawn here, and asks
    return names


@pytest.mark.parametrize("which", ROOMS)
def test_a_stages_page_finds_what_it_looks_for_and_looks_at_what_is_read(
    db: None, asked: Asked, which: str
) -> None:
    told = ROOMS[which]()
    given: set[str] = set()
    for seat in told.seats.values():
        audience = audience_of(seat)
        reading = read_all({audience.room})[audience.room]
        for panel in (before_talks_panel, after_draft_panel):
            said = panel(reading.room)(Board(reading, audience))
            given |= {name for name, value in said.items() if value is not None}
        draw_fragment(audience)
    drafted = told.room.drafts.exists()
    expected = GIVEN_OR_NOT | WHILE_IT_IS_SO | (set() if drafted else BEFORE_THE_DRAFT)
    assert asked.missed <= expected
    assert given - OF_ANY_STAGE <= asked.all

"""The same over HTTP: every address, for everybody, before and after one side has conferred; then
the papers of whole meetings, the archive's search, and the log."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from unittest.mock import patch

import pytest
from django.urls import NoReverseMatch, reverse

from agreements.papers.models import Paper
from agreements.scenarios.handwriting import scrawl
from agreements.signing.actions import sign
from agreements.signing.waiting import missing
from negotiate.law.refusal import Refused
from negotiate.law.words import Side, TermState
from negotiate.people.models import Account, Seat
from negotiate.rooms.actions import caucus, ledger, recess
from negotiate.rooms.models import Caucus
from tests.negotiate.rooms.conferring import Act, Dice, Talks
from tests.negotiate.rooms.test_caucus_leaks import mixed, outcomes, without
from tests.negotiate.rooms.watched import Room
from tests.visitor import Visitor, seated, signed_in
from tests.world import World, addresses

pytestmark = pytest.mark.on_one_database

W, E = Side.WORKER, Side.EMPLOYER
TOKEN = re.compile(r"\b[A-Za-z0-9]{64}\b")  # of a form: each page has another
NAMES = sorted({(name, tuple(parts)) for name, parts in addresses()})
LEAVE = {"sign-out", "admin:logout"}


class Everybody:
    """Visitors of a room, by name; each with the seat that it holds there, if any."""

    def __init__(self, room: Room) -> None:
        self.room, self.talks = room, room.talks
        world = World()
        root = Account.objects.create(username="root", is_staff=True, is_superuser=True)
        self.about = world.about() | self._things(world)
        self.visitors: dict[str, tuple[Visitor, Seat | None]] = {
            "stranger": (Visitor(), None),
            "officer": (world.visitors["officer"], None),
            "administrator": (signed_in(root), None),
            "chair": (signed_in(self.talks.account), self.talks.chair),
            "staff": self._at(self.talks.staff[0]),
            "recorder": self._at(self.talks.seats["记录"]),
        }
        for side in Side:
            for seat in (self.talks.chief(side), self.talks.other(side)):
                self.visitors[f"{side} {seat.capacity}"] = self._at(seat)

    def _things(self, world: World) -> dict[str, Any]:
        polls = world.polls
        return {"term_id": self.talks.term.pk, "poll_id": polls[W].pk, "number": 1}

    def _at(self, seat: Seat) -> tuple[Visitor, Seat]:
        return seated(seat), seat

    def see(self, *but: Side) -> dict[tuple[str, str], str]:
        """Every address as everybody gets it who is not of these sides."""
        found: dict[tuple[str, str], str] = {}
        for who, (visitor, seat) in self.visitors.items():
            if seat is None or seat.of not in but:
                visitor.raise_request_exception = False  # what fails is compared as well
                for name, path in self._paths(seat):
                    found[who, name] = told(visitor.get(path))
        return found

    def _paths(self, seat: Seat | None) -> Iterator[tuple[str, str]]:
        about = self.about | ({"seat_id": seat.pk} if seat else {})
        for name, parts in NAMES:
            if name not in LEAVE and ("seat_id" not in parts or seat):
                with suppress(NoReverseMatch):  # an address of the admin without a name
                    yield name, reverse(name, kwargs={part: about[part] for part in parts})


def told(answer: Any) -> str:
    """An answer as text: what is packed is unpacked."""
    kind = answer.headers.get("Content-Type", "")
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if "officedocument" in kind:
        return unpacked(body)
    text = body.decode("utf-8", "replace")
    return f"{answer.status_code} {answer.headers.get('Location', '')} {TOKEN.sub('', text)}"


def unpacked(body: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        # Signatures are made with keys that are others each time.
        names = [name for name in archive.namelist() if not name.startswith("_xmlsignatures/")]
        parts = {name: archive.read(name).decode("utf-8", "replace") for name in names}
    parts.pop("docProps/core.xml", "")  # when it was packed
    return json.dumps(parts, ensure_ascii=False)


def confer(talks: Talks, dice: Dice, side: Side, acts: int = 60) -> set[str]:
    """So much that one side does by itself; its marks."""
    marks: set[str] = set()
    for _ in range(acts):
        act = dice.private(side)
        marks.update(act.marks)
        with suppress(Refused):
            act.do(talks)
    return marks


@pytest.fixture
def room(db: None) -> Iterator[Room]:
    room = Room()
    with room.made():
        yield room


@pytest.fixture
def everybody(room: Room) -> Everybody:
    found = Everybody(room)
    found.see()  # some pages make what they show when they are first opened
    return found


@pytest.mark.parametrize("side", Side)
def test_every_address_says_the_same_to_everybody_else(
    everybody: Everybody, side: Side, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    talks, dice = everybody.talks, Dice(77)
    confer(talks, dice, side.other)  # what they have themselves stays as it is
    before = everybody.see(side)
    marks = confer(talks, dice, side)
    marks |= typed(everybody, side, dice)
    after = everybody.see(side)
    assert before.keys() == after.keys()
    assert [at for at in before if before[at] != after[at]] == []
    everything = json.dumps([*after.values(), caplog.text], ensure_ascii=False)
    assert [mark for mark in marks if mark in everything] == []
    visitor, seat = everybody.visitors[f"{side} representative"]
    assert seat
    own = told(visitor.get(f"/s/{seat.pk}/caucus/"))
    assert [mark for mark in marks if mark in own]  # it is there for those whose it is
    print(f"{len(after)} answers compared, {len(marks)} marks looked for")


def typed(everybody: Everybody, side: Side, dice: Dice) -> set[str]:
    """The same on the pages, right and wrong; the marks."""
    visitor, seat = everybody.visitors[f"{side} chief"]
    assert seat
    note, question, rank, wrong = (dice.mark() for _ in range(4))
    at = f"/s/{seat.pk}/caucus/"
    visitor.post(f"{at}notes/", {"text": note})
    visitor.post(f"{at}notes/", {"text": wrong * 30})
    visitor.post(f"{at}ask/", {"question": question})
    visitor.post(f"{at}ask/", {"question": wrong, "choices": wrong})
    visitor.post(f"{at}terms/{everybody.talks.term.pk}/", {"rows-0-rank": rank})
    visitor.get(at)
    return {note, question, rank, wrong}


def test_an_open_door_between_the_sides_is_caught(everybody: Everybody) -> None:
    """The same test with a table that both sides share."""
    talks, kept = everybody.talks, caucus.table_of

    def shared(seat: Seat) -> Caucus:
        other = Caucus.objects.filter(room=seat.room_id, side=W).first()
        return other if seat.of is E and other else kept(seat)

    with patch("negotiate.rooms.sight.own_side.table_of", shared):
        before = everybody.see(W)
        confer(talks, Dice(5), W)
        after = everybody.see(W)
    assert [at for at in before if before[at] != after[at]]


def finish(talks: Talks) -> str:
    """Agree one term, lay the others aside, sum up and sign: the paper, as frozen and as sealed."""
    if talks.room.confers:
        recess.end_caucus(talks.chair)
    talks.term.refresh_from_db()
    if talks.term.is_at is TermState.AGREED or talks.term.is_at is TermState.DEFERRED:
        ledger.reopen(talks.chair, talks.term.pk)
    talks.propose(95000, 500)
    for side in Side:
        talks.vote_of(side, "yes")
    talks.confirm()
    for term in talks.terms[1:]:
        ledger.defer(talks.chair, term.pk, reason="下次")
    paper = talks.sum_up()
    for seat in missing(paper):
        sign(seat, text_digest=paper.digest, strokes=scrawl(seat.person.name))
    paper = Paper.objects.get(pk=paper.pk)
    assert paper.docx is not None
    return json.dumps(paper.frozen, ensure_ascii=False) + unpacked(bytes(paper.docx))


def test_papers_are_the_same_and_the_archive_finds_nothing_of_it(room: Room) -> None:
    for seed in range(6):
        dice = Dice(seed)
        course = [dice.public() for _ in range(3)]
        finds = Act(lambda talks: finish(talks) + found(talks, "暗"))
        acts = [*mixed(Dice(100 + seed), course), finds]
        steps = room.play(acts, lambda: None)
        alone = room.play(without(steps), lambda: None)
        assert outcomes(steps) == outcomes(alone)
        paper = str(outcomes(steps)[-1])
        assert "技术创新奖" in paper
        assert not [mark for act in acts for mark in act.marks if mark in paper]


def found(talks: Talks, mark: str) -> str:
    page = signed_in(talks.account).get("/archive/", {"q": mark})
    assert page.status_code == 200
    return told(page)

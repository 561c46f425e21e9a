"""A meeting of every stage, moved on from outside while pages look: run on the server's database
by `Server.call`, one step at a time, through the same actions as the web."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from agreements.archive.models import Card
from agreements.papers.models import Paper
from agreements.scenarios.handwriting import scrawl
from agreements.scenarios.opening import book, chair_of
from agreements.scenarios.player import Player
from agreements.scenarios.showing import Showing, officer, ways_in
from agreements.scenarios.story import names, story
from agreements.signing.actions import sign
from agreements.signing.waiting import missing
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.gate import Answers
from negotiate.law.words import Choice, Side
from negotiate.matters import actions as matters
from negotiate.people.entry import entry_path
from negotiate.people.models import Account
from negotiate.rooms.actions import consent, ledger, seating, sitting
from negotiate.rooms.models import Term

STEPS = (
    "waiting", "check-in", "in-session", "proposed", "gate", "poll", "failed", "suspended",
    "resumed", "confirming", "half-confirmed", "agreed", "summed-up", "half-signed", "signed",
)  # fmt: skip


def rooms() -> dict[str, Any]:
    """One waiting room of every scenario by its name, with the numbers of its terms; the county
    officer's way in; and two matters without a room."""
    ways = {name: _room(name) for name in names()}
    return {**ways, "county": county_way_in(), "matters": _matters()}


def county_way_in() -> str:
    return entry_path(officer())


def archived() -> int:
    """The key of the newest agreement in the archive."""
    return Card.objects.latest("key").key


def _room(scenario: str) -> dict[str, Any]:
    told = story(scenario)
    chair = book(told, chair_of(told))
    terms = Term.objects.filter(item__room=chair.room_id)
    return {**ways_in(Showing(scenario, chair)), "terms": [term.pk for term in terms]}


def _matters() -> dict[str, int]:
    """A matter that is only raised, and one that is screened: their numbers."""
    chair = chair_of(story("award"))
    raised, screened = (_raise(chair, title) for title in ("高温津贴", "班车时刻"))
    no = Answers(contract=False, reduces_rights=False)
    matters.screen(chair, screened, no, answered_by=chair.name, note="不涉及")
    return {"raised": raised, "screened": screened}


def _raise(chair: Account, title: str) -> int:
    matter = matters.raise_matter(
        chair,
        title=title,
        kind="award",
        summary="职工多次提出。",
        raised_by="李大勇",
        raised_side=Side.WORKER,
        owner="何平",
        due=timezone.localdate() + timedelta(days=30),
    )
    return int(matter.pk)


def _player(scenario: str) -> Player:
    told = story(scenario)
    chair = chair_of(told).seats.select_related("room", "person").filter(presides=True).last()
    assert chair is not None
    return Player(told, chair)


def begin(scenario: str) -> None:
    """Everybody is there and the meeting has begun."""
    player = _player(scenario)
    sitting.open_check_in(player.chair)
    for seat in player.seats.values():
        seating.check_in(seat, remote=False)
    sitting.begin(player.chair)


def escalate(scenario: str) -> None:
    sitting.escalate(_player(scenario).chair, reason="双方都要求先开职工代表大会")


def reach(step: str) -> None:
    """Move the award's meeting from the step before to this one."""
    player = _player("award")
    chair = player.chair
    talks = player.story.talks
    if step == "check-in":
        sitting.open_check_in(chair)
        seating.check_in(player.seats["李大勇"], remote=True)
    elif step == "in-session":
        for name in ("王桂芳", "周志远", "何平", chair.person.name):
            seating.check_in(player.seats[name], remote=False)
        sitting.begin(chair)
    elif step in ("proposed", "gate"):
        player.perform(talks[("proposed", "gate").index(step)])
    elif step == "poll":
        player.perform(talks[2])
        consent.open_poll(chair, player.terms["技术创新奖"], list(Side))
    elif step == "failed":
        _vote_down(player)
    elif step == "suspended":
        player.perform(talks[4])
        at = timezone.make_aware(datetime(2031, 5, 6, 14, 0))
        sitting.suspend(chair, reason="午饭", at=at, place="三楼会议室", content="创新奖")
    elif step == "resumed":
        sitting.resume(chair)
    elif step == "confirming":
        player.perform(talks[5])
    elif step != "waiting":
        _end(step, player)


def _vote_down(player: Player) -> None:
    """Who has not voted on a phone votes no; then both polls end."""
    for poll in Poll.objects.filter(room=player.chair.room_id, state=Poll.State.OPEN):
        voted = poll.turnout.values_list("seat", flat=True)
        for entry in poll.roll.exclude(seat__in=voted).select_related("seat__person", "seat__room"):
            ballots.cast(entry.seat, poll.pk, Choice.NO, ballots.new_key())
        consent.close_poll(player.chair, poll.pk)


def _end(step: str, player: Player) -> None:
    term = player.terms["技术创新奖"]
    chiefs = [player.seats[name] for name in ("王桂芳", "周志远")]
    if step in ("half-confirmed", "agreed"):
        chief = chiefs[step == "agreed"]
        consent.confirm(chief, term, ledger.current(Term.objects.get(pk=term)).digest)
    elif step == "summed-up":
        consent.acclaim(player.chair, term)
        sitting.sum_up(player.chair)
    else:
        paper = Paper.objects.get(room=player.chair.room_id)
        seat = missing(paper)[0]
        sign(seat, text_digest=paper.digest, strokes=scrawl(seat.person.name))

"""Playing a negotiation of the ordinary procedure, with the clock moved ahead from act to act."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from agreements.papers.models import Paper
from agreements.scenarios import congress
from agreements.scenarios.player import Player, row_of
from agreements.scenarios.story import Act, Story
from agreements.signing.initials import initial
from negotiate import moment
from negotiate.law.words import Capacity, Procedure, Side
from negotiate.people.enterprise_file import BoundRow
from negotiate.people.models import Seat
from negotiate.rooms.actions import (
    binding,
    calling,
    composing,
    drafting,
    filing,
    impasse,
    information,
    keeping,
    offering,
    ratification,
    seating,
    sitting,
)
from negotiate.rooms.models import Reply, Room


class LongPlayer(Player):
    """Plays a story in the ordinary room whose desk `chair` keeps, who is the workers' chief."""

    def play(self) -> Paper:
        """From the offer to the last act; the paper that was signed last."""
        for act in self.story.acts:
            self.perform(act)
        return Paper.objects.of_room(self.chair.room_id).exclude(completed_at=None)[0]

    def perform(self, act: Act) -> None:
        moment.move(timedelta(days=act.days))
        self.read()
        own = DEEDS.get(act.do)
        if own is None:
            super().perform(act)
        else:
            own(self, act)

    def read(self) -> None:
        """Everybody as they are now: who presides changes, and who has come."""
        seats = Seat.objects.at_table().filter(room=self.chair.room_id)
        self.seats = {seat.person.name: seat for seat in seats.select_related("person", "room")}
        self.chair = self.seats[self.story.chair]

    @property
    def room(self) -> Room:
        return Room.objects.select_related("book", "enterprise").get(pk=self.chair.room_id)

    @property
    def leader(self) -> Seat:
        return next(seat for seat in self.seats.values() if seat.presides)

    def chief(self, side: Side) -> Seat:
        return next(s for s in self.seats.values() if s.is_chief and s.of is side)

    def chiefs(self) -> tuple[Seat, ...]:
        return tuple(self.chief(side) for side in Side)


def _bind(player: LongPlayer, act: Act) -> None:
    today = moment.today()
    rows = [
        BoundRow(
            one.name,
            one.head_count,
            one.mandated_by,
            today - timedelta(days=one.mandated_days_ago),
            one.mandate,
        )
        for one in player.story.bound
    ]
    speaker = player.chief(Side.EMPLOYER)
    binding.bind(player.chair, rows, spoken_for_by=speaker.pk)


def _offer(player: LongPlayer, act: Act) -> None:
    facts = dict(act.facts)
    at = moment.now() + timedelta(days=facts.pop("in_days"))
    wanted = facts.pop("materials_in_days", None)
    due = moment.today() + timedelta(days=wanted) if wanted else None
    proposal = offering.Proposal(at=at, place=player.story.place, materials_due=due, **facts)
    offering.make_offer(player.chief(Side.WORKER), proposal)


def _respond(player: LongPlayer, act: Act) -> None:
    offering.respond(player.chief(Side.EMPLOYER), Reply(act.facts["reply"]), act.reason)


def _settle(player: LongPlayer, act: Act) -> None:
    seating.seat_persons(player.chair, [row_of(facts) for facts in player.story.seats])
    composing.settle_roster(player.chair)


def _agree_recorder(player: LongPlayer, act: Act) -> None:
    recorder = next(s for s in player.seats.values() if s.capacity == Capacity.RECORDER)
    for chief in player.chiefs():
        composing.agree_recorder(chief, recorder.pk)


def _call(player: LongPlayer, act: Act) -> None:
    at = moment.now() + timedelta(days=act.facts["in_days"])
    calling.call(player.chair, at=at, place=player.story.place, first=Side.WORKER)


def _request(player: LongPlayer, act: Act) -> None:
    due = moment.today() + timedelta(days=act.facts["in_days"])
    information.request(player.seats[act.by], question=act.reason, due=due)


def _answer(player: LongPlayer, act: Act) -> None:
    (asked,) = player.room.requests.filter(answered_at=None)
    information.answer(player.seats[act.by], asked.pk, text=act.reason)


def _check_in(player: LongPlayer, act: Act) -> None:
    """Everybody who is not there yet."""
    for seat in player.seats.values():
        if seat.arrived_at is None:
            seating.check_in(seat, remote=False)


def _suspend(player: LongPlayer, act: Act) -> None:
    sitting.suspend(
        player.leader,
        reason=act.reason,
        at=moment.now() + timedelta(days=act.facts["in_days"]),
        place=player.story.place,
        content=act.content,
    )


def _deadlock(player: LongPlayer, act: Act) -> None:
    impasse.deadlock(player.leader, reason=act.reason, **act.facts)


def _coordinate(player: LongPlayer, act: Act) -> None:
    impasse.coordinate(player.chair, result=act.reason, **act.facts)


def _sum_up(player: LongPlayer, act: Act) -> None:
    starts = moment.today() + timedelta(days=act.facts["in_days"])
    ends = starts.replace(year=starts.year + act.facts["years"]) - timedelta(days=1)
    drafting.draft(player.leader, starts_on=starts, ends_on=ends)


def _initial(player: LongPlayer, act: Act) -> None:
    digest = Paper.objects.of_room(player.chair.room_id)[0].digest
    for chief in player.chiefs():
        initial(chief, text_digest=digest)


def _file(player: LongPlayer, act: Act) -> None:
    room = player.room
    filing.file(
        player.chair,
        filed_on=moment.today(),
        copies=filing.copies_of(room),
        enclosed=filing.pack_of(room),
        **act.facts,
    )


def _object(player: LongPlayer, act: Act) -> None:
    terms = [player.terms[title] for title in act.facts["terms"]]
    filing.object_to(player.chair, objected_on=moment.today(), text=act.reason, terms=terms)


def player_of(story: Story, chair: Seat) -> Player:
    """Who plays this story in the room that was booked for it."""
    of = LongPlayer if story.procedure is Procedure.ORDINARY else Player
    return of(story, chair)


Deed = Callable[[LongPlayer, Act], object]
DEEDS: Mapping[str, Deed] = {
    "bind": _bind,
    "offer": _offer,
    "receive": lambda player, act: offering.receive(player.chief(Side.EMPLOYER)),
    "respond": _respond,
    "settle": _settle,
    "agree_recorder": _agree_recorder,
    "call": _call,
    "request": _request,
    "answer": _answer,
    "open_check_in": lambda player, act: sitting.open_check_in(player.chair),
    "check_in": _check_in,
    "begin": lambda player, act: sitting.begin(player.leader),
    "suspend": _suspend,
    "resume": lambda player, act: sitting.resume(player.leader),
    "deadlock": _deadlock,
    "extend": lambda player, act: impasse.extend(player.chair, reason=act.reason),
    "coordinate": _coordinate,
    "sum_up": _sum_up,
    "initial": _initial,
    "ratify": congress.ratify,
    "conclude": lambda player, act: ratification.conclude(player.chair),
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

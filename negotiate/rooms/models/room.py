"""The room, its agenda, and its breaks."""

from django.db import models
from django.db.models import Q

from negotiate import moment
from negotiate.law import stages
from negotiate.law.profiles import DEFAULT, Profile, profile
from negotiate.law.words import (
    UNCALLED,
    Action,
    Capacity,
    Contract,
    Procedure,
    Side,
    SideRule,
    Stage,
)
from negotiate.matters.models import Matter
from negotiate.people.models import SIDES, Enterprise
from negotiate.record.models import Book

RULES = [(rule.value, rule.label) for rule in SideRule]


class Room(models.Model):
    """One negotiation, and the hall in which it is held: under the simplified procedure one
    sitting, under the ordinary one everything from the offer to the end of the contract.

    `profile` holds the rules of the place as they stood when the room was made: what changes in
    them later changes nothing here. `offered_by`: whose offer it is. `follows`: the negotiation
    whose contract this one amends or renews.
    """

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="rooms")
    title = models.CharField(max_length=60)
    stage = models.CharField(
        max_length=20, choices=[(s.value, s.label) for s in Stage], default=Stage.WAITING.value
    )
    procedure = models.CharField(
        max_length=20,
        choices=[(p.value, p.label) for p in Procedure],
        default=Procedure.SIMPLIFIED.value,
    )
    contract = models.CharField(
        max_length=20, choices=[(c.value, c.label) for c in Contract], blank=True
    )
    offered_by = models.CharField(max_length=10, choices=SIDES, blank=True)
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    profile = models.JSONField(default=dict)
    place = models.CharField(max_length=100)
    scheduled_at = models.DateTimeField()
    worker_rule = models.CharField(max_length=10, choices=RULES, default=SideRule.POLL.value)
    employer_rule = models.CharField(max_length=10, choices=RULES, default=SideRule.POLL.value)
    began_at = models.DateTimeField(null=True, blank=True)
    screen_serial = models.PositiveIntegerField(default=1)
    links = models.PositiveIntegerField(default=1)  # grows with every link that dies
    on_roll = models.PositiveIntegerField(default=0)  # staff: a room without asks for none
    # Whether there has ever been one: a room without asks for none.
    has_turns = models.BooleanField(default=False)
    has_packages = models.BooleanField(default=False)
    has_requests = models.BooleanField(default=False)
    ended_because = models.CharField(max_length=200, blank=True)  # talks that came to nothing
    # A break for one side to confer by itself: whose, and until when; the last one there was.
    caucus_of = models.CharField(max_length=10, choices=SIDES, blank=True)
    caucus_until = models.DateTimeField(null=True, blank=True)
    book = models.OneToOneField(Book, models.PROTECT, related_name="room")

    class Meta:
        ordering = ("-scheduled_at", "-pk")

    def __str__(self) -> str:
        return self.title

    @property
    def is_at(self) -> Stage:
        return Stage(self.stage)

    @property
    def is_called(self) -> bool:
        """Whether time and place are those of a session, and not only what somebody has in mind."""
        return self.is_at not in UNCALLED

    @property
    def desk_moves(self) -> bool:
        """Whether another account of the enterprise may take over its desk."""
        return stages.allows(self.goes_by, Action.TAKE_DESK, (Capacity.UNION_CHAIR,), self.is_at)

    @property
    def goes_by(self) -> Procedure:
        return Procedure(self.procedure)

    @property
    def rules(self) -> Profile:
        """The rules of the place; those of a room made before there were any are the default's."""
        return Profile.from_plain(self.profile) if self.profile else profile(DEFAULT)

    @property
    def confers(self) -> bool:
        """Whether one side has left the table to confer, and its time is not over."""
        return self.caucus_until is not None and moment.now() < self.caucus_until

    @property
    def version(self) -> int:
        """Grows with every act in the book, and with every ballot box that has become full."""
        return self.book.length + self.polls.full().count()

    def rule_of(self, side: Side) -> SideRule:
        return SideRule(self.worker_rule if side is Side.WORKER else self.employer_rule)


class AgendaItem(models.Model):
    room = models.ForeignKey(Room, models.PROTECT, related_name="agenda")
    matter = models.OneToOneField(Matter, models.PROTECT, related_name="agenda_item")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("room", "position"), name="agenda_position_once"),
        )

    def __str__(self) -> str:
        return f"{self.position}. {self.matter}"


class Suspension(models.Model):
    """A break to which both sides agreed, and what was agreed for the next time."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="suspensions")
    reason = models.CharField(max_length=200)
    next_at = models.DateTimeField()
    next_place = models.CharField(max_length=100)
    next_content = models.CharField(max_length=200)
    at = models.DateTimeField(default=moment.now, editable=False)
    resumed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("room",), condition=Q(resumed_at=None), name="suspended_once_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.room} suspended"

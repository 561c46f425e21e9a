"""Playing a negotiation of the ordinary procedure, with the clock moved ahead from act to act."""

from datetime import timedelta

from agreements.papers.models import Paper
from agreements.scenarios.deeds_after_draft import AFTER_DRAFT
from agreements.scenarios.deeds_before_draft import BEFORE_DRAFT
from agreements.scenarios.player import Player
from agreements.scenarios.story import Act, Story
from negotiate import moment
from negotiate.law.words import Procedure, Side
from negotiate.people.models import Seat
from negotiate.rooms.models import Room

DEEDS = {**BEFORE_DRAFT, **AFTER_DRAFT}


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


def player_of(story: Story, chair: Seat) -> Player:
    """Who plays this story in the room that was booked for it."""
    of = LongPlayer if story.procedure is Procedure.ORDINARY else Player
    return of(story, chair)

"""Opening a story: its enterprise and chair, its matter, and the room in which it is played."""

from datetime import timedelta

from agreements.scenarios.story import SeatFacts, Story
from negotiate import moment
from negotiate.law.gate import Answers
from negotiate.law.words import Capacity, Procedure, Side, SideRule
from negotiate.matters import actions as matters
from negotiate.people.models import Account, Enterprise, Federation, Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import booking, seating

COUNTY = "阜宁县总工会"


def book(story: Story, chair: Account) -> Seat:
    """Raise, screen and schedule the scenario's matter; the chair's seat. For a meeting everybody
    is seated; a negotiation names its representatives when the offer is accepted."""
    facts = story.matter
    matter = matters.raise_matter(
        chair,
        title=facts.title,
        kind=facts.kind,
        summary=facts.summary,
        raised_by=facts.raised_by,
        raised_side=facts.raised_side,
        owner=facts.owner,
        due=moment.today() + timedelta(days=facts.due_in_days),
    )
    screening = story.screening
    answers = Answers(contract=screening.contract, reduces_rights=False)
    matters.screen(
        chair, matter.pk, answers, answered_by=screening.answered_by, note=screening.note
    )
    ordinary = story.procedure is Procedure.ORDINARY
    seat = booking.schedule(
        chair,
        matter.pk,
        at=moment.now(),
        place=story.place,
        own_capacity=Capacity.CHIEF if ordinary else Capacity.ATTENDEE,
        rules=dict.fromkeys(Side, SideRule.POLL),
        terms=[(term.title, term.kind) for term in story.terms],
        contract=story.contract,
        chiefs={Side.EMPLOYER: story.employer_chief} if ordinary else {},
    )
    if not ordinary:
        seating.seat_persons(seat, [row_of(facts) for facts in story.seats])
    return seat


def row_of(facts: SeatFacts) -> RosterRow:
    """As a list of representatives would name this person."""
    return RosterRow(
        facts.name,
        "",
        facts.post,
        Side(facts.side) if facts.side else None,
        facts.capacity,
        woman=facts.woman,
        front_line=facts.front_line,
        produced=facts.produced,
    )


def chair_of(story: Story) -> Account:
    """The scenario's union chair, with the enterprise and its federations; made if missing."""
    county, _ = Federation.objects.get_or_create(name=COUNTY)
    township, _ = Federation.objects.get_or_create(name=story.township, defaults={"parent": county})
    enterprise, _ = Enterprise.objects.get_or_create(
        name=story.enterprise, defaults={"federation": township, "scope": story.scope.value}
    )
    chair, made = Account.objects.get_or_create(
        username=f"chair{enterprise.pk}", defaults={"name": story.chair, "enterprise": enterprise}
    )
    if made:
        chair.set_unusable_password()
        chair.save(update_fields=["password"])
    return chair

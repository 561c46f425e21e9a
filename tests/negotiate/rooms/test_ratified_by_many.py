"""An agreement of a sector before each enterprise that it binds: all must pass, and votes are never
added up across them."""

from datetime import date

import pytest

from negotiate import moment
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Stage, TermState
from negotiate.people.models import Seat
from negotiate.people.staff_file import StaffRow
from negotiate.rooms.actions import (
    concluding,
    congress,
    consent,
    enrolment,
    on_paper,
    ratification,
)
from negotiate.rooms.actions.on_paper import OnPaper
from negotiate.rooms.models import BoundEnterprise, Ratification, Term
from negotiate.rooms.order import ordered
from negotiate.rooms.sight.faces import audience_of, audience_of_screen, draw_fragment
from tests.negotiate.ratifying import CONGRESS, Ratifying

ENTERPRISES = 20


@pytest.fixture
def sector(db: None) -> Ratifying:
    """Twenty enterprises; five delegates of each of the first two are on the roll."""
    draft = Ratifying(0)
    for number in range(1, ENTERPRISES + 1):
        BoundEnterprise.objects.create(
            room=draft.room,
            name=f"第{number}家饭店",
            head_count=250,
            mandated_by="王海",
            mandated_on=date(2026, 1, 5),
            mandate="授权协商",
        )
    return draft


def enterprises(draft: Ratifying) -> list[BoundEnterprise]:
    return list(draft.room.bound.all())


def voted(draft: Ratifying, bound: BoundEnterprise, yes: int = 6) -> None:
    votes = {term.pk: (yes, 0, 0) for term in draft.terms}
    paper = OnPaper(CONGRESS, moment.today(), roll=9, present=9, votes=votes)
    on_paper.record_ratification(draft.desk, draft.standing(bound).pk, paper)


def test_every_bound_enterprise_gets_a_ratification_of_its_own(sector: Ratifying) -> None:
    ratification.open_ratification(sector.desk, CONGRESS, each=True)
    names = [of.bound.name for of in Ratification.objects.select_related("bound") if of.bound]
    assert names == [bound.name for bound in enterprises(sector)]


def test_an_enterprise_votes_with_its_own_delegates_alone(sector: Ratifying) -> None:
    first, second = enterprises(sector)[:2]
    ours, theirs = sector.enrol(5, first), sector.enrol(5, second)
    ratification.open_ratification(sector.desk, CONGRESS, each=True)
    sector.come([*ours, *theirs])
    poll = sector.ask(sector.terms[0], first)
    other = sector.ask(sector.terms[0], second)
    assert (poll.roll_size, other.roll_size) == (5, 5)
    with pytest.raises(Refused, match="不在这次表决的名册上"):
        consent.vote(theirs[0], poll.pk, "yes", "a" * 32)
    sector.press(poll, "yes", ours)
    sector.press(other, "no", theirs)
    assert sector.close(poll).passed
    assert not sector.close(other).passed


def test_each_phone_shows_its_own_enterprises_ballot(sector: Ratifying) -> None:
    first, second = enterprises(sector)[:2]
    (ours,), (theirs,) = sector.enrol(1, first), sector.enrol(1, second)
    ratification.open_ratification(sector.desk, CONGRESS, each=True)
    sector.come([ours, theirs])
    polls = [sector.ask(sector.terms[0], bound) for bound in (first, second)]
    for seat, own, other in ((ours, *polls), (theirs, *reversed(polls))):
        page = draw_fragment(audience_of(Seat.objects.select_related("room").get(pk=seat.pk)))[1]
        assert f'data-ballot="{own.pk}"' in page
        assert f'data-ballot="{other.pk}"' not in page


def test_it_passes_when_all_have_and_says_who_is_missing_before(sector: Ratifying) -> None:
    ratification.open_ratification(sector.desk, CONGRESS, each=True)
    *most, last = enterprises(sector)
    for bound in most:
        voted(sector, bound)
    with pytest.raises(Refused, match="还有 1 家企业没有审议完：第20家饭店"):
        concluding.conclude(sector.desk)
    page = draw_fragment(audience_of(sector.desk))[1]
    assert "通过 19 家，等待 1 家" in page
    assert "通过 19 家，等待 1 家" in draw_fragment(audience_of_screen(sector.room))[1]
    voted(sector, last)
    concluding.conclude(sector.desk)
    assert sector.room.is_at is Stage.RATIFIED


def test_one_that_rejects_it_sends_it_back_however_many_said_yes(sector: Ratifying) -> None:
    ratification.open_ratification(sector.desk, CONGRESS, each=True)
    for bound in enterprises(sector):
        voted(sector, bound, yes=4 if bound.name == "第7家饭店" else 9)
    concluding.conclude(sector.desk)
    assert sector.room.is_at is Stage.IN_SESSION
    states = Term.objects.filter(item__room=sector.room).values_list("state", flat=True)
    assert set(states) == {TermState.OPEN}
    kept = Ratification.objects.filter(room=sector.room)
    assert kept.filter(state="passed").count() == ENTERPRISES - 1
    assert all(of.resolution for of in kept)


def test_a_sectors_own_congress_may_ratify_for_all(sector: Ratifying) -> None:
    delegates = sector.enrol(6)
    of = sector.summon()
    assert of.bound is None
    sector.come(delegates)
    sector.vote(yes=6, seats=delegates)
    concluding.conclude(sector.desk)
    assert sector.room.is_at is Stage.RATIFIED


def test_a_list_says_whose_delegates_they_are(sector: Ratifying) -> None:
    first, second = enterprises(sector)[:2]
    rows = [
        StaffRow(2, "甲", "1", "", in_congress=True, enterprise=first.name),
        StaffRow(3, "乙", "2", "", enterprise=first.name),
        StaffRow(4, "丙", "3", "", in_congress=True, enterprise=second.name),
    ]
    with ordered(sector.desk, Action.ENROL) as order:
        enrolment.enrol(order, rows)
    ratification.open_ratification(sector.desk, CONGRESS, each=True)
    rolls = [list(congress.on_roll(sector.standing(b))) for b in (first, second)]
    assert [[seat.person.name for seat in roll] for roll in rolls] == [["甲"], ["丙"]]
    with (
        pytest.raises(Refused, match="第 2 行：没有登记这家企业：外人"),
        ordered(sector.desk, Action.ENROL) as order,
    ):
        enrolment.enrol(order, [StaffRow(2, "丁", "4", "", enterprise="外人")])


def test_who_has_a_seat_already_is_marked_by_the_list(sector: Ratifying) -> None:
    name = "张建国"
    with ordered(sector.desk, Action.ENROL) as order:
        enrolment.enrol(order, [StaffRow(2, name, "", "", in_congress=True)])
    assert sector.seat(name).in_congress
    assert name in [seat.person.name for seat in congress.on_roll(sector.summon())]

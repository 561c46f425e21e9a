"""How far an account reaches, and the database's last word on who may sit where."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from negotiate.law.words import Capacity, Side
from negotiate.people.models import Account, Enterprise, Federation, Person, Seat
from tests.negotiate.meeting import Meeting

C, R = Capacity.CHIEF.value, Capacity.REPRESENTATIVE.value
W, E = Side.WORKER.value, Side.EMPLOYER.value


class Tree:
    """Two counties; the first has two townships, and the second of these has a village."""

    def __init__(self) -> None:
        make = Federation.objects.create
        self.county, self.other = make(name="甲县"), make(name="乙县")
        self.town = make(name="甲县一镇", parent=self.county)
        self.far_town = make(name="甲县二镇", parent=self.county)
        self.village = make(name="甲县二镇一村", parent=self.far_town)
        federations = (self.county, self.town, self.far_town, self.village, self.other)
        for federation in federations:
            Enterprise.objects.create(name=f"{federation}的企业", federation=federation)

    def reached(self, **office: Any) -> set[str]:
        account = Account.objects.create(username="a", name="甲", **office)
        return {str(one).removesuffix("的企业") for one in account.enterprises()}


@pytest.fixture
def tree(db: None) -> Tree:
    return Tree()


def test_a_county_reaches_all_under_it_and_nothing_beside_it(tree: Tree) -> None:
    under = {"甲县", "甲县一镇", "甲县二镇", "甲县二镇一村"}
    assert tree.reached(federation=tree.county) == under


def test_a_township_reaches_neither_up_nor_sideways(tree: Tree) -> None:
    assert tree.reached(federation=tree.town) == {"甲县一镇"}
    assert Federation.objects.get(name="甲县二镇").reach() == [tree.far_town.pk, tree.village.pk]


def test_a_chair_reaches_its_own_enterprise(tree: Tree) -> None:
    assert tree.reached(enterprise=Enterprise.objects.get(name="乙县的企业")) == {"乙县"}


def test_an_account_without_an_office_reaches_nothing(tree: Tree) -> None:
    assert tree.reached() == set()


def test_nobody_holds_two_offices(tree: Tree) -> None:
    with pytest.raises(IntegrityError, match="account_one_office"):
        tree.reached(enterprise=Enterprise.objects.first(), federation=tree.county)


def seat(meeting: Meeting, **facts: Any) -> None:
    person = facts.pop("person", None) or Person.objects.create(
        enterprise=meeting.room.enterprise, name="新人"
    )
    with transaction.atomic():
        Seat.objects.create(room=meeting.room, person=person, **facts)


@pytest.mark.parametrize(
    ("constraint", "facts"),
    [
        ("seat_one_chief_a_side", {"side": W, "capacity": C}),
        ("seat_speaker_has_side", {"side": "", "capacity": R}),
        ("seat_speaker_has_side", {"side": "", "capacity": Capacity.EXPERT.value}),
        ("seat_recorder_of_no_side", {"side": E, "capacity": Capacity.RECORDER.value}),
        ("seat_chief_is_insider", {"side": W, "capacity": C, "outside": True}),
    ],
)
def test_the_database_itself_refuses_an_unlawful_seat(
    meeting: Meeting, constraint: str, facts: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError) as refused:
        seat(meeting, **facts)
    assert spoken(str(refused.value), constraint)


def test_one_person_sits_once_in_a_room(meeting: Meeting) -> None:
    person = meeting.chief(Side.WORKER).person
    with pytest.raises(IntegrityError) as refused:
        seat(meeting, person=person, side=E, capacity=R)
    assert spoken(str(refused.value), "seat_one_side_a_person")


def test_the_same_name_and_number_is_one_person(meeting: Meeting) -> None:
    known = meeting.chief(Side.WORKER).person
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(enterprise=known.enterprise, name=known.name)


def spoken(said: str, constraint: str) -> bool:
    """Whether the database names the constraint. SQLite names the columns of a plain unique
    constraint instead, and the name of any other."""
    columns = {
        "seat_one_side_a_person": "seat.room_id, negotiate_seat.person_id",
        "seat_one_chief_a_side": "seat.room_id, negotiate_seat.side",
        "seat_one_presides": "seat.room_id",
    }
    return constraint in said or columns.get(constraint, constraint) in said

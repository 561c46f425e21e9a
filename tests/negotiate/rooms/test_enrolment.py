"""The workers' roll: who is put on it, who is not, and what it leaves alone."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from negotiate.ballots import actions as ballots
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Electorate, Side
from negotiate.people.models import Person, Seat
from negotiate.people.roster_file import RosterRow
from negotiate.people.staff_file import StaffRow
from negotiate.rooms.actions import consent, enrolment, seating
from negotiate.rooms.actions.composition import members
from negotiate.rooms.actions.sorting import Sorted
from negotiate.rooms.order import ordered
from tests.negotiate.meeting import Meeting, enrolled
from tests.trace import OF_THE_RECORD, trace

W, E = Side.WORKER, Side.EMPLOYER


def enrol(chair: Seat, *people: tuple[str, str]) -> Sorted:
    rows = [StaffRow(line, name, number, "钳工") for line, (name, number) in enumerate(people, 2)]
    with ordered(chair, Action.ENROL) as order:
        return enrolment.enrol(order, rows)


def on_roll(meeting: Meeting) -> list[tuple[str, str]]:
    staff = meeting.room.seats.staff()
    return list(staff.values_list("person__name", "person__staff_number"))


def facts(meeting: Meeting) -> dict[str, Any]:
    last = meeting.room.book.entries.last()
    assert last is not None
    data: dict[str, Any] = json.loads(last.body)["data"]
    return data


def test_everybody_on_the_list_gets_a_seat_of_the_workers(meeting: Meeting) -> None:
    enrol(meeting.chair, ("赵一", "1"), ("钱二", "2"))
    staff = meeting.room.seats.staff().select_related("person")
    assert {(s.side, s.capacity, s.arrived_at, s.link_serial) for s in staff} == {
        ("worker", "staff", None, 1)
    }
    assert {s.person.post for s in staff} == {"钳工"}
    assert meeting.room.on_roll == 2


def test_the_record_says_how_many_and_of_which_list(meeting: Meeting) -> None:
    enrol(meeting.chair, ("赵一", "1"))
    enrol(meeting.chair, ("赵一", "1"), ("王桂芳", ""), ("钱二", "2"))
    told = facts(meeting)
    hashed = told.pop("list_sha256")
    assert told == {
        "added": 1, "there_before": 1, "at_table": 1, "in_congress": 0, "on_roll": 2
    }  # fmt: skip
    assert len(hashed) == 64


def test_it_makes_no_difference_to_what_the_law_asks_of_the_table(meeting: Meeting) -> None:
    before = members(meeting.room)
    enrol(meeting.chair, ("赵一", "1"), ("钱二", "2"))
    assert members(meeting.room) == before
    meeting.open()
    assert (facts(meeting)["seated"], facts(meeting)["present"]) == (len(before), len(before))
    assert (facts(meeting)["on_roll"], facts(meeting)["of_roll_present"]) == (2, 0)


def test_a_second_list_adds_people_and_leaves_the_others(meeting: Meeting) -> None:
    first = enrolled(meeting.chair, ("赵一", "1"), ("钱二", ""))
    found = enrol(meeting.chair, ("钱二", "2"), ("赵一", "1"), ("孙三", "3"))
    assert (found.there, [row.name for row in found.new]) == (["钱二", "赵一"], ["孙三"])
    assert on_roll(meeting) == [("赵一", "1"), ("钱二", ""), ("孙三", "3")]
    assert set(first) < set(meeting.room.seats.staff())


def test_delegates_vote_at_the_table(meeting: Meeting) -> None:
    chief = meeting.chief(W).person
    found = enrol(meeting.chair, (chief.name, "1"), (meeting.chief(E).person.name, ""))
    assert found.seated == [chief.name, meeting.chief(E).person.name]
    assert found.voteless == []
    assert on_roll(meeting) == []


@pytest.mark.parametrize("capacity", [Capacity.RECORDER, Capacity.ATTENDEE, Capacity.EXPERT])
def test_whoever_has_no_vote_at_the_table_is_named(meeting: Meeting, capacity: Capacity) -> None:
    seating.seat_persons(meeting.chair, [RosterRow("赵一", "", "", W, capacity)])
    found = enrol(meeting.chair, ("赵一", "1"), ("钱二", "2"))
    assert (found.seated, found.voteless) == (["赵一"], ["赵一"])
    assert on_roll(meeting) == [("钱二", "2")]


def test_a_known_person_is_not_made_again(meeting: Meeting) -> None:
    known = Person.objects.create(
        enterprise=meeting.room.enterprise, name="赵一", staff_number="1", post="焊工"
    )
    enrol(meeting.chair, ("赵一", "1"))
    assert meeting.room.seats.staff().get().person == known
    known.refresh_from_db()
    assert known.post == "焊工"


def test_a_number_that_is_somebody_elses_is_refused_with_its_line(meeting: Meeting) -> None:
    enrol(meeting.chair, ("赵一", "A1"))
    with pytest.raises(Refused, match="第 3 行：会场里工号 a1 是赵一"):
        enrol(meeting.chair, ("钱二", "2"), ("孙三", "a1"))


def test_nobody_is_taken_for_somebody_of_the_same_name(meeting: Meeting) -> None:
    chief, before = meeting.chief(W), trace()
    name = chief.person.name
    with pytest.raises(Refused, match=f"第 2 行：会场里也有{name}"):
        enrol(meeting.chair, (name, "1"), (name, "2"), ("钱二", "3"))
    assert trace() == before
    enrolment.set_number(meeting.chair, chief.pk, "2")
    found = enrol(meeting.chair, (name, "1"), (name, "2"), ("钱二", "3"))
    assert (found.seated, on_roll(meeting)) == ([name], [(name, "1"), ("钱二", "3")])


def test_a_number_is_given_once_and_only_to_who_has_none(meeting: Meeting) -> None:
    chief, other = meeting.chief(W), meeting.other(W)
    was = chief.person
    enrolment.set_number(meeting.chair, chief.pk, "a2")
    for seat, number in ((chief, "3"), (other, "a2"), (other, "A2")):
        with pytest.raises(Refused):
            enrolment.set_number(meeting.chair, seat.pk, number)
    was.refresh_from_db()
    assert was.staff_number == ""  # he may sit in other rooms by that name


def test_whoever_comes_to_the_table_leaves_the_roll(meeting: Meeting) -> None:
    enrol(meeting.chair, ("赵一", "1"), ("钱二", "2"))
    links = meeting.room.links
    row = RosterRow("赵一", "", "", E, Capacity.REPRESENTATIVE)
    seating.seat_persons(meeting.chair, [row])
    seat = meeting.room.seats.at_table().get(person__name="赵一")
    assert (seat.person.staff_number, seat.side) == ("1", "employer")
    assert (on_roll(meeting), meeting.room.on_roll) == ([("钱二", "2")], 1)
    assert meeting.room.links == links + 1


def test_whoever_comes_to_the_table_says_which_of_two_of_a_name(meeting: Meeting) -> None:
    enrol(meeting.chair, ("赵一", "1"), ("赵一", "2"))
    nameless = RosterRow("赵一", "", "", E, Capacity.REPRESENTATIVE)
    with pytest.raises(Refused, match="职工名册上有几个赵一，请填工号"):
        seating.seat_persons(meeting.chair, [nameless])
    row = RosterRow("赵一", "2", "", E, Capacity.REPRESENTATIVE)
    seating.seat_persons(meeting.chair, [row])
    assert on_roll(meeting) == [("赵一", "1")]


def test_one_of_the_staff_may_be_taken_off_alone(meeting: Meeting) -> None:
    one, _ = enrolled(meeting.chair, ("赵一", "1"), ("钱二", "2"))
    seating.unseat(meeting.chair, one.pk)
    assert (on_roll(meeting), meeting.room.on_roll) == ([("钱二", "2")], 1)


def test_a_roll_that_no_poll_has_used_can_be_emptied(meeting: Meeting) -> None:
    enrolled(meeting.chair, ("赵一", "1"), ("钱二", "2"))
    links = meeting.room.links
    assert enrolment.empty(meeting.chair) == 2
    assert (on_roll(meeting), meeting.room.on_roll) == ([], 0)
    assert meeting.room.links == links + 1
    assert facts(meeting) == {"emptied": 2}


def test_a_poll_keeps_the_roll_that_it_was_opened_with(in_session: Meeting) -> None:
    staff = enrolled(in_session.chair, ("赵一", "1"), ("钱二", "2"))
    in_session.propose(30000, 500)
    consent.open_poll(in_session.chair, in_session.term.pk, [W], electorate=Electorate.STAFF)
    poll = in_session.room.polls.get()
    before = (poll.roll_size, trace(without=OF_THE_RECORD))
    with pytest.raises(Refused, match="已有表决用过这份名册"):
        enrolment.empty(in_session.chair)
    assert before == (poll.roll_size, trace(without=OF_THE_RECORD))
    late, *_ = enrolled(in_session.chair, ("孙三", "3"))
    poll.refresh_from_db()
    assert poll.roll_size == before[0]
    assert set(staff) <= {entry.seat for entry in poll.roll.select_related("seat")}
    seating.enter_hall(late)
    late.refresh_from_db()
    with pytest.raises(Refused, match="您不在这次表决的名册上"):
        ballots.cast(late, poll.pk, "yes", "a" * 32)


def test_thousands_are_written_in_few_statements(meeting: Meeting) -> None:
    people = [(f"职{n}", f"{n}") for n in range(3000)]
    with CaptureQueriesContext(connection) as asked:
        enrol(meeting.chair, *people)
    assert len(asked) < 100
    assert meeting.room.on_roll == 3000

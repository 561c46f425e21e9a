"""Who speaks for each side: settled, agreed, and replaced when somebody leaves."""

from datetime import timedelta

import pytest

from negotiate import moment
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, ClockKind, Side, Stage, TermState
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.people.staff_file import StaffRow
from negotiate.rooms import recorders
from negotiate.rooms.actions import (
    calling,
    composing,
    composition,
    consent,
    enrolment,
    ledger,
    offering,
    seating,
    sitting,
)
from negotiate.rooms.actions.offering import Proposal
from negotiate.rooms.models import Reply
from negotiate.rooms.order import ordered
from tests.negotiate.meeting import Meeting
from tests.negotiate.ordinary import CHAIR, EMPLOYER_CHIEF, RECORDER, Ordinary
from tests.negotiate.refusing import refuses
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def composing_sides(db: None) -> Ordinary:
    return Ordinary().to(Stage.COMPOSING)


@pytest.fixture
def talking(db: None) -> Ordinary:
    return Ordinary().to(Stage.IN_SESSION)


def row(name: str, side: Side | None, capacity: Capacity) -> RosterRow:
    return RosterRow(name, "", "", side, capacity)


def test_lists_that_the_place_does_not_allow_are_not_settled(composing_sides: Ordinary) -> None:
    talks = composing_sides
    refuses("第十九条", composing.settle_roster, talks.desk)
    talks.compose()
    extra = row("陈七", W, Capacity.REPRESENTATIVE)
    seating.seat_persons(talks.desk, [extra])
    refuses("第十九条", composing.settle_roster, talks.desk)
    seating.unseat(talks.desk, talks.seat("陈七").pk)
    composing.settle_roster(talks.desk)
    assert talks.room.is_at is Stage.PREPARING


def test_where_the_employer_may_have_fewer_the_lists_need_not_be_equal(db: None) -> None:
    talks = Ordinary(place="shanghai").to(Stage.COMPOSING)
    talks.compose()
    seating.seat_persons(talks.desk, [row("陈七", W, Capacity.REPRESENTATIVE)])
    composing.settle_roster(talks.desk)


def test_how_somebody_was_chosen_is_kept_with_the_seat(composing_sides: Ordinary) -> None:
    talks = composing_sides
    chosen = RosterRow(
        "李秀英", "", "焊工", W, Capacity.REPRESENTATIVE, True, True, "职代会选举，赞成 55 票"
    )
    seating.seat_persons(talks.desk, [chosen])
    seat = talks.seat("李秀英")
    assert (seat.woman, seat.front_line, seat.produced) == (True, True, "职代会选举，赞成 55 票")


def test_the_recorder_is_agreed_when_both_chiefs_name_the_same(db: None) -> None:
    talks = Ordinary().to(Stage.PREPARING)
    recorder = talks.seat(RECORDER)
    seating.seat_persons(talks.desk, [row("白露", None, Capacity.RECORDER)])
    composing.agree_recorder(talks.chief(W), recorder.pk)
    composing.agree_recorder(talks.chief(E), talks.seat("白露").pk)
    assert recorders.agreed(talks.room) is None
    composing.agree_recorder(talks.chief(E), recorder.pk)
    assert recorders.agreed(talks.room) == recorder


def test_nobody_who_negotiates_keeps_the_record(db: None) -> None:
    talks = Ordinary().to(Stage.PREPARING)
    chief = talks.chief(W)
    refuses("只能从名单上的记录员", composing.agree_recorder, chief, talks.chief(E).pk)


def test_whoever_leaves_has_no_link_no_seat_at_the_table_and_no_say(talking: Ordinary) -> None:
    leaves = talking.seat("孙立")
    phone = seated(leaves)
    composing.vacate(talking.desk, leaves.pk, reason="调到外地")
    assert "孙立" not in talking.seats
    assert phone.get(f"/s/{leaves.pk}/").status_code == 404
    with pytest.raises(Refused, match="不在这个会场"):
        ledger.propose(leaves, talking.term.pk, {"body": "一"}, answers=None)
    clock = talking.room.clocks.get(kind=ClockKind.VACANCY)
    assert clock.about == leaves.pk


def test_a_replacement_of_the_same_side_and_capacity_fills_the_vacancy(talking: Ordinary) -> None:
    desk = talking.desk
    composing.vacate(desk, talking.seat("孙立").pk, reason="调到外地")
    vacancies = talking.room.clocks.going().filter(kind=ClockKind.VACANCY)
    wrong = row("陈七", W, Capacity.REPRESENTATIVE)
    refuses("只能补上出缺的代表", seating.seat_persons, desk, [wrong])
    seating.seat_persons(desk, [row("周八", E, Capacity.REPRESENTATIVE)])
    assert not vacancies.exists()
    refuses("只能补上出缺的代表", seating.seat_persons, desk, [wrong])


def test_nobody_leaves_in_the_middle_of_a_vote_nor_who_keeps_the_desk(talking: Ordinary) -> None:
    refuses("管着会务", composing.vacate, talking.desk, talking.desk.pk, reason="退休")
    ledger.propose(talking.chief(W), talking.term.pk, {"body": "一"}, answers=None)
    consent.open_poll(talking.presiding(), talking.term.pk, [W, E])
    leaves = talking.seat("孙立")
    refuses("等表决结束", composing.vacate, talking.desk, leaves.pk, reason="调走")


def test_without_a_chief_nothing_is_settled_until_there_is_another(talking: Ordinary) -> None:
    ledger.propose(talking.chief(W), talking.term.pk, {"body": "一"}, answers=None)
    composing.vacate(talking.desk, talking.chief(E).pk, reason="离职")
    digest = ledger.current(talking.term).digest
    worker, term = talking.chief(W), talking.term.pk
    with pytest.raises(Refused, match="企业方首席代表出缺"):
        consent.confirm(worker, term, digest)
    refuses("企业方首席代表出缺", ledger.propose, worker, term, {"body": "二"}, answers=1)
    seating.seat_persons(talking.desk, [row("马九", E, Capacity.CHIEF)])
    seating.check_in(talking.chief(E), remote=False)
    for side in Side:
        consent.confirm(talking.chief(side), term, digest)


def test_a_presiding_chief_who_leaves_hands_over(db: None) -> None:
    talks = Ordinary().to(Stage.SUSPENDED)
    sitting.resume(talks.presiding())
    assert talks.presiding().person.name == EMPLOYER_CHIEF
    composing.vacate(talks.desk, talks.chief(E).pk, reason="离职")
    assert talks.presiding().person.name == CHAIR


def test_the_recorder_who_left_is_agreed_no_more(db: None) -> None:
    talks = Ordinary().to(Stage.PREPARING)
    talks.agree_recorder()
    composing.vacate(talks.desk, talks.seat(RECORDER).pk, reason="病假")
    assert recorders.agreed(talks.room) is None
    assert not Seat.objects.at_table().filter(room=talks.room, capacity="recorder").exists()


def test_a_meeting_that_has_become_ordinary_goes_on_with_its_people_and_terms(
    in_session: Meeting,
) -> None:
    in_session.agree()
    sitting.escalate(in_session.chair, reason="要签专项集体合同")
    at = moment.now() + timedelta(days=30)
    proposal = Proposal("订立专项集体合同", "《劳动合同法》第五十二条", at, "会议室", 3)
    offering.make_offer(in_session.chief(W), proposal)
    offering.respond(in_session.chief(E), Reply.AGREE)
    rows = [row(f"增补{n}{side}", side, Capacity.REPRESENTATIVE) for side in Side for n in (1,)]
    seating.seat_persons(in_session.chair, [*rows, row("沈怡", None, Capacity.RECORDER)])
    composing.settle_roster(in_session.chair)
    recorder = in_session.room.seats.get(capacity="recorder")
    for side in Side:
        composing.agree_recorder(in_session.chief(side), recorder.pk)
    calling.call(in_session.chair, at=at, place="会议室", first=E)
    sitting.open_check_in(in_session.chair)
    for seat in in_session.room.seats.select_related("person", "room"):
        seating.check_in(seat, remote=False)
    sitting.begin(in_session.room.seats.get(presides=True))
    assert in_session.room.is_at is Stage.IN_SESSION
    in_session.term.refresh_from_db()
    assert in_session.term.is_at is TermState.AGREED


@pytest.mark.parametrize(("in_congress", "count"), [(True, None), (False, 3)])
def test_a_roll_of_delegates_alone_says_nothing_of_how_many_work_there(
    db: None, in_congress: bool, count: int | None
) -> None:
    """A list of the congress is no list of the staff: a contract must not call it that."""
    told = Ordinary().to(Stage.IN_SESSION)
    rows = [StaffRow(n, f"代表{n}", f"D{n}", "", in_congress=True) for n in range(1, 3)]
    rows.append(StaffRow(3, "职工三", "D3", "", in_congress=in_congress))
    with ordered(told.desk, Action.ENROL) as order:
        enrolment.enrol(order, rows)
    assert composition.head_count(told.room) == count

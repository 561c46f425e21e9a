"""Which compositions of a meeting are lawful."""

import pytest

from negotiate.law.refusal import Refused
from negotiate.law.roster import Member, problems, require_lawful
from negotiate.law.words import Capacity, Side

W, E = Side.WORKER, Side.EMPLOYER
CHIEF, REPRESENTATIVE = Capacity.CHIEF, Capacity.REPRESENTATIVE
EXPERT, RECORDER, ATTENDEE = Capacity.EXPERT, Capacity.RECORDER, Capacity.ATTENDEE


def member(
    key: str, side: Side | None, capacity: Capacity, presides: bool = False, outside: bool = False
) -> Member:
    return Member(f"{key}某", key, side, capacity, presides, outside)


LAWFUL = (
    member("赵", W, CHIEF, presides=True),
    member("钱", W, REPRESENTATIVE),
    member("孙", E, CHIEF),
    member("李", E, REPRESENTATIVE),
    member("周", None, RECORDER),
    member("吴", None, ATTENDEE),
)


def told(*members: Member) -> list[str]:
    return [str(problem) for problem in problems(members)]


def test_a_chief_a_side_and_one_who_presides_is_lawful() -> None:
    assert problems(LAWFUL) == ()
    require_lawful(LAWFUL)


def test_a_chief_alone_on_each_side_is_enough() -> None:
    assert told(LAWFUL[0], LAWFUL[2]) == []


def test_an_empty_meeting_lacks_everything() -> None:
    assert told() == [
        "职工方还没有首席代表。",
        "企业方还没有首席代表。",
        "还没有定下由谁主持会议。",
    ]


def test_two_chiefs_on_one_side_are_one_too_many() -> None:
    assert told(*LAWFUL, member("郑", W, CHIEF)) == ["职工方只能有一名首席代表，现在有 2 名。"]


def test_nobody_stands_on_both_sides() -> None:
    doubled = member("钱", E, REPRESENTATIVE)
    assert told(*LAWFUL, doubled) == ["钱某不能同时代表职工方和企业方。"]


def test_nobody_holds_two_seats() -> None:
    assert told(*LAWFUL, member("钱", None, RECORDER)) == ["钱某在名单里出现了不止一次。"]


def test_two_people_may_share_a_name() -> None:
    namesake = Member("钱某", "另一个人", E, REPRESENTATIVE)
    assert told(*LAWFUL, namesake) == []


@pytest.mark.parametrize("capacity", [CHIEF, REPRESENTATIVE, EXPERT])
def test_whoever_speaks_for_a_side_must_have_one(capacity: Capacity) -> None:
    assert told(*LAWFUL, member("郑", None, capacity)) == [
        f"郑某是{capacity.label}，要写明代表哪一方。"
    ]


@pytest.mark.parametrize("capacity", [RECORDER, ATTENDEE])
@pytest.mark.parametrize("side", [None, W, E])
def test_recorder_and_attendees_need_no_side(capacity: Capacity, side: Side | None) -> None:
    assert told(*LAWFUL, member("郑", side, capacity)) == []


@pytest.mark.parametrize(
    ("representatives", "experts", "lawful"),
    [(0, 1, False), (1, 1, True), (2, 2, False), (3, 2, True), (4, 3, False), (5, 3, True)],
)
def test_experts_are_at_most_a_third_of_their_side(
    representatives: int, experts: int, lawful: bool
) -> None:
    side = [member("赵", W, CHIEF, presides=True), member("孙", E, CHIEF)]
    side += [member(f"代表{n}", W, REPRESENTATIVE) for n in range(representatives)]
    side += [member(f"专家{n}", W, EXPERT) for n in range(experts)]
    refused = (
        f"职工方的外聘人员不能超过本方代表的三分之一："
        f"代表共 {1 + representatives + experts} 人，其中外聘 {experts} 人。"
    )
    assert told(*side) == ([] if lawful else [refused])


def test_a_representative_from_outside_counts_as_an_expert() -> None:
    outsider = member("郑", W, REPRESENTATIVE, outside=True)
    assert told(*LAWFUL, outsider) == []
    assert len(told(*LAWFUL, outsider, member("王", W, EXPERT))) == 1


def test_attendees_do_not_thin_out_the_experts() -> None:
    crowd = [member(f"列席{n}", W, ATTENDEE) for n in range(9)]
    experts = [member("郑", W, EXPERT), member("王", W, EXPERT)]
    assert len(told(*LAWFUL, *crowd, *experts)) == 1


def test_a_chief_is_never_from_outside() -> None:
    outsider = member("孙", E, CHIEF, outside=True)
    assert "孙某不是本单位的人，不能当首席代表。" in told(LAWFUL[0], LAWFUL[1], outsider)


def test_only_one_person_presides() -> None:
    second = member("郑", E, REPRESENTATIVE, presides=True)
    assert told(*LAWFUL, second) == ["会议只能由一个人主持，现在写了 2 个人。"]


def test_the_first_problem_is_what_refuses() -> None:
    with pytest.raises(Refused, match="职工方还没有首席代表"):
        require_lawful(())

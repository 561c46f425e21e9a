"""That a side has signed and sealed is said by its own people: nobody completes a paper in ink
alone."""

import pytest

from agreements.signing.comparing import compared, find, points_of
from agreements.signing.points import Point, Sort
from negotiate.law.words import Side, Stage
from negotiate.people.models import Seat
from tests.agreements.signing.scanned import accept, agree, bring, newest
from tests.agreements.signing.test_comparing import differs, scan_of
from tests.negotiate.contract import Agreed
from tests.negotiate.meeting import Meeting
from tests.negotiate.refusing import refuses
from tests.negotiate.rooms.pages import shown
from tests.visitor import Visitor, seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER
COMPARE = "paper/scan/compare/"


def of(seat: Seat, side: str) -> list[Point]:
    return [point for point in points_of(newest(seat)) if point.side == side]


def say(seat: Seat, *points: Point) -> None:
    for point in points:
        find(seat, point=point.key, edition=scan_of(seat).edition)


def asked(visitor: Visitor, seat: Seat) -> set[str]:
    """The points at which this page has the button."""
    cards = shown(visitor, seat, COMPARE).split('class="card point')[1:]
    return {card.split('id="')[1].split('"')[0] for card in cards if ">相符</button>" in card}


def test_hands_and_seals_belong_to_who_gave_them(summed: Meeting) -> None:
    points = points_of(newest(summed.chair))
    for side in Side:
        mine = of(summed.chair, side)
        assert [point.sort for point in mine] == [Sort.HAND, Sort.SEAL]
        assert mine[0].whose == summed.chief(side).person.name
    others = [point for point in points if not point.side]
    assert [point.whose for point in others if point.whose] == [
        seat.person.name for seat in summed.seats.values() if seat.capacity == "recorder"
    ]


@pytest.mark.parametrize("side", Side)
def test_nobody_else_settles_them(summed: Meeting, side: Side) -> None:
    bring(summed.chair)
    mine = of(summed.chair, side)
    agree(summed.chair, *(point.key for point in mine))
    for seat in (summed.chair, summed.chief(side.other)):
        say(seat, *mine)
    refuses("还有 2 处没有比对", accept, summed.chair)
    say(summed.chief(side), *mine)
    assert accept(summed.chair).grade == "C"


def test_who_keeps_the_desk_of_a_contract_settles_his_own_sides_alone(db: None) -> None:
    made = Agreed().on(Stage.RATIFIED)
    desk = made.desk
    assert desk.side == W
    bring(desk)
    say(desk, *points_of(made.paper))
    refuses("还有 2 处没有比对", accept, desk)
    onlooker = next(s for s in made.seats.values() if s.side == E and not s.is_chief)
    assert "由会务和双方首席代表比对" in shown(seated(onlooker), onlooker, COMPARE)
    say(made.chief(E), *of(desk, E))
    assert accept(desk).grade == "C"


def test_others_may_still_say_that_a_seal_is_not_there(summed: Meeting) -> None:
    bring(summed.chair)
    agree(summed.chair)
    seal = of(summed.chair, E)[1]
    differs(summed.chief(W), seal.key, "没有盖章")
    refuses("有人看出不符", accept, summed.chair)
    say(summed.chief(W), seal)
    assert all(one.is_settled for one in compared(newest(summed.chair), scan_of(summed.chair)))


def test_each_page_asks_for_its_own_and_says_whose_the_others_are(summed: Meeting) -> None:
    bring(summed.chair)
    chair = summed.chair
    common = {point.key for point in of(chair, "")}
    assert asked(signed_in(summed.account), chair) == common
    for side in Side:
        chief = summed.chief(side)
        phone = seated(chief)
        assert asked(phone, chief) == common | {point.key for point in of(chair, side)}
        page = shown(phone, chief, COMPARE)
        assert f"等{side.other.label}首席代表看" in page
        assert f"等{side.label}首席代表看" not in page
        assert "由您一方的人看了才算" in page
    onlooker = summed.other(E)
    phone = seated(onlooker)
    page = shown(phone, onlooker, COMPARE)
    for side in Side:
        assert f"{side.label}的签字和公章，等{side.label}首席代表看：2 处" in page
    agree(chair)
    page = shown(phone, onlooker, COMPARE)
    assert "首席代表看" not in page
    assert "全部相符，等主持人完成签署" in page

"""What narrows a list down: days, titles, figures, and who asks."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from agreements.archive import asked
from agreements.archive.actions import Agreed
from agreements.archive.asked import Where
from agreements.archive.models import Card
from agreements.archive.ranges import Range
from agreements.archive.reader import Reader
from agreements.archive.search import Found, Wish, search
from negotiate.people.models import Enterprise
from tests.agreements.archive.shelf import agreed, enterprise, signed

pytestmark = pytest.mark.django_db


def found(firm: Enterprise, wish: Wish) -> Found:
    return search(Reader(frozenset([firm.pk])), wish)


def award(firm: Enterprise, amount: str) -> Card:
    rows = [{"rank": "一等奖", "criterion": "新产品", "amount": amount}]
    return agreed(firm, [Agreed("tier_table", "奖金", f"一等奖 {amount} 元", {"rows": rows})])


def test_nothing_asked_gives_everything_in_reach(firm: Enterprise) -> None:
    cards = [signed(firm, "奖金") for _ in range(3)]
    signed(enterprise("方舟环保"), "奖金")
    assert found(firm, Wish()).keys == [c.key for c in reversed(cards)]
    assert search(Reader(), Wish()).total == 0


def test_the_first_and_the_last_day_of_the_calendar_are_days(firm: Enterprise) -> None:
    signed(firm, "奖金")
    assert found(firm, Wish(since=date.min, until=date.max)).total == 1
    assert found(firm, Wish(until=date.min)).total == 0
    assert found(firm, Wish(since=date.max)).total == 0


def test_a_day_ends_at_midnight_where_the_office_is(firm: Enterprise) -> None:
    at = datetime(2026, 3, 1, 15, 59, 59, 999999, tzinfo=UTC)  # 23:59:59 in Nanjing
    signed(firm, "奖金", at=at)
    day = date(2026, 3, 1)
    assert found(firm, Wish(since=day, until=day)).total == 1
    assert found(firm, Wish(since=day + timedelta(days=1))).total == 0


def test_only_the_title_is_searched_when_that_is_asked(firm: Enterprise) -> None:
    signed(firm, "师带徒报酬", title="食堂用餐会议纪要", signers=("史代图",))
    card = signed(firm, "每月200元", title="师带徒报酬会议纪要", signers=())
    for query in ("徒", "带徒", "师带徒", "纪要 师带徒", "-食堂用餐"):
        hits = found(firm, Wish(asked.read(query), where=Where.TITLE)).keys
        assert hits == [card.key], query
    assert found(firm, Wish(asked.read("sdt"), where=Where.TITLE)).total == 0


def test_a_title_with_the_words_comes_first_when_that_is_asked(firm: Enterprise) -> None:
    old = signed(firm, "每月200元", title="师带徒报酬会议纪要")
    new = signed(firm, "师带徒报酬", title="食堂用餐会议纪要")
    wish = Wish(asked.read("师带徒"))
    assert found(firm, wish).keys == [new.key, old.key]
    wish = Wish(asked.read("师带徒"), newest=False)
    assert found(firm, wish).keys == [old.key, new.key]


def test_a_title_with_the_pairs_of_a_word_apart_does_not_come_first(firm: Enterprise) -> None:
    old = signed(firm, "师带徒报酬", title="师带和带徒会议纪要")
    new = signed(firm, "师带徒报酬", title="食堂用餐会议纪要")
    wish = Wish(asked.read("师带徒"), newest=False)
    assert found(firm, wish).keys == [new.key, old.key]


def test_thousands_of_enterprises_are_one_reach(firm: Enterprise) -> None:
    card = signed(firm, "奖金")
    reader = Reader(frozenset([*range(10**6, 10**6 + 5000), firm.pk]))
    assert search(reader, Wish(asked.read("奖"))).keys == [card.key]


@pytest.mark.parametrize(
    ("asked_for", "hits"),
    [
        (Range(), 2),
        (Range(measure="tier_table.amount"), 2),
        (Range(measure="cap.amount"), 0),
        (Range(measure="no such measure"), 0),
        (Range(unit="元", least=Decimal(1000), most=Decimal(1000)), 1),
        (Range(unit="元", least=Decimal("1000.01")), 1),
        (Range(unit="%"), 0),
        (Range(about="一等"), 2),
        (Range(about="二等"), 0),
        (Range(about="%"), 0),
        (Range(least=Decimal(2), most=Decimal(1)), 0),
        (Range(most=Decimal(10) ** 40), 2),
        (Range(least=-(Decimal(10) ** 40)), 2),
        (Range(least=Decimal(10) ** 40), 0),
        (Range(least=Decimal("0.00001"), most=Decimal("5000.00001")), 2),
    ],
)
def test_figures_narrow_what_is_found(firm: Enterprise, asked_for: Range, hits: int) -> None:
    award(firm, "1000.00")
    award(firm, "5000.00")
    signed(firm, "奖金1000元")
    assert found(firm, Wish(figures=(asked_for,))).total == hits


def test_each_of_several_ranges_has_its_figure(firm: Enterprise) -> None:
    award(firm, "1000.00")
    low, high = Range(most=Decimal(1000)), Range(least=Decimal(5000))
    assert found(firm, Wish(figures=(low, high))).total == 0
    rows = [{"rank": n, "criterion": "新", "amount": a} for n, a in (("一", "9000"), ("二", "500"))]
    agreed(firm, [Agreed("tier_table", "奖金", "两档", {"rows": rows})])
    assert found(firm, Wish(figures=(low, high))).total == 1


def test_an_unknown_value_of_a_facet_finds_nothing(firm: Enterprise) -> None:
    signed(firm, "奖金")
    for name, value in (("year", "x"), ("year", "9" * 30), ("grade", "Z"), ("term", "nothing"),
                        ("enterprise", "-1"), ("region", "²")):  # fmt: skip
        assert found(firm, Wish(chosen={name: [value]})).total == 0, (name, value)

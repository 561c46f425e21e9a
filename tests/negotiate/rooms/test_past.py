"""Prices, floors and allowances followed from one agreement to the next."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from negotiate import moment
from negotiate.law import terms
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.people.models import Seat
from negotiate.places.models import CountyProfile, LocalMinimumWage
from negotiate.record.actions import open_book
from negotiate.record.chain import read
from negotiate.rooms import past
from negotiate.rooms.actions import ledger, sitting
from negotiate.rooms.models import Term, Version
from tests.negotiate.meeting import Meeting
from tests.visitor import seated

W = Side.WORKER


def prices(order: str, *rows: tuple[str, str]) -> dict[str, Any]:
    cells = [
        {"process": process, "unit": "件", "minutes": "5", "price": price}
        for process, price in rows
    ]
    return {"order": order, "attainable": "92", "rows": cells}


class Shop(Meeting):
    """An enterprise that agrees on the prices of one order after the other."""

    def __init__(self) -> None:
        super().__init__("piece_rates")
        self.open()
        self.term = Term.objects.filter(item__room=self.room, kind="unit_price_table")[0]
        for other in Term.objects.filter(item__room=self.room).exclude(pk=self.term.pk):
            ledger.defer(self.chair, other.pk, reason="以后再谈")

    def offer(self, order: str, *rows: tuple[str, str]) -> Version:
        answers = self.term.versions.count() or None
        return ledger.propose(self.chief(W), self.term.pk, prices(order, *rows), answers=answers)

    def settle(self, order: str, *rows: tuple[str, str]) -> None:
        if self.offer(order, *rows).gate == Version.Gate.PENDING:
            ledger.rescreen(self.chair, self.term.pk, reduces_rights=False, reason="没有受损")
        self.vote()
        self.confirm()

    def finish(self) -> None:
        sitting.sum_up(self.chair)
        self.player.sign()


@pytest.fixture
def shop(db: None) -> Shop:
    """Give a shop that has signed 甲单 (粗车 2.00, 精车 3.00) and then 乙单 (粗车 2.20)."""
    for order, rows in (
        ("甲单", [("粗车", "2.00"), ("精车", "3.00")]),
        ("乙单", [("粗车", "2.20")]),
    ):
        earlier = Shop()
        earlier.settle(order, *rows)
        earlier.finish()
    return Shop()


def page(seat: Seat, term: Term, query: str = "") -> str:
    answer = seated(seat).get(f"/s/{seat.pk}/terms/{term.pk}/propose/{query}")
    return answer.content.decode()


@pytest.mark.parametrize(
    ("rows", "gate"),
    [
        ([("粗车", "2.19")], "pending"),
        ([("粗 车", "2.19")], "pending"),
        ([("粗车", "2.20")], "clear"),
        ([("粗车", "2.50"), ("精车", "2.99")], "pending"),
        ([("钻孔", "0.10")], "clear"),
    ],
)
def test_a_lower_price_for_a_known_process_asks_the_gate(
    shop: Shop, rows: list[tuple[str, str]], gate: str
) -> None:
    assert shop.offer("丙单", *rows).gate == gate


def test_fewer_minutes_for_a_known_process_ask_the_gate_though_the_price_is_higher(
    shop: Shop,
) -> None:
    raw = prices("丙单", ("粗车", "2.30"))
    raw["rows"][0]["minutes"] = "4"
    version = ledger.propose(shop.chief(W), shop.term.pk, raw)
    assert version.gate == Version.Gate.PENDING
    *_, act = read(shop.room.book)
    assert act["data"]["below_last"] == ["粗车 件 · 标准工时由5 分钟改为4 分钟（-20.0%）"]


def test_the_record_says_against_what_it_was_held(shop: Shop) -> None:
    shop.offer("丙单", ("粗车", "2.00"))
    *_, act = read(shop.room.book)
    assert act["data"]["below_last"] == ["粗车 件 · 单价由2.20 元改为2 元（-9.1%）"]


def test_whoever_answers_the_gate_sees_what_fell(shop: Shop) -> None:
    shop.offer("丙单", ("粗车", "2.00"))
    asked = seated(shop.chair).get(f"/s/{shop.chair.pk}/terms/{shop.term.pk}/rescreen/")
    assert "比上次谈定的低" in asked.content.decode()


def test_it_goes_on_once_somebody_has_answered(shop: Shop) -> None:
    shop.settle("丙单", ("粗车", "2.00"))
    assert Term.objects.get(pk=shop.term.pk).state == "agreed"


def test_the_form_shows_each_price_of_before(shop: Shop) -> None:
    text = page(shop.chief(W), shop.term)
    assert "以前谈定过的：2 项" in text
    assert text.count("<polyline") == 1  # only 粗车 has been agreed twice
    assert "乙单" in text
    assert "照上一次的表填" in text


def test_last_times_table_is_filled_in_on_request_without_its_order(shop: Shop) -> None:
    text = page(shop.chief(W), shop.term, "?last=1")
    assert 'name="rows-0-price" value="2.20"' in text
    assert 'name="order" value=""' in text


def test_what_was_typed_is_set_against_last_time(shop: Shop) -> None:
    seat = shop.chief(W)
    given = {"order": "丙单", "rows-0-process": "粗车", "rows-0-unit": "件", "rows-0-minutes": "5",
             "rows-0-price": "1.10", "answers": "", "add_row": "1"}  # fmt: skip
    answer = seated(seat).post(f"/s/{seat.pk}/terms/{shop.term.pk}/propose/", given)
    assert "-1.10 元 (-50.0%)" in answer.content.decode()


def test_an_agreement_that_nobody_has_signed_is_no_past(db: None) -> None:
    unsigned = Shop()
    unsigned.settle("甲单", ("粗车", "2.00"))
    sitting.sum_up(unsigned.chair)
    assert Shop().offer("乙单", ("粗车", "1.00")).gate == Version.Gate.CLEAR


def test_another_enterprises_prices_are_no_past(shop: Shop) -> None:
    other = Meeting("award")
    assert past.agreed_before(other.room, terms.kind("unit_price_table")) == ()


@pytest.fixture
def here(shop: Shop) -> LocalMinimumWage:
    """Let the county have written down its minimum wage, and somebody have checked it."""
    county = CountyProfile.objects.create(
        federation=shop.room.enterprise.federation, base="jiangsu", name="本县", book=open_book()
    )
    return LocalMinimumWage.objects.create(
        profile=county,
        since=date(2024, 1, 1),
        monthly="2260",
        source="本县通知",
        checked_by="李强",
        account=shop.account,
        at=moment.now(),
    )


def test_the_minimum_wage_is_filled_in_and_told_with_its_source(
    shop: Shop, here: LocalMinimumWage
) -> None:
    text = page(shop.chief(W), shop.term)
    assert 'name="minimum_wage" value="2260.00"' in text
    assert "当地现在是每月 2260.00 元（2024-01-01 起）。来源：本县通知" in text


def test_another_figure_than_the_one_in_force_is_refused(
    shop: Shop, here: LocalMinimumWage
) -> None:
    raw = {**prices("丙单", ("粗车", "5")), "minimum_wage": "2000"}
    with pytest.raises(Refused, match="现在是 2,260 元"):
        ledger.propose(shop.chief(W), shop.term.pk, raw)


def test_a_figure_that_nobody_has_checked_refuses_nothing(
    shop: Shop, here: LocalMinimumWage
) -> None:
    here.checked_by = ""
    here.save(update_fields=["checked_by"])
    assert "未核实" in page(shop.chief(W), shop.term)
    raw = {**prices("丙单", ("粗车", "5")), "minimum_wage": "2000"}
    ledger.propose(shop.chief(W), shop.term.pk, raw)


def test_terms_are_held_to_the_last_checked_figure_while_a_newer_one_waits(
    shop: Shop, here: LocalMinimumWage
) -> None:
    here.pk, here.since, here.monthly, here.checked_by = None, date(2025, 1, 1), Decimal(2400), ""
    here.save()
    text = page(shop.chief(W), shop.term)
    assert 'name="minimum_wage" value="2260.00"' in text
    assert "另有新标准每月 2400.00 元（2025-01-01 起），还没有核对。" in text
    with pytest.raises(Refused, match="现在是 2,260 元"):
        ledger.propose(
            shop.chief(W),
            shop.term.pk,
            {**prices("丙单", ("粗车", "5")), "minimum_wage": "2000"},
        )


def test_prices_are_held_to_it_though_nobody_typed_it(shop: Shop, here: LocalMinimumWage) -> None:
    with pytest.raises(Refused, match="低于最低工资 2,260 元"):
        shop.offer("丙单", ("新工序", "0.10"))

"""What a proposal does not show is told to everybody at the table, and asks the gate."""

from typing import Any

import pytest

from negotiate.law.words import Side
from negotiate.record.chain import read
from negotiate.rooms.actions import ledger
from negotiate.rooms.models import Term, Version
from tests.negotiate.meeting import Meeting
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER
PRICES = {
    "order": "甲单",
    "rows": [{"process": "粗车", "unit": "件", "minutes": "5", "price": "2"}],
}
MENTOR = {
    "payee": "师傅", "base": "徒弟当月计件工资额", "share": "100", "months": "1",
    "example_quantity": "600", "example_price": "5.5",
}  # fmt: skip
NO_SHARE = "没有写明：有多少职工能在法定工时内完成定额（要达到百分之九十以上）。"
NO_FLOOR = "没有写明：徒弟的保底工资是多少（不能低于当地最低工资）。"
CASES = [
    ("piece_rates", "unit_price_table", PRICES, {"attainable": "92"}, NO_SHARE),
    ("mentor_pay", "formula", MENTOR, {"floor": "2600"}, NO_FLOOR),
]


@pytest.mark.parametrize(("about", "kind", "raw", "filled", "said"), CASES)
def test_an_empty_blank_is_told_to_both_sides_and_the_chair_and_asks_the_gate(
    db: None, about: str, kind: str, raw: dict[str, Any], filled: dict[str, Any], said: str
) -> None:
    meeting = Meeting(about)
    meeting.open()
    term = Term.objects.get(item__room=meeting.room, kind=kind)
    version = ledger.propose(meeting.chief(W), term.pk, raw)
    assert version.gate == Version.Gate.PENDING
    *_, act = read(meeting.room.book)
    assert act["data"]["not_shown"] == [said]
    desk = seated(meeting.chair)
    eyes = [(meeting.chair, desk), *((meeting.chief(s), seated(meeting.chief(s))) for s in (W, E))]
    for seat, visitor in eyes:
        page = visitor.get(f"/s/{seat.pk}/").content.decode()
        assert said in page
        assert "新方案有该写明的没有写明" in page
        assert "变得对职工不利" not in page
    asked = desk.get(f"/s/{meeting.chair.pk}/terms/{term.pk}/rescreen/")
    assert said in asked.content.decode()
    shown = ledger.propose(meeting.chief(E), term.pk, {**raw, **filled}, answers=1)
    assert shown.gate == Version.Gate.CLEAR
    assert said not in desk.get(f"/s/{meeting.chair.pk}/").content.decode()

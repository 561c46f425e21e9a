"""A county's archive to look things up in: mentoring of several industries and years; floors."""

from datetime import UTC, datetime
from typing import Any, Final

from agreements.archive.actions import Agreed
from agreements.archive.publishing import publish
from negotiate.law import terms
from negotiate.people.entry import entry_path
from negotiate.people.industries import Industry
from negotiate.people.models import Account, Enterprise, Federation
from tests.agreements.archive.shelf import agreed, chair, enterprise

COUNTY: Final = "阜宁县总工会"
WANTED: Final = "神瑞胶业师带徒奖励会议纪要"


def fill() -> str:
    """Write the agreements; give the officer's way in."""
    machines = _firm("神瑞胶业", Industry.MACHINERY)
    cloth = _firm("恒达纺织", Industry.TEXTILES)
    for firm, year, reward in (
        (machines, 2026, 1200),
        (machines, 2025, 1500),
        (machines, 2026, 800),
        (cloth, 2026, 2000),
    ):
        what = WANTED if (firm, year, reward) == (machines, 2026, 1200) else f"{firm}师带徒会议纪要"
        _mentoring(firm, year, reward, what)
    for number in range(30):
        _floors(machines if number % 2 else cloth, 2000 + number * 10)
    federation = Federation.objects.get(name=COUNTY)
    return entry_path(Account.objects.create_user("officer", name="王芳", federation=federation))


def _firm(name: str, industry: Industry) -> Enterprise:
    firm = enterprise(name, under=COUNTY)
    firm.industry = industry.value
    firm.save()
    return firm


def _mentoring(firm: Enterprise, year: int, reward: int, title: str) -> None:
    rows = [
        {"rank": "出师", "criterion": "徒弟独立上岗", "amount": f"{reward}.00"},
        {"rank": "在学", "criterion": "每月考评合格", "amount": "200.00"},
    ]
    term = _term("tier_table", "师带徒奖励", {"rows": rows})
    agreed(firm, [term], title, "mentoring", datetime(year, 5, 6, 2, tzinfo=UTC))


def _floors(firm: Enterprise, amount: int) -> None:
    row = {"post": "焊工", "enterprise": "", "last_year": "", "amount": f"{amount}.00"}
    value = {"year": "2026年度", "minimum_wage": "", "rows": [row]}
    card = agreed(firm, [_term("post_floor_table", "岗位最低工资", value)], kind="post_floors")
    if amount == 2000:
        publish(firm.accounts.first() or chair(firm), card)


def _term(kind: str, heading: str, value: dict[str, Any]) -> Agreed:
    return Agreed(kind, heading, terms.word(kind, heading, value).text, value)

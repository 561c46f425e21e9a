"""Terms as parties would put them on the table: what a form gives, for each kind that a matter
starts with."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Any, Final

from tests.load.corpus.words import (
    BRANDS,
    DEEDS,
    DISHES,
    GOODS,
    GRADES,
    POSTS,
    PROCESSES,
    TIERS,
    UNITS,
)

Raw = dict[str, Any]
MINIMUM: Final = 2010  # yuan a month: no floor is below


def _some(draw: Random, of: Sequence[str], least: int, most: int) -> list[str]:
    """So many of them, in their order."""
    places = sorted(draw.sample(range(len(of)), min(draw.randint(least, most), len(of))))
    return [of[place] for place in places]


def _tier_table(draw: Random) -> Raw:
    ranks = _some(draw, TIERS, 3, 5)
    amount = draw.randrange(200, 1000, 100)
    rows: list[dict[str, Any]] = []
    for rank in reversed(ranks):
        deed = draw.choice(DEEDS).format(n=draw.randint(2, 90))
        rows.insert(0, {"rank": rank, "criterion": deed, "amount": amount})
        amount *= draw.randint(2, 4)
    return {"rows": rows}


def _formula(draw: Random) -> Raw:
    return {
        "payee": draw.choice(["师傅", "导师", "带教师傅"]),
        "base": f"徒弟{draw.choice(POSTS)}岗位当月计件工资额",
        "share": draw.choice([5, 8, 10, 12, 15, 20, 30, 50, 100]),
        "months": draw.randint(1, 12),
        "cap": draw.choice([None, 800, 1000, 1500, 2000]),
        "protected": "徒弟",
        "floor": draw.randrange(MINIMUM, 4000, 10),
        "example_quantity": draw.randrange(100, 900, 10),
        "example_price": f"{draw.uniform(0.5, 9):.2f}",
    }


def _unit_price_table(draw: Random) -> Raw:
    brand = "".join(draw.choices(BRANDS, k=2))
    order = f"{brand}{draw.choice(GOODS)} HT{draw.randint(100, 9999)} 型 {draw.randint(2, 90)}00 件"
    rows = []
    for process in _some(draw, PROCESSES, 3, 8):
        minutes = Decimal(draw.randint(2, 60)) / 2
        price = f"{float(minutes) * draw.uniform(0.3, 0.7):.2f}"
        rows.append(
            {"process": process, "unit": draw.choice(UNITS), "minutes": minutes, "price": price}
        )
    return {
        "order": order,
        "attainable": draw.randint(90, 99),
        "minimum_wage": MINIMUM,
        "rows": rows,
    }


def _allowance_ladder(draw: Random) -> Raw:
    amount, rows = draw.randrange(50, 400, 50), []
    for grade in _some(draw, GRADES, 3, 6):
        rows.append({"grade": grade, "amount": amount})
        amount += draw.randrange(100, 600, 50)
    return {"basis": draw.choice([None, "按职业技能等级证书", "由企业考评小组评定"]), "rows": rows}


def _post_floor_table(draw: Random) -> Raw:
    rows = []
    for post in _some(draw, POSTS, 4, 10):
        amount = draw.randrange(MINIMUM + 190, 7000, 10)
        last = draw.choice([None, amount - draw.randrange(10, 200, 10)])
        rows.append({"post": post, "enterprise": None, "last_year": last, "amount": amount})
    year = f"{draw.randint(2015, 2026)}年度"
    return {"year": year, "minimum_wage": MINIMUM, "rows": rows}


def _choice(draw: Random) -> Raw:
    names = sorted({f"{''.join(draw.choices(BRANDS, k=2))}餐饮" for _ in range(4)})
    scores = draw.sample(range(700, 1000), len(names))
    best = max(range(len(names)), key=scores.__getitem__)
    rows = [
        {"option": name, "score": Decimal(score) / 10}
        for name, score in zip(names, scores, strict=True)
    ]
    method = "职工代表当场试吃，按口味、卫生、价格、服务四项打分，取平均分。"
    return {"chosen": names[best], "buying": "free", "method": method, "rows": rows}


def _checklist(draw: Random) -> Raw:
    rows = [
        {"item": dish, "count": draw.randint(1, 3), "unit": "份"}
        for dish in _some(draw, DISHES, 3, 5)
    ]
    return {"rows": rows}


def _change(draw: Random) -> Raw:
    before = draw.randrange(2100, 8000, 50)
    return {
        "subject": f"{draw.choice(POSTS)}岗位基本工资",
        "from_amount": before,
        "to_amount": before + draw.randrange(50, 900, 10),
        "unit": "元",
        "favours": "higher",
    }


def _text(draw: Random) -> Raw:
    name = "".join(draw.choices(BRANDS, k=2))
    good, post = draw.choice(GOODS), draw.choice(POSTS)
    body = (
        f"{name}{good}生产线自动化改造期间，{post}岗位职工不因改造减少收入，转岗前安排"
        f"{draw.randint(5, 60)}天带薪培训；"
        f"改造后第{draw.randint(1, 12)}个月起按新的定额执行，定额由双方共同测定。"
    )
    return {"body": body}


MAKERS: Final[Mapping[str, Callable[[Random], Raw]]] = {
    maker.__name__.removeprefix("_"): maker
    for maker in (
        _tier_table, _formula, _unit_price_table, _allowance_ladder, _post_floor_table, _choice,
        _checklist, _change, _text,
    )
}  # fmt: skip
"""By the kind of term."""

"""Sound values of every kind, and pairs of versions from one lineage."""

from collections.abc import Callable
from datetime import date as day
from decimal import Decimal
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from negotiate.law.terms import KINDS, Value, parse

Raw = dict[str, Any]
Draw = st.DrawFn

# Few names, so that two versions of a table share rows.
NAMES = ("粗车", "精车", "钻孔 3", "一等奖", "二等奖", "盛味", "荤菜")

words = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=12
).filter(str.strip)
yuan = st.decimals("0.01", "999999.99", places=2) | st.integers(1, 10**11).map(Decimal)
amounts = st.decimals("0.0001", "99999.9999", places=4) | st.integers(1, 500).map(Decimal)
counts = st.integers(1, 10**6)
shares = st.decimals("0.01", "100", places=2) | st.integers(1, 100).map(Decimal)


favours = st.sampled_from(["higher", "lower"])


def names(draw: Draw, least: int) -> list[str]:
    return draw(st.lists(st.sampled_from(NAMES), min_size=least, unique=True))


def tier_table(draw: Draw) -> Raw:
    ranks = names(draw, 2)
    steps = st.lists(yuan, min_size=len(ranks), max_size=len(ranks), unique=True)
    ladder = sorted(draw(steps), reverse=draw(st.booleans()))
    rows = [
        {"rank": rank, "criterion": draw(words), "amount": amount}
        for rank, amount in zip(ranks, ladder, strict=True)
    ]
    return {"rows": rows}


def formula(draw: Draw) -> Raw:
    floor = draw(st.none() | yuan)
    minimum = draw(st.none() | st.just(floor / 2)) if floor and floor > 1 else None
    return {
        "payee": draw(words),
        "base": draw(words),
        "share": draw(shares),
        "months": draw(counts),
        "cap": draw(st.none() | yuan),
        "protected": draw(st.none() | words) if floor else None,
        "floor": floor,
        "minimum_wage": None if minimum is None else round(minimum, 2),
        "example_quantity": draw(amounts),
        "example_price": draw(st.decimals("0.01", "9999.99", places=2)),
    }


def unit_price_table(draw: Draw) -> Raw:
    minimum = draw(st.none() | st.decimals("1000", "4000", places=2))
    rows = []
    for name in names(draw, 1):
        minutes = draw(amounts)
        price = draw(yuan)
        if minimum is not None:
            price += round(minimum * minutes / 9000, 2)
        unit = draw(st.sampled_from(["件", "米"]))
        rows.append({"process": name, "unit": unit, "minutes": minutes, "price": price})
    attainable = draw(st.none() | st.decimals("90", "100", places=2))
    return {"order": draw(words), "attainable": attainable, "minimum_wage": minimum, "rows": rows}


def allowance_ladder(draw: Draw) -> Raw:
    grades = names(draw, 2)
    ladder = sorted(draw(st.lists(yuan, min_size=len(grades), max_size=len(grades))))
    rows = [
        {"grade": grade, "amount": amount} for grade, amount in zip(grades, ladder, strict=True)
    ]
    return {"basis": draw(st.none() | words), "rows": rows}


def post_floor_table(draw: Draw) -> Raw:
    rows: list[Raw] = [
        {
            "post": name,
            "enterprise": draw(st.sampled_from([None, "甲厂", "乙厂"])),
            "last_year": draw(st.none() | yuan),
            "amount": draw(yuan),
        }
        for name in names(draw, 1)
    ]
    least = min(row["amount"] for row in rows)
    minimum = draw(st.none() | st.just(least))
    return {"year": draw(words), "minimum_wage": minimum, "rows": rows}


def choice(draw: Draw) -> Raw:
    options = names(draw, 2)
    size = len(options)
    unit = draw(st.sampled_from([None, "分", "票"]))
    figures = counts.map(Decimal) if unit == "票" else amounts
    scores = draw(st.lists(figures, min_size=size, max_size=size))
    tied = [n for n, score in enumerate(scores) if score == max(scores)]
    again = draw(st.lists(figures, min_size=len(tied), max_size=len(tied), unique=True))
    second = dict(zip(tied, again, strict=True)) if len(tied) > 1 else {}
    rows = [
        {"option": option, "score": score, "second": second.get(n), "note": draw(st.none() | words)}
        for n, (option, score) in enumerate(zip(options, scores, strict=True))
    ]
    chosen = options[max(tied, key=lambda n: second.get(n, Decimal()))]
    buying = draw(st.sampled_from(["no", "free"]))
    return {
        "chosen": chosen, "unit": unit, "method": draw(st.none() | words), "buying": buying,
        "rows": rows,
    }  # fmt: skip


def checklist(draw: Draw) -> Raw:
    units = st.sampled_from([None, "份", "次"])
    return {
        "rows": [
            {"item": name, "count": draw(counts), "unit": draw(units)} for name in names(draw, 1)
        ]
    }


def change(draw: Draw) -> Raw:
    before, after = draw(st.tuples(amounts, amounts).filter(lambda pair: pair[0] != pair[1]))
    return {
        "subject": draw(words),
        "from_amount": before,
        "to_amount": after,
        "unit": draw(st.sampled_from(["小时", "%"])),
        "favours": draw(favours),
        "buying": draw(st.sampled_from([None, "no", "free"])),
    }


def date(draw: Draw) -> Raw:
    days = st.dates(min_value=day(2000, 1, 1), max_value=day(2100, 12, 31))
    good = st.sampled_from(["lower", "higher", "neither"])
    return {"label": draw(words), "date": draw(days), "favours": draw(good)}


def amount(draw: Draw) -> Raw:
    per = st.sampled_from(["每人每月", "每人每次"])
    buying = st.sampled_from(["no", "free"])
    return {
        "subject": draw(words), "amount": draw(yuan), "per": draw(per), "favours": draw(favours),
        "buying": draw(buying),
    }  # fmt: skip


def percent(draw: Draw) -> Raw:
    base = st.sampled_from(["月工资", "奖金"])
    return {
        "subject": draw(words), "base": draw(base), "share": draw(shares), "favours": draw(favours)
    }  # fmt: skip


def duration(draw: Draw) -> Raw:
    unit = st.sampled_from(["天", "个工作日", "个月", "年"])
    return {
        "subject": draw(words), "count": draw(counts), "unit": draw(unit),
        "since": draw(st.none() | words), "favours": draw(favours),
    }  # fmt: skip


def cap(draw: Draw) -> Raw:
    per = st.sampled_from(["每月", "每人每餐"])
    return {
        "subject": draw(words), "amount": draw(yuan), "per": draw(per), "favours": draw(favours)
    }  # fmt: skip


def text(draw: Draw) -> Raw:
    return {"body": "\n".join(draw(st.lists(words, min_size=1, max_size=4)))}


MAKERS: dict[str, Callable[[Draw], Raw]] = {
    maker.__name__: maker
    for maker in (
        tier_table, formula, unit_price_table, allowance_ladder, post_floor_table, choice,
        checklist, amount, percent, change, cap, date, duration, text,
    )
}  # fmt: skip


@st.composite
def values(draw: Draw, code: str) -> Value:
    """One sound value."""
    return parse(code, MAKERS[code](draw))


@st.composite
def versions(draw: Draw, code: str) -> tuple[Value, Value]:
    """Two sound values of one lineage: what is fixed is the same in both."""
    old, new = MAKERS[code](draw), MAKERS[code](draw)
    fixed = {field.name for field in KINDS[code].fields if field.fixed}
    new.update({name: old[name] for name in fixed})
    if code == "change":
        assume(new["from_amount"] != new["to_amount"])  # nothing would change
    return parse(code, old), parse(code, new)

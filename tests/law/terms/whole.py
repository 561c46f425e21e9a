"""Values with everything filled in.

A kind has several where one alone cannot be moved in every field: with a floor and a minimum wage,
no floor may be left out; what is good for the workers may be more, or less.
"""

from typing import Any

Raw = dict[str, Any]


def _tiers() -> list[Raw]:
    ranks = (("一等", "增效 20 万元", 9000), ("二等", "增效 5 万元", 3000), ("三等", "被采纳", 500))
    return [{"rows": [{"rank": r, "criterion": c, "amount": a} for r, c, a in ranks]}]


def _formulas() -> list[Raw]:
    full = {
        "payee": "师傅", "base": "徒弟计件工资", "share": 80, "months": 3, "cap": 5000,
        "protected": "徒弟", "floor": 2600, "minimum_wage": 2490, "example_quantity": 600,
        "example_price": 5,
    }  # fmt: skip
    return [full, {**full, "minimum_wage": "", "protected": ""}]


def _prices() -> list[Raw]:
    row = {"process": "粗车", "unit": "件", "minutes": 5, "price": 9}
    rows = [row, {**row, "process": "精车"}]
    return [{"order": "甲单", "attainable": 95, "minimum_wage": 2490, "rows": rows}]


def _ladders() -> list[Raw]:
    grades = (("初级工", 500), ("高级工", 1500), ("首席技师", 6000))
    return [{"basis": "按证书", "rows": [{"grade": g, "amount": a} for g, a in grades]}]


def _floors() -> list[Raw]:
    row = {"post": "焊工", "enterprise": "甲厂", "last_year": 3000, "amount": 3160}
    rows = [row, {**row, "post": "钳工"}]
    return [{"year": "2026年度", "minimum_wage": 2490, "rows": rows}]


def _choices() -> list[Raw]:
    rows = [
        {"option": "甲家", "score": 90, "second": 8, "note": "13 元"},
        {"option": "乙家", "score": 90, "second": 7, "note": "14 元"},
        {"option": "丙家", "score": 80, "second": "", "note": "12 元"},
    ]
    full = {"chosen": "甲家", "unit": "分", "method": "试吃", "buying": "no", "rows": rows}
    alone = [{**row, "second": "", "score": 90 - n} for n, row in enumerate(rows)]
    return [full, {**full, "rows": alone}]


def _lists() -> list[Raw]:
    dishes = (("荤菜", 2), ("素菜", 3))
    return [{"rows": [{"item": name, "count": n, "unit": "份"} for name, n in dishes]}]


def _both_ways(raw: Raw) -> list[Raw]:
    return [{**raw, "favours": "higher"}, {**raw, "favours": "lower"}]


MEALS = {"subject": "餐费", "buying": "no"}
WHOLE: dict[str, list[Raw]] = {
    "tier_table": _tiers(),
    "formula": _formulas(),
    "unit_price_table": _prices(),
    "allowance_ladder": _ladders(),
    "post_floor_table": _floors(),
    "choice": _choices(),
    "checklist": _lists(),
    "amount": _both_ways({**MEALS, "amount": 300, "per": "每人每月"}),
    "percent": _both_ways({"subject": "年金", "base": "月工资", "share": 5}),
    "change": [
        {**MEALS, "from_amount": 15, "to_amount": 20, "unit": "元", "favours": "higher"},
        {**MEALS, "from_amount": 15, "to_amount": 10, "unit": "元", "favours": "lower"},
    ],
    "cap": _both_ways({"subject": "餐费", "amount": 6, "per": "每人每餐"}),
    "date": _both_ways({"label": "开始执行", "date": "2026-05-01"}),
    "duration": _both_ways({"subject": "带薪培训", "count": 10, "unit": "天", "since": "签订之日"}),
    "text": [{"body": "三日内公示。"}],
}

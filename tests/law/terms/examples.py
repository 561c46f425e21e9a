"""Four clauses, one for each worked scenario: what a form gives, and what the paper says.

The press gives only a few of the figures (five tiers from 500 to 30,000 yuan; the whole pay for
one month; nine in ten; two meat, one vegetable, one soup at 10 % less). The rest is ours.
"""

from typing import Any, NamedTuple


class Example(NamedTuple):
    name: str
    code: str
    title: str
    raw: dict[str, Any]
    paragraphs: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]


AWARD = Example(
    "神瑞胶业", "tier_table", "技术创新奖",
    {
        "rows": [
            {"rank": "特等奖", "criterion": "取得专利，年增效 50 万元以上", "amount": "30,000"},
            {"rank": "一等奖", "criterion": "年增效 20 万元以上", "amount": "１５０００"},
            {"rank": "二等奖", "criterion": "年增效 5 万元以上", "amount": 6000},
            {"rank": "三等奖", "criterion": "解决生产难题，经车间验收", "amount": "2000元"},
            {"rank": "鼓励奖", "criterion": "合理化建议被采纳", "amount": " 500 "},
            {"rank": "", "criterion": "", "amount": ""},
        ]
    },
    (
        "设五档技术创新奖，奖励标准如下表；最低 500 元（大写：人民币伍佰元整），"
        "最高 30,000 元（大写：人民币叁万元整）。",
    ),
    (
        ("档次", "条件", "金额（元）", "大写"),
        ("特等奖", "取得专利，年增效 50 万元以上", "30,000", "人民币叁万元整"),
        ("一等奖", "年增效 20 万元以上", "15,000", "人民币壹万伍仟元整"),
        ("二等奖", "年增效 5 万元以上", "6,000", "人民币陆仟元整"),
        ("三等奖", "解决生产难题，经车间验收", "2,000", "人民币贰仟元整"),
        ("鼓励奖", "合理化建议被采纳", "500", "人民币伍佰元整"),
    ),
)  # fmt: skip

MENTOR = Example(
    "方舟环保", "formula", "师带徒期间的计件工资",
    {
        "payee": "师傅", "base": "徒弟当月完成产量计算的计件工资额。", "share": "100%", "months": 1,
        "protected": "徒弟", "floor": "2600", "minimum_wage": "2490",
        "example_quantity": "620", "example_price": "5.5",
    },
    (
        "以徒弟当月完成产量计算的计件工资额为基数，按 100% 的比例（即全部）计发给师傅，"
        "执行期限为 1 个月。",
        "执行期间，徒弟的月工资不低于 2,600 元（大写：人民币贰仟陆佰元整），"
        "且不低于当地月最低工资标准 2,490 元（大写：人民币贰仟肆佰玖拾元整）。",
        "计算示例：当月数量为 620、单价为 5.50 元（大写：人民币伍元伍角整）的，基数为 3,410 元，"
        "按 100% 计算为 3,410 元，师傅当月应得 3,410 元（大写：人民币叁仟肆佰壹拾元整）。",
    ),
    (),
)  # fmt: skip

PIECE_RATES = Example(
    "恒达机械", "unit_price_table", "减速机壳体订单的计件单价",
    {
        "order": "减速机壳体 400 件", "attainable": "92", "minimum_wage": "2490",
        "rows": [
            {"process": "粗车", "unit": "件", "minutes": "18", "price": "6.8"},
            {"process": "精车", "unit": "件", "minutes": "25.5", "price": "10"},
            {"process": "钻孔", "unit": "孔", "minutes": "1.2", "price": "0.45"},
        ],
    },
    (
        "“减速机壳体 400 件”订单各工序的标准工时和计件单价见本条所附表格。",
        "经测算，本岗位 92% 的职工能够在法定工作时间内完成定额。",
        "按每月 20.67 天、每天 8 小时完成定额计算，各工序的月计件工资均不低于当地月最低工资标准 "
        "2,490 元（大写：人民币贰仟肆佰玖拾元整）。",
        "完成定额后安排延长工作时间、休息日工作或者法定休假日工作的，"
        "依法分别按不低于计件单价的 150%、200%、300% 计发。",
    ),
    (
        ("工序", "计量单位", "标准工时（分钟）", "单价（元）", "单价大写"),
        ("粗车", "件", "18", "6.80", "人民币陆元捌角整"),
        ("精车", "件", "25.5", "10.00", "人民币壹拾元整"),
        ("钻孔", "孔", "1.2", "0.45", "人民币肆角伍分"),
    ),
)  # fmt: skip

CATERER = Example(
    "应流机械", "choice", "食堂承包商",
    {
        "chosen": "盛味餐饮",
        "buying": "free",
        "method": "职工代表当场试吃，按口味、卫生、价格、服务四项打分，取平均分。",
        "rows": [
            {"option": "盛味餐饮", "score": "92.50", "note": "每份 13.50 元"},
            {"option": "家常味", "score": 90, "note": ""},
            {"option": "金勺", "score": "88.25"},
            {"option": "好滋味", "score": "85"},
        ],
    },
    (
        "评选办法：职工代表当场试吃，按口味、卫生、价格、服务四项打分，取平均分。",
        "经评选，食堂承包商选定为得分最高的“盛味餐饮”（92.5 分），各方案得分如下表。",
        "买不买由职工自己决定，不得强制消费，不得从工资中统一扣收。",
    ),
    (
        ("方案", "得分", "说明"),
        ("盛味餐饮", "92.5", "每份 13.50 元"),
        ("家常味", "90", "—"),
        ("金勺", "88.25", "—"),
        ("好滋味", "85", "—"),
    ),
)  # fmt: skip

EXAMPLES = (AWARD, MENTOR, PIECE_RATES, CATERER)

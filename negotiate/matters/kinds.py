"""What a matter may be about, and the terms such a matter usually needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from negotiate.law.refusal import N_


@dataclass(frozen=True, slots=True)
class MatterKind:
    """`terms`: (title, kind of term) pairs that a new room starts with."""

    code: str
    label: str
    terms: tuple[tuple[str, str], ...]


_ALL = (
    MatterKind("award", N_("奖励"), ((N_("奖励"), "tier_table"),)),
    MatterKind("mentoring", N_("师带徒"), ((N_("带徒报酬"), "formula"),)),
    MatterKind("piece_rates", N_("计件单价"), ((N_("工序单价"), "unit_price_table"),)),
    MatterKind(
        "catering",
        N_("食堂用餐"),
        (
            (N_("供餐单位"), "choice"),
            (N_("每餐标准"), "checklist"),
            (N_("餐费价格"), "change"),
        ),
    ),
    MatterKind("skills", N_("技能津贴"), ((N_("技能等级津贴"), "allowance_ladder"),)),
    MatterKind("post_floors", N_("岗位最低工资"), ((N_("岗位最低工资"), "post_floor_table"),)),
    MatterKind("pay", N_("工资福利"), ((N_("调整数额"), "change"),)),
    MatterKind("other", N_("其他事项"), ((N_("条款内容"), "text"),)),
)
MATTER_KINDS: Mapping[str, MatterKind] = {kind.code: kind for kind in _ALL}

"""The local minimum wage, as a term states it: a fact to hold pay against."""

from negotiate.law.refusal import N_
from negotiate.law.terms.base import Field

MINIMUM_WAGE_SOURCE = "《劳动法》第四十八条；《最低工资规定》第十二条（以原文为准）"

MINIMUM_WAGE = Field(
    "minimum_wage",
    N_("当地月最低工资"),
    "money",
    required=False,
    better="up",
    missing="worst",
    unit=N_("元"),
    positive=True,
)

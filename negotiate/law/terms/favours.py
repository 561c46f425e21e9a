"""The field by which a term says which direction is good for the workers."""

from negotiate.law.refusal import N_
from negotiate.law.terms.base import Field

FAVOURS = Field(
    "favours",
    N_("对职工来说"),
    "select",
    help=N_("例如：工资越高越有利，餐费越低越有利"),
    choices=(("higher", N_("越高越有利")), ("lower", N_("越低越有利"))),
    fixed=True,
)

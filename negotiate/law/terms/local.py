"""A term held to the minimum wage that is known for the place, instead of what somebody typed."""

from negotiate.law.minimum_wages import MinimumWage
from negotiate.law.refusal import N_, Refused
from negotiate.law.terms.base import Kind, Value
from negotiate.law.terms.phrases import day, figure


def states_minimum(kind: Kind) -> bool:
    """Whether this kind of term names the local minimum wage."""
    return any(field.name == "minimum_wage" for field in kind.fields)


def hold_to(kind: Kind, value: Value, local: MinimumWage | None) -> None:
    """Refuse a typed figure that is not the one in force, and pay below it where none was typed.

    A figure that nobody has verified refuses nothing: the form shows it as such.
    """
    if local is None or not local.verified or not states_minimum(kind):
        return
    typed = value["minimum_wage"]
    if typed == "":
        # A formula that names no floor says nobody's whole pay.
        if value.get("floor") != "":
            kind.check({**value, "minimum_wage": f"{local.monthly:.2f}"})
    elif typed != f"{local.monthly:.2f}":
        raise Refused(
            N_(
                "当地月最低工资现在是 %(local)s 元（%(since)s起），不是 %(typed)s 元，请核对。"
                "来源：%(source)s。"
            ),
            local=figure(local.monthly),
            since=day(local.since.isoformat()),
            typed=figure(typed),
            source=local.source,
        )

"""What somebody writes into a county's rules, before it is let in."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from negotiate.law.refusal import Refused

LEAST, MOST = Decimal(100), Decimal(100_000)  # yuan a month: what lies outside is a slip
_ACT: Final = ("《", "》")


@dataclass(frozen=True)
class NewValue:
    """One rule's new value, where it stands, and who has read it there and when: both or neither.
    `value` is as `Key.require` takes it."""

    key: str
    value: Any
    unit: str
    article: str
    note: str = ""
    checked_by: str = ""
    checked_on: date | None = None

    def require_source(self, today: date) -> None:
        if not all(sign in self.article for sign in _ACT) or self.article.endswith("》"):
            raise Refused("请写明哪部法规、第几条，例如：《江苏省集体协商条例》第十五条。")
        if bool(self.checked_by) is not bool(self.checked_on):
            raise Refused("核对人和核对日期要一起填；还没有核对的，两项都不填。")
        if self.checked_on and self.checked_on > today:
            raise Refused("核对日期不能晚于今天。")

    @property
    def facts(self) -> dict[str, Any]:
        """As the table keeps it."""
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        return {
            "value": value,
            "unit": self.unit,
            "article": self.article,
            "note": self.note,
            "checked_by": self.checked_by,
            "checked_on": self.checked_on,
        }

    @property
    def plain(self) -> dict[str, Any]:
        """As the book keeps it."""
        on = self.checked_on.isoformat() if self.checked_on else ""
        return {"key": self.key, **self.facts, "checked_on": on}


@dataclass(frozen=True)
class NewWage:
    """A minimum wage in yuan from a day on, with the notice it stands in; `checked_by` who has read
    that notice."""

    since: date
    monthly: Decimal
    source: str
    hourly: Decimal | None = None
    checked_by: str = ""

    def require_plausible(self) -> None:
        if not LEAST <= self.monthly <= MOST:
            raise Refused("月最低工资请按元填写，例如 2260。")
        if self.hourly is not None and not 0 < self.hourly < self.monthly:
            raise Refused("小时最低工资请按元填写，例如 22。")
        if not self.source:
            raise Refused("请写明来源：哪个部门、哪份文件。")

    @property
    def facts(self) -> dict[str, Any]:
        """As the table keeps it."""
        return {
            "monthly": self.monthly,
            "hourly": self.hourly,
            "source": self.source,
            "checked_by": self.checked_by,
        }

    @property
    def plain(self) -> dict[str, Any]:
        """As the book keeps it: figures as strings."""
        an_hour = str(self.hourly) if self.hourly is not None else ""
        written = {"since": self.since.isoformat(), "monthly": str(self.monthly)}
        return {**self.facts, **written, "hourly": an_hour}

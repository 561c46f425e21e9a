"""A county with a township, an enterprise in it, and those who keep its rules."""

from datetime import date
from typing import Any

from agreements.scenarios.opening import COUNTY
from negotiate.people.models import Account, Enterprise, Federation
from negotiate.places import actions
from negotiate.places.entries import NewValue
from negotiate.places.models import CountyProfile

CITED = "《江苏省集体协商条例》第十八条"


class County:
    def __init__(self) -> None:
        self.federation, _ = Federation.objects.get_or_create(name=COUNTY)
        self.township = Federation.objects.create(name="新沟镇总工会", parent=self.federation)
        self.enterprise = Enterprise.objects.create(name="某厂", federation=self.township)
        self.officer = Account.objects.create(
            username="officer", name="王科长", federation=self.federation
        )
        self.clerk = Account.objects.create(
            username="clerk", name="镇干事", federation=self.township
        )
        self.chair = Account.objects.create(
            username="works", name="厂主席", enterprise=self.enterprise
        )

    def copied(self, base: str = "jiangsu") -> CountyProfile:
        return actions.copy(self.officer, self.federation, base)

    def override(self, **changed: Any) -> None:
        """Let the county say that an offer is answered within 15 days."""
        county = CountyProfile.objects.get(federation=self.federation)
        facts = {"key": "reply", "value": 15, "unit": "days", "article": CITED}
        actions.override(self.officer, county.pk, NewValue(**{**facts, **changed}))


CHECKED = {"checked_by": "王科长", "checked_on": date(2026, 3, 1)}

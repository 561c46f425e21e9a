"""Numbers of papers: one enterprise's are counted through each year, and none is given twice."""

from datetime import datetime
from typing import Final

from django.utils import timezone

from agreements.papers.models import PaperNumber
from negotiate.people.models import Enterprise

MINUTES: Final = "集协纪"
CONTRACTS: Final = "集合同"


def next_number(enterprise_id: int, now: datetime, series: str) -> str:
    """Take the next number; it is given back only if the transaction fails, before anyone saw it.

    Two rooms of an enterprise may sum up at once: the enterprise's row makes them queue. The lock
    is the weak one, which lets others refer to the enterprise meanwhile.
    """
    enterprise = Enterprise.objects.select_for_update(no_key=True).get(pk=enterprise_id)
    year = timezone.localtime(now).year
    given, _ = PaperNumber.objects.get_or_create(enterprise=enterprise, year=year)
    given.last += 1
    given.save(update_fields=["last"])
    return f"{series}〔{year}〕{given.last}号"

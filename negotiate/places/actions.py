"""The only writer of a county's rules. Each act stands in the county's own book."""

from typing import Any

from django.db import transaction

from negotiate import moment
from negotiate.law.minimum_wages import regions
from negotiate.law.profiles import DEFAULT, codes, key_of, profile
from negotiate.law.refusal import Refused
from negotiate.people.models import Account, Federation
from negotiate.places.entries import NewValue, NewWage
from negotiate.places.models import CountyProfile, LocalMinimumWage, Override
from negotiate.record.actions import append, open_book

COPY, OVERRIDE, TAKE_BACK = "copy_rules", "override_rule", "take_back_rule"
REGION, WAGE, DROP_WAGE = "choose_region", "write_wage", "take_back_wage"


def copy(account: Account, federation: Federation, base: str = DEFAULT) -> CountyProfile:
    """Give a federation's place rules of its own: for now those of `base`. Where it has its own and
    has changed nothing in them, they are from now on another base's."""
    _require_office(account, federation)
    if base not in codes():
        raise Refused("没有这个地方的规则。")
    with transaction.atomic():
        county = CountyProfile.objects.select_for_update().filter(federation=federation).first()
        if county is None:
            county = CountyProfile(federation=federation, name=federation.name, book=open_book())
        elif county.overrides.exists():
            raise Refused("本地已改过规则。请先把改动逐项撤回，再换另一地的规则。")
        county.base = base
        county.save()
        _record(county, account, COPY, {"base": base, "name": profile(base).name})
        return county


def override(account: Account, county_id: int, new: NewValue) -> Override:
    """Let this rule say something else here. What it said stays in the book."""
    key_of(new.key).require(new.value, new.unit)
    new.require_source(moment.today())
    with transaction.atomic():
        county = _county(account, county_id)
        before = county.rules.of(new.key)
        kept, _ = Override.objects.update_or_create(
            profile=county,
            key=new.key,
            defaults={
                **new.facts,
                "verified": bool(new.checked_by),
                "account": account,
                "at": moment.now(),
            },
        )
        was = list(before.value) if before and isinstance(before.value, tuple) else None
        facts = {**new.plain, "was": was or (before.value if before else "")}
        _record(county, account, OVERRIDE, facts)
        return kept


def take_back(account: Account, county_id: int, key: str) -> None:
    """Let the base's value hold again."""
    with transaction.atomic():
        county = _county(account, county_id)
        dropped, _ = county.overrides.filter(key=key).delete()
        if not dropped:
            raise Refused("这一项本地没有改过。")
        _record(county, account, TAKE_BACK, {"key": key})


def choose_region(account: Account, county_id: int, region: str) -> None:
    """Whose published minimum wage holds here; nobody's, if empty."""
    if region and region not in regions():
        raise Refused("没有这个地区的最低工资。")
    with transaction.atomic():
        county = _county(account, county_id)
        county.wage_region = region
        county.save(update_fields=["wage_region"])
        _record(county, account, REGION, {"region": region})


def write_wage(account: Account, county_id: int, new: NewWage) -> LocalMinimumWage:
    """Write down a minimum wage from a day on; one of the same day is replaced."""
    new.require_plausible()
    with transaction.atomic():
        county = _county(account, county_id)
        kept, _ = LocalMinimumWage.objects.update_or_create(
            profile=county,
            since=new.since,
            defaults={**new.facts, "account": account, "at": moment.now()},
        )
        _record(county, account, WAGE, new.plain)
        return kept


def take_back_wage(account: Account, county_id: int, wage_id: int) -> None:
    with transaction.atomic():
        county = _county(account, county_id)
        wage = county.wages.filter(pk=wage_id).first()
        if wage is None:
            raise Refused("没有这一项最低工资。")
        wage.delete()
        _record(county, account, DROP_WAGE, {"since": wage.since.isoformat()})


def _county(account: Account, county_id: int) -> CountyProfile:
    """The county, locked, if this account keeps its rules."""
    county = (
        CountyProfile.objects.select_for_update(of=("self",))
        .select_related("federation")
        .filter(pk=county_id)
        .first()
    )
    if county is None:
        raise Refused("这里还没有自己的规则，请先建立。")
    _require_office(account, county.federation)
    return county


def _require_office(account: Account, federation: Federation) -> None:
    if not may_keep(account, federation):
        raise Refused("只有本级或上级总工会的人员可以改规则。")


def may_keep(account: Account, federation: Federation) -> bool:
    """Whether this account may change the rules of the federation's place: an officer of it or of
    one above it, or an administrator."""
    above = account.federation
    return account.is_superuser or (above is not None and federation.pk in above.reach())


def _record(county: CountyProfile, account: Account, act: str, facts: dict[str, Any]) -> None:
    office = account.federation.name if account.federation else ""
    actor = {"account": account.pk, "name": account.get_full_name(), "office": office}
    append(county.book_id, act, actor, facts)

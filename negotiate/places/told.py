"""What has happened to a county's rules, from its book, for people."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from negotiate.law.minimum_wages import regions
from negotiate.law.profiles import KEYS, Value
from negotiate.law.profiles.profile import value_of
from negotiate.law.refusal import N_
from negotiate.places import actions
from negotiate.places.models import CountyProfile
from negotiate.places.table import Translate, said

SHOWN: Final = 50  # acts, the newest first
SENTENCES: Final = {
    actions.COPY: N_("照%(name)s的规则"),
    actions.OVERRIDE: N_("%(rule)s：改为%(value)s（%(article)s）"),
    actions.TAKE_BACK: N_("%(rule)s：撤回改动"),
    actions.REGION: N_("最低工资：照%(region)s公布的标准"),
    actions.WAGE: N_("最低工资：%(since)s起每月 %(monthly)s 元"),
    actions.DROP_WAGE: N_("最低工资：撤回%(since)s起的标准"),
}
NO_REGION: Final = N_("最低工资：不照别处公布的标准")


@dataclass(frozen=True)
class Change:
    number: int
    at: datetime
    who: str
    what: str


def changes(county: CountyProfile, translate: Translate) -> tuple[Change, ...]:
    """The last acts of the county's book."""
    newest = county.book.entries.order_by("-number")[:SHOWN]
    return tuple(_change(json.loads(entry.body), translate) for entry in newest)


def _change(act: Mapping[str, Any], translate: Translate) -> Change:
    data: Mapping[str, Any] = act["data"]
    sentence = SENTENCES[act["action"]]
    if act["action"] == actions.REGION and not data["region"]:
        sentence = NO_REGION
    facts = {**data, **_named(data, translate)}
    at = datetime.fromisoformat(act["at"])
    return Change(act["number"], at, act["actor"]["name"], translate(sentence) % facts)


def _named(data: Mapping[str, Any], translate: Translate) -> dict[str, str]:
    """Codes as people know them."""
    named = {}
    if "name" in data:
        named["name"] = translate(data["name"])
    if data.get("region"):
        named["region"] = regions()[data["region"]].name
    if "key" in data:
        named["rule"] = translate(KEYS[data["key"]].label)
    if "value" in data:
        value: Value = value_of(data["value"], unit=data["unit"], article="")
        named["value"] = said(KEYS[data["key"]], value, translate)
    return named

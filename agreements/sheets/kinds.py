"""Every one of these papers: what it is called, when the room needs it, and how it is drawn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from agreements.papers.sheet import Sheet
from agreements.sheets import filed, offers, people, performed, ratified, record
from negotiate.law.refusal import N_
from negotiate.law.words import Procedure, Stage
from negotiate.rooms.models import Room

_S: Final = Stage
_LISTED: Final = frozenset({_S.COMPOSING, _S.PREPARING, _S.WAITING, _S.CHECK_IN})
_HELD: Final = frozenset({_S.IN_SESSION, _S.SUSPENDED, _S.SUMMED_UP, _S.DRAFTED, _S.DEADLOCKED})
_RATIFIED: Final = frozenset({_S.RATIFYING, _S.RATIFIED})
_FILING: Final = frozenset({_S.SIGNED, _S.FILED, _S.OBJECTED})
_AFTER: Final = frozenset({_S.SIGNED, _S.EFFECTIVE, _S.PERFORMING})


@dataclass(frozen=True)
class Kind:
    """`name` stands in its address; `needed`: the stages at which the room offers it first;
    `for_filing`: it goes with a contract, which the simplified procedure does not come to."""

    name: str
    label: str
    needed: frozenset[Stage]
    draw: Callable[[Room], Iterator[Sheet]]
    for_filing: bool = False


KINDS: Final = (
    Kind("offer", N_("集体协商要约书"), frozenset({_S.OFFERED, _S.REFUSED}), offers.offers),
    Kind("reply", N_("应约书"), frozenset({_S.COMPOSING, _S.REFUSED}), offers.replies),
    Kind("representatives", N_("协商代表名单"), _LISTED, people.lists),
    Kind("delegation", N_("授权委托书"), _LISTED, people.delegations),
    Kind("sign-in", N_("签到表"), frozenset({_S.CHECK_IN, _S.IN_SESSION}), people.sign_in),
    Kind("record", N_("会议记录"), _HELD, record.records),
    Kind("resolution", N_("职代会决议"), _RATIFIED, ratified.resolutions),
    Kind("filing", N_("报送审查登记表"), _FILING, filed.forms, True),
    Kind("process", N_("协商情况说明"), _FILING, filed.notes, True),
    Kind("notice", N_("公示公告"), _AFTER, performed.notices),
    Kind("inspection", N_("履约检查表"), _AFTER, performed.inspections),
)
BY_NAME: Final = {kind.name: kind for kind in KINDS}


def needed_at(procedure: Procedure, stage: Stage) -> tuple[Kind, ...]:
    filed = procedure is Procedure.ORDINARY
    return tuple(kind for kind in KINDS if stage in kind.needed and (filed or not kind.for_filing))

"""What a paper counts for, told from its room: nothing of it is kept a second time."""

from collections.abc import Iterable
from typing import Final

from agreements.papers.models import Paper
from negotiate.law.refusal import N_
from negotiate.law.words import Stage

_S = Stage
LEFT: Final = N_("未签完，已不再使用")
VOID: Final = N_("草案作废")
OBJECTED: Final = N_("审查有异议")
SIGNED: Final = N_("已签署")

_OF_DRAFT: Final = {
    _S.DRAFTED: N_("草案待签"),
    _S.RATIFYING: N_("草案待审议"),
    _S.RATIFIED: N_("待签订"),
}
_OF_CONTRACT: Final = {
    _S.SIGNED: N_("已签署，待报送"),
    _S.FILED: N_("审查中"),
    _S.EFFECTIVE: N_("有效"),
    _S.PERFORMING: N_("有效"),
    _S.SUPERSEDED: N_("已由新合同代替"),
    _S.TERMINATED: N_("已终止"),
    _S.EXPIRED: N_("已期满"),
}


def standings(papers: Iterable[Paper]) -> dict[int, str]:
    """By the key of each paper, in one word to be translated. Of a room's contracts the newest
    stands as its room does."""
    them = list(papers)
    rooms = {paper.room_id for paper in them if paper.is_contract}
    newest: dict[int, int] = {}
    if rooms:
        of_rooms = Paper.objects.filter(room__in=rooms).order_by("pk")
        newest = dict(of_rooms.values_list("room", "pk"))
    return {
        paper.pk: _of_contract(paper, newest[paper.room_id] == paper.pk)
        if paper.is_contract
        else _of_minutes(paper)
        for paper in them
    }


def standing_of(paper: Paper) -> str:
    return standings([paper])[paper.pk]


def _of_minutes(paper: Paper) -> str:
    if paper.is_complete:
        return SIGNED
    return N_("待签署") if paper.room.is_at is _S.SUMMED_UP else LEFT


def _of_contract(paper: Paper, is_newest: bool) -> str:
    stage = paper.room.is_at
    if paper.is_complete:
        return _OF_CONTRACT.get(stage, OBJECTED) if is_newest else OBJECTED
    return _OF_DRAFT.get(stage, VOID) if is_newest else VOID


def awaits_hands(paper: Paper) -> bool:
    """Whether it can be signed now."""
    return not paper.is_complete and paper.room.is_at in (_S.SUMMED_UP, _S.RATIFIED)

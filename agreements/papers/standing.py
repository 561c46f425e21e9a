"""What a paper counts for, told from its room: nothing of it is kept a second time."""

from collections.abc import Iterable
from typing import Final

from django.db import models

from agreements.papers.models import Paper
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Stage
from negotiate.rooms.models import Room

_S = Stage


class Standing(models.TextChoices):
    """What a paper counts for, in one word."""

    AWAITED = "awaited", N_("待签署")
    LEFT = "left", N_("未签完，已不再使用")
    DRAFTED = "drafted", N_("草案待签")
    RATIFYING = "ratifying", N_("草案待审议")
    RATIFIED = "ratified", N_("待签订")
    VOID = "void", N_("草案作废")
    SIGNED = "signed", N_("已签署")
    TO_FILE = "to_file", N_("已签署，待报送")
    FILED = "filed", N_("审查中")
    OBJECTED = "objected", N_("审查有异议")
    IN_FORCE = "in_force", N_("有效")
    SUPERSEDED = "superseded", N_("已由新合同代替")
    TERMINATED = "terminated", N_("已终止")
    EXPIRED = "expired", N_("已期满")


_OF_DRAFT: Final = {
    _S.DRAFTED: Standing.DRAFTED,
    _S.RATIFYING: Standing.RATIFYING,
    _S.RATIFIED: Standing.RATIFIED,
}
_OF_CONTRACT: Final = {
    _S.SIGNED: Standing.TO_FILE,
    _S.FILED: Standing.FILED,
    _S.EFFECTIVE: Standing.IN_FORCE,
    _S.PERFORMING: Standing.IN_FORCE,
    _S.SUPERSEDED: Standing.SUPERSEDED,
    _S.TERMINATED: Standing.TERMINATED,
    _S.EXPIRED: Standing.EXPIRED,
}


def standings(papers: Iterable[Paper]) -> dict[int, Standing]:
    """By the key of each paper. Of a room's contracts the newest stands as its room does; those
    before it were objected to, or never signed by all."""
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


def standing_of(paper: Paper) -> Standing:
    return standings([paper])[paper.pk]


def _of_minutes(paper: Paper) -> Standing:
    if paper.is_complete:
        return Standing.SIGNED
    return Standing.AWAITED if paper.room.is_at is _S.SUMMED_UP else Standing.LEFT


def _of_contract(paper: Paper, is_newest: bool) -> Standing:
    stage = paper.room.is_at
    if paper.is_complete:
        return _OF_CONTRACT.get(stage, Standing.OBJECTED) if is_newest else Standing.OBJECTED
    return _OF_DRAFT.get(stage, Standing.VOID) if is_newest else Standing.VOID


def awaits_hands(paper: Paper) -> bool:
    """Whether it can be signed now."""
    return not paper.is_complete and paper.room.is_at in (_S.SUMMED_UP, _S.RATIFIED)


def require_unsigned(room: Room) -> None:
    """Nobody throws away what all have signed: only its completion is awaited. Raises Refused."""
    paper = Paper.objects.of_room(room.pk).first()
    if paper is not None and paper.awaits_no_hand and awaits_hands(paper):
        raise Refused("都签好了，正在等时间戳，不能再退回、转出或终结。")

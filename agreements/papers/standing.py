"""What a paper counts for, told from its room: nothing of it is kept a second time."""

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


def standing_of(paper: Paper) -> str:
    """In one word, to be translated. Of a room's contracts the newest stands as its room does."""
    stage = paper.room.is_at
    if not paper.is_contract:
        if paper.is_complete:
            return SIGNED
        return "" if stage is _S.SUMMED_UP else LEFT
    newest = not Paper.objects.filter(room=paper.room_id, pk__gt=paper.pk).exists()
    if paper.is_complete:
        return _OF_CONTRACT.get(stage, OBJECTED) if newest else OBJECTED
    return _OF_DRAFT.get(stage, VOID) if newest else VOID


def awaits_hands(paper: Paper) -> bool:
    """Whether it can be signed now."""
    return not paper.is_complete and paper.room.is_at in (_S.SUMMED_UP, _S.RATIFIED)

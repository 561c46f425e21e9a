"""What a poll waits for once no phone is left: whoever counts papers or hands, then both chiefs."""

from collections.abc import Collection

from django.utils.translation import gettext

from negotiate.law.refusal import N_
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.next_step.step import RECORDER
from negotiate.rooms.sight.poll_view import PollView


def waits_for_count(board: Board, voting: Collection[PollView]) -> tuple[str, str] | None:
    """What is due and who must act; None if nothing was counted by hand, or all have confirmed."""
    if any(poll.is_uncounted for poll in voting):
        return N_("请记录员清点票数，登记下来"), RECORDER
    awaited = [
        chief.person.name
        for chief in board.chiefs()
        if any(poll.count and poll.count.waits_for(chief.of) for poll in voting)
    ]
    return (N_("等待首席代表确认清点的票数"), gettext("、").join(awaited)) if awaited else None

"""The one obvious next step: what the room waits for, who must act, by when and under which
article, and with which button."""

from dataclasses import replace

from negotiate.clocks.seen import nearest
from negotiate.law import stages
from negotiate.law.words import Procedure
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.next_step import ordinary, simplified
from negotiate.rooms.sight.next_step.step import NextStep

__all__ = ["NextStep", "next_step"]

_STEPS = {Procedure.SIMPLIFIED: simplified.STEPS, Procedure.ORDINARY: ordinary.STEPS}


def next_step(board: Board) -> NextStep:
    """What the room waits for now."""
    procedure = board.room.goes_by
    step = _STEPS[procedure][board.stage](board)
    if step.act is None:
        return step
    rows = stages.rows(procedure, step.act)
    row = next((row for row in rows if board.stage in row.stages), rows[0])
    mine = board.may(step.act, (board.current or board.put) if row.terms else None)
    mine = mine and step.turn in (None, board.side) and (board.presides or not step.sides)
    timed = nearest(board.clocks, step.clock)
    article = step.article or (timed.article if timed else "") or row.article
    return replace(step, mine=mine, article=article, timed=timed)

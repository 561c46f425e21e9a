"""Freezing a paper's text when the talks are summed up, dropping it when they go on, and
keeping its bytes once it is signed. Called inside the transaction of the room's own act."""

import hashlib
from dataclasses import replace
from typing import Any

import msgspec

from agreements.archive import actions as archive
from agreements.papers.composing import agreed_terms, compose, seats_in_order, signers
from agreements.papers.minutes import build
from agreements.papers.models import Clause, Paper
from agreements.papers.numbers import next_number
from agreements.papers.reading import full_text
from agreements.papers.text import Grade, MinutesText, SignatureBlock
from agreements.signing.seal import seal
from negotiate import moment
from negotiate.law.refusal import Refused
from negotiate.rooms.models import Room


def freeze(room: Room) -> Paper:
    """Draw the paper from the agreed terms. From now on its text stands."""
    now = moment.now()
    number = next_number(room.enterprise_id, now)
    text = compose(room, number, now)
    seats = [seat.pk for seat in signers(seats_in_order(room))]
    lines = full_text(build(text))
    return Paper.objects.create(
        room=room,
        enterprise=room.enterprise,
        matter_kind=agreed_terms(room)[0][0].item.matter.kind,
        title=text.title,
        number=number,
        frozen={"text": msgspec.to_builtins(text), "signers": seats, "lines": lines},
        digest=_digest(lines),
    )


def drop(room: Room) -> None:
    """Forget the unsigned draft: the talks go on, or leave the simplified procedure."""
    paper = Paper.objects.filter(room=room).first()
    if paper is None:
        return
    if paper.signatures.exists():
        raise Refused("已有人签署，不能再退回协商；有人不愿签的，可以转入普通程序。")
    paper.delete()


def text_of(paper: Paper) -> MinutesText:
    """The frozen text, with open places for signatures."""
    text: Any = msgspec.convert(paper.frozen["text"], MinutesText)
    assert isinstance(text, MinutesText)  # noqa: S101  narrows the type for the checker
    return text


def to_print(paper: Paper) -> bytes:
    """What grade C prints, signs in ink and scans: the same bytes every time. Raises Refused."""
    require_as_shown(paper)
    return build(replace(text_of(paper), grade="C"))


def require_as_shown(paper: Paper) -> None:
    """Refuse to go on with a text that would no longer come out as it was shown: the program that
    words it, or the frozen text itself, is not what it was."""
    if _digest(full_text(build(text_of(paper)))) != paper.digest:
        raise Refused(
            "现在生成的文本与归纳时的文本不一致，不能签署，什么都没有改动。请联系管理员查明原因。"
        )


def complete(paper: Paper, grade: Grade, blocks: tuple[SignatureBlock, ...] = ()) -> None:
    """Seal and complete in one step: a paper is never one without the other. Raises Refused if
    the bytes would not say what was shown."""
    require_as_shown(paper)
    text = text_of(paper)
    text = replace(text, grade=grade, signatures=blocks or text.signatures)
    sealed = seal(build(text))
    paper.docx, paper.sha256 = sealed.docx, sealed.sha256
    paper.grade, paper.completed_at = grade, moment.now()
    paper.save(update_fields=["docx", "sha256", "grade", "completed_at"])
    agreed = zip(agreed_terms(paper.room), text.clauses, strict=True)
    for position, ((term, _), clause) in enumerate(agreed, 1):
        Clause.objects.create(
            paper=paper,
            position=position,
            kind=term.kind,
            heading=clause.heading,
            text=clause.wording.text,
        )
    archive.add(paper)


def _digest(lines: str) -> str:
    return hashlib.sha256(lines.encode()).hexdigest()

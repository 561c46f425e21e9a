"""Freezing a paper's text when the talks are summed up, dropping it when they go on, and
keeping its bytes once it is signed. Called inside the transaction of the room's own act."""

import hashlib
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import msgspec

from agreements.archive import actions as archive
from agreements.layouts.carrying import first_written, lines_of, written
from agreements.layouts.sameness import require_same
from agreements.layouts.told import Text
from agreements.papers.composing import agreed_terms, compose, seats_in_order, signers
from agreements.papers.contract import ContractText
from agreements.papers.contracting import compose_contract
from agreements.papers.models import Paper
from agreements.papers.numbers import CONTRACTS, MINUTES, next_number
from agreements.papers.standing import require_unsigned
from agreements.papers.text import Grade, MinutesText, SignatureBlock
from agreements.signing.seal import Sealed
from negotiate import moment
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Procedure
from negotiate.rooms.models import Draft, Room

SHAPES: Final[dict[str, type[Text]]] = {
    Paper.Kind.MINUTES: MinutesText,
    Paper.Kind.CONTRACT: ContractText,
}


IN_INK: Final = "in_ink"
"""The key of what a paper in a county's own layout says when it is printed for ink."""
NOT_AS_SHOWN: Final = N_(
    "现在生成的文本与归纳时的文本不一致，不能签署，什么都没有改动。请联系管理员查明原因。"
)


def freeze(room: Room) -> Paper:
    """Draw the paper from the agreed terms. From now on its text stands."""
    now = moment.now()
    if room.goes_by is Procedure.ORDINARY:
        draft = room.drafts.latest("number")
        number = next_number(room.enterprise_id, now, CONTRACTS)
        paper = _freeze(room, compose_contract(room, draft, number, now), draft)
        draft.digest = paper.digest
        draft.save(update_fields=["digest"])
        return paper
    return _freeze(room, compose(room, next_number(room.enterprise_id, now, MINUTES), now))


def _freeze(room: Room, text: Text, draft: Draft | None = None) -> Paper:
    """What signatures are given to. A contract is signed by the chiefs alone."""
    seats = seats_in_order(room)
    hands = [seat for seat in seats if seat.is_chief] if draft else signers(room, seats)
    kind = Paper.Kind.CONTRACT if draft else Paper.Kind.MINUTES
    said = first_written(room.enterprise.federation, kind, text)
    return Paper.objects.create(
        room=room,
        enterprise=room.enterprise,
        kind=kind,
        layout=said.layout,
        matter_kind=agreed_terms(room)[0][0].item.matter.kind,
        title=text.title,
        number=text.number,
        frozen={
            "text": msgspec.to_builtins(text),
            "signers": [seat.pk for seat in hands],
            "lines": said.lines,
            IN_INK: said.in_ink,
        },
        digest=_digest(said.lines),
        starts_on=draft.starts_on if draft else None,
        ends_on=draft.ends_on if draft else None,
    )


def drop(room: Room) -> None:
    """Forget the unsigned draft: the talks go on, or leave the simplified procedure."""
    paper = Paper.objects.of_room(room.pk).first()
    if paper is None:
        return
    require_unsigned(room)
    if paper.signatures.exists():
        raise Refused("已有人签署，不能再退回协商；有人不愿签的，可以转入普通程序。")
    if hasattr(paper, "scan") and paper.scan.files.exists():
        raise Refused("签字扫描件已经传上来，请先作废，再退回协商。")
    paper.delete()


def text_of(paper: Paper) -> Text:
    """The frozen text, with open places for signatures."""
    text: Any = msgspec.convert(paper.frozen["text"], SHAPES[paper.kind])
    assert isinstance(text, MinutesText | ContractText)  # noqa: S101  narrows the type
    return text


def to_print(paper: Paper) -> bytes:
    """What grade C prints, signs in ink and scans: the same bytes every time. Raises Refused."""
    return signed_text(paper, "C")


def lines_in_ink(paper: Paper) -> str:
    """What that says, of a paper in a county's own layout: kept when it was frozen. Raises Refused
    if it was frozen before that was kept, and can't be written any more."""
    kept = str(paper.frozen.get(IN_INK, ""))
    if kept:
        return kept
    in_ink = bytes(paper.docx) if paper.docx and paper.grade == "C" else to_print(paper)
    return lines_of(in_ink, paper.layout)


def require_as_shown(paper: Paper) -> bytes:
    """The paper with open places. Refuse to go on with a text that would no longer come out as it
    was shown: the program that words it, the layout, or the frozen text is not what it was."""
    shown = written(text_of(paper), paper.layout)
    if _digest(lines_of(shown, paper.layout)) != paper.digest:
        raise Refused(NOT_AS_SHOWN)
    return shown


def signed_text(paper: Paper, grade: Grade, blocks: tuple[SignatureBlock, ...] = ()) -> bytes:
    """The paper with every hand's picture in it, or with open places for ink, as it is going to be
    sealed. Raises Refused if it would not say what was shown."""
    shown = require_as_shown(paper)
    text = replace(text_of(paper), grade=grade)
    if blocks:
        text = replace(text, signatures=blocks)
    signed = written(text, paper.layout)
    if paper.layout is not None:
        require_same(shown, signed, text)
        kept = paper.frozen.get(IN_INK)
        if grade == "C" and kept and lines_of(signed, paper.layout) != kept:
            raise Refused(NOT_AS_SHOWN)
    return signed


def complete(paper: Paper, grade: Grade, sealed: Sealed, at: datetime) -> None:
    """Keep the sealed bytes, and let the paper count from now on: one step of one transaction,
    with the room's own, so that a paper is never complete and unsealed."""
    text = text_of(paper)
    paper.docx, paper.sha256 = sealed.docx, sealed.sha256
    paper.grade, paper.completed_at = grade, at
    paper.prepared = None  # it is in the sealed file
    paper.save(update_fields=["docx", "sha256", "grade", "completed_at", "prepared"])
    if paper.is_contract:
        signed_on = moment.day_of(paper.completed_at)
        Draft.objects.filter(room=paper.room, digest=paper.digest).update(signed_on=signed_on)
    agreed = [
        archive.Agreed(term.kind, clause.heading, clause.wording.text, version.value)
        for (term, version), clause in zip(agreed_terms(paper.room), text.clauses, strict=True)
    ]
    archive.add(paper, agreed, [block.name for block in text.signatures])


def _digest(lines: str) -> str:
    return hashlib.sha256(lines.encode()).hexdigest()

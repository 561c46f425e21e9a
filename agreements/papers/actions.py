"""Freezing a paper's text when the talks are summed up, dropping it when they go on, and
keeping its bytes once it is signed. Called inside the transaction of the room's own act."""

import hashlib
from dataclasses import replace
from typing import Any, Final

import msgspec

from agreements.archive import actions as archive
from agreements.papers.composing import agreed_terms, compose, seats_in_order, signers
from agreements.papers.contract import ContractText, build_contract
from agreements.papers.contracting import compose_contract
from agreements.papers.minutes import build
from agreements.papers.models import Clause, Paper
from agreements.papers.numbers import CONTRACTS, MINUTES, next_number
from agreements.papers.reading import full_text
from agreements.papers.text import Grade, MinutesText, SignatureBlock
from agreements.signing.seal import seal
from negotiate import moment
from negotiate.law.refusal import Refused
from negotiate.law.words import Procedure
from negotiate.rooms.models import Draft, Room

Text = MinutesText | ContractText
SHAPES: Final[dict[str, type[Text]]] = {
    Paper.Kind.MINUTES: MinutesText,
    Paper.Kind.CONTRACT: ContractText,
}


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
    hands = [seat for seat in seats if seat.is_chief] if draft else signers(seats)
    lines = full_text(built(text))
    return Paper.objects.create(
        room=room,
        enterprise=room.enterprise,
        kind=Paper.Kind.CONTRACT if draft else Paper.Kind.MINUTES,
        matter_kind=agreed_terms(room)[0][0].item.matter.kind,
        title=text.title,
        number=text.number,
        frozen={
            "text": msgspec.to_builtins(text),
            "signers": [seat.pk for seat in hands],
            "lines": lines,
        },
        digest=_digest(lines),
        starts_on=draft.starts_on if draft else None,
        ends_on=draft.ends_on if draft else None,
    )


def drop(room: Room) -> None:
    """Forget the unsigned draft: the talks go on, or leave the simplified procedure."""
    paper = Paper.objects.of_room(room.pk).first()
    if paper is None:
        return
    if paper.signatures.exists():
        raise Refused("已有人签署，不能再退回协商；有人不愿签的，可以转入普通程序。")
    paper.delete()


def text_of(paper: Paper) -> Text:
    """The frozen text, with open places for signatures."""
    text: Any = msgspec.convert(paper.frozen["text"], SHAPES[paper.kind])
    assert isinstance(text, MinutesText | ContractText)  # noqa: S101  narrows the type
    return text


def built(text: Text) -> bytes:
    """The paper in Word."""
    return build(text) if isinstance(text, MinutesText) else build_contract(text)


def to_print(paper: Paper) -> bytes:
    """What grade C prints, signs in ink and scans: the same bytes every time. Raises Refused."""
    require_as_shown(paper)
    return built(replace(text_of(paper), grade="C"))


def require_as_shown(paper: Paper) -> None:
    """Refuse to go on with a text that would no longer come out as it was shown: the program that
    words it, or the frozen text itself, is not what it was."""
    if _digest(full_text(built(text_of(paper)))) != paper.digest:
        raise Refused(
            "现在生成的文本与归纳时的文本不一致，不能签署，什么都没有改动。请联系管理员查明原因。"
        )


def complete(paper: Paper, grade: Grade, blocks: tuple[SignatureBlock, ...] = ()) -> None:
    """Seal and complete in one step: a paper is never one without the other. Raises Refused if
    the bytes would not say what was shown."""
    require_as_shown(paper)
    text = text_of(paper)
    text = replace(text, grade=grade, signatures=blocks or text.signatures)
    sealed = seal(built(text))
    paper.docx, paper.sha256 = sealed.docx, sealed.sha256
    paper.grade, paper.completed_at = grade, moment.now()
    paper.save(update_fields=["docx", "sha256", "grade", "completed_at"])
    if paper.is_contract:
        signed_on = moment.day_of(paper.completed_at)
        Draft.objects.filter(room=paper.room, digest=paper.digest).update(signed_on=signed_on)
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

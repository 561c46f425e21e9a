"""集体协商会议记录: one for each sitting, from the record, with the recorder's corrections."""

from collections.abc import Iterator
from datetime import datetime

from agreements.papers.composing import seats_in_order
from agreements.papers.sheet import Section, Sheet
from agreements.papers.text import SignatureBlock
from agreements.sheets.attendance import Attendance, attendances
from agreements.sheets.words import at, of_side, role
from negotiate.law.words import Side, TermState
from negotiate.people.models import Seat
from negotiate.rooms.minutes import Minutes, minutes_of
from negotiate.rooms.models import Room, Term, Version
from negotiate.rooms.telling import written

STATES = {
    TermState.OPEN: "尚无方案",
    TermState.PROPOSED: "协商中",
    TermState.AGREED: "双方达成一致",
    TermState.DEFERRED: "暂缓",
    TermState.WITHDRAWN: "撤回",
}


def records(room: Room) -> Iterator[Sheet]:
    """A sitting ends where the next opens: what is put on the table in between is its own."""
    held = list(zip(minutes_of(room), attendances(room), strict=True))
    for place, (sitting, attendance) in enumerate(held, 1):
        end = held[place][0].opened_at if place < len(held) else None
        yield _record(room, sitting, attendance, end)


def _record(room: Room, sitting: Minutes, attendance: Attendance, end: datetime | None) -> Sheet:
    seats = seats_in_order(room)
    return Sheet(
        title=f"关于{room.title}的集体协商会议记录",
        number=f"第{sitting.number}次会议",
        enterprise=room.enterprise.name,
        at=sitting.opened_at,
        facts=(
            ("单位", room.enterprise.name),
            ("时间", at(sitting.opened_at)),
            ("地点", room.place),
            ("主持", attendance.led_by),
            ("记录", _named(seat for seat in seats if role(seat) == "记录员")),
        ),
        sections=(
            Section("到会情况", tuple(_came(seats, attendance))),
            Section("议程", tuple(f"{item.matter.title}。" for item in room.agenda.all())),
            Section("会议经过", tuple(_course(sitting))),
            *_terms(room, sitting.opened_at, end),
            Section("签认情况", tuple(_approved(sitting))),
        ),
        signatures=tuple(SignatureBlock(role(seat), seat.person.name) for seat in sitting.asked),
        lead_in="记录属实，签名如下：",
    )


def _named(seats: Iterator[Seat]) -> str:
    return "、".join(seat.person.name for seat in seats) or "—"


def _came(seats: list[Seat], attendance: Attendance) -> Iterator[str]:
    for side in Side:
        own = of_side(seats, side)
        came = [seat for seat in own if seat.pk in attendance.came]
        missing = "、".join(seat.person.name for seat in own if seat not in came)
        names = "、".join(seat.person.name for seat in came)
        absent = f"；未到：{missing}" if missing else ""
        yield f"{side.label}应到{len(own)}人，实到{len(came)}人：{names}{absent}。"


def _course(sitting: Minutes) -> Iterator[str]:
    for line in sitting.lines:
        yield line.sentence
        for correction in line.corrections:
            yield f"更正（记录员{correction.seat.person.name}）：{correction.text.rstrip('。')}。"


def _terms(room: Room, start: datetime, end: datetime | None) -> Iterator[Section]:
    """Of every term what was demanded in this sitting, and what was countered, with its figures;
    and, in the last one, what has become of it."""
    terms = Term.objects.filter(item__room=room).prefetch_related("versions__seat__person")
    for term in terms:
        own = [v for v in term.versions.all() if v.at >= start and (end is None or v.at < end)]
        result = (f"结果：{STATES[term.is_at]}。",) if end is None else ()
        yield Section(f"“{term.title}”的提出和答复", (*map(_version, own), *result))


def _version(version: Version) -> str:
    wording = version.wording()
    lines = list(wording.paragraphs)
    if wording.table is not None:
        lines += ["，".join(row) for row in wording.table.rows]
    told = "；".join(line.rstrip("。") for line in lines)
    who = f"{version.of.label}{version.seat.person.name}"
    return f"第{version.number}版，{who}于{written(version.at)}提出：{told}。"


def _approved(sitting: Minutes) -> Iterator[str]:
    for approval in sitting.signed:
        yield f"{approval.seat.person.name}于{written(approval.at)}在系统中签认。"

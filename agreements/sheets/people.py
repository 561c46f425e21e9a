"""Who negotiates: 协商代表名单, 授权委托书, 签到表."""

from collections.abc import Iterator

from agreements.papers.composing import seats_in_order
from agreements.papers.sheet import Section, Sheet
from agreements.papers.text import SignatureBlock
from agreements.sheets.attendance import Attendance, attendances, now
from agreements.sheets.words import BLANK, at, day, marks, of_side, party, place, role
from negotiate.law.terms import Table
from negotiate.law.words import DELEGATES, Side
from negotiate.people.models import Seat
from negotiate.rooms.models import Room

FULL_SCOPE = "提出、修改和确认协商方案，签署协商结果"


def lists(room: Room) -> Iterator[Sheet]:
    """Both sides' representatives, how each became one, and the recorder."""
    seats = [seat for seat in seats_in_order(room) if seat.of is None or _speaks(seat)]
    if any(_speaks(seat) for seat in seats):
        yield Sheet(
            title="集体协商代表名单",
            enterprise=room.enterprise.name,
            at=room.scheduled_at,
            facts=(("单位", room.enterprise.name), ("议题", room.title)),
            sections=(
                *(Section(f"{side.label}代表", (), _of(seats, side)) for side in Side),
                Section("记录和列席", (), _others(seats)),
            ),
            signatures=tuple(place(room, seat) for seat in seats if seat.is_chief),
            lead_in="双方确认以上名单：",
        )


def _speaks(seat: Seat) -> bool:
    return seat.capacity in {capacity.value for capacity in DELEGATES}


def _of(seats: list[Seat], side: Side) -> Table | None:
    rows = tuple(
        (f"{n}", s.person.name, s.person.post or "—", marks(s) or "—", s.produced or "—", BLANK)
        for n, s in enumerate(of_side(seats, side), 1)
    )
    return Table(("序号", "姓名", "职务", "说明", "产生方式", "签字"), rows) if rows else None


def _others(seats: list[Seat]) -> Table | None:
    rows = tuple((s.person.name, role(s), s.person.post or "—") for s in seats if s.of is None)
    return Table(("姓名", "身份", "职务"), rows) if rows else None


def delegations(room: Room) -> Iterator[Sheet]:
    """One for each who speaks by somebody's mandate: the employer's chief, outside experts, and
    whoever acts for a bound enterprise. Who gives it signs; what nobody has entered stays open."""
    for seat in seats_in_order(room):
        if seat.is_chief and seat.of is Side.EMPLOYER:
            yield _delegation(room, room.enterprise.name, "法定代表人", seat, "")
        elif seat.delegation and seat.of is not None:
            yield _delegation(room, party(room, seat.of), "负责人", seat, seat.delegation)
    for one in room.bound.select_related("represented_by__person"):
        if one.represented_by is not None:
            given = f"{one.mandate}（{day(one.mandated_on)}）"
            who = one.represented_by
            yield _delegation(room, one.name, "授权人", who, given, one.mandated_by)


def _delegation(
    room: Room, principal: str, signs: str, seat: Seat, scope: str, name: str = BLANK
) -> Sheet:
    post = f"（{seat.person.post}）" if seat.person.post else ""
    return Sheet(
        title="授权委托书",
        enterprise=room.enterprise.name,
        at=room.scheduled_at,
        sections=(
            Section("委托人", (f"{principal}。",)),
            Section("受托人", (f"{seat.person.name}{post}，{role(seat)}。",)),
            Section("委托事项", (f"代表委托人参加“{room.title}”的集体协商。",)),
            Section("委托权限", (f"{scope.rstrip('。') or FULL_SCOPE}。",)),
            Section("委托期限", ("自签署之日起，至本次协商的结果签署完成或者协商终结之日止。",)),
        ),
        signatures=(SignatureBlock(signs, name, principal),),
        date=day(None),
    )


def sign_in(room: Room) -> Iterator[Sheet]:
    """Everybody at the table, when each came, and a place for ink; who is missing, and why, stays
    to be written by hand."""
    held = list(attendances(room)) or [now(room)]
    for number, attendance in enumerate(held, 1):
        yield _sign_in(room, attendance, number)


def _sign_in(room: Room, attendance: Attendance, number: int) -> Sheet:
    seats = seats_in_order(room)
    came = [seat for seat in seats if seat.pk in attendance.came]
    return Sheet(
        title="集体协商会议签到表",
        number=f"第{number}次会议",
        enterprise=room.enterprise.name,
        at=room.scheduled_at,
        facts=(
            ("会议", room.title),
            ("时间", at(attendance.opened_at)),
            ("地点", room.place),
        ),
        sections=(
            Section("", (), _sheet(seats, attendance)),
            Section("", (f"应到{len(seats)}人，实到{len(came)}人。",)),
        ),
    )


def _sheet(seats: list[Seat], attendance: Attendance) -> Table:
    rows = tuple(
        (f"{n}", seat.person.name, role(seat), seat.person.post or "—", attendance.of(seat), BLANK)
        for n, seat in enumerate(seats, 1)
    )
    return Table(("序号", "姓名", "身份", "职务", "到会", "签字"), rows)

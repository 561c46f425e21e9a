"""From a room that has summed up to the text of its minutes. Terms are worded by the law from
the structured versions; nothing is typed again."""

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse

from agreements.papers.results import poll_results
from agreements.papers.text import Clause, MinutesText, Participant, Party, Presence, SignatureBlock
from negotiate.law.canonical import digest
from negotiate.law.words import DELEGATES, SIGNERS, Capacity, Side, TermState
from negotiate.matters.models import Matter
from negotiate.people.models import Seat
from negotiate.record.models import Book
from negotiate.rooms.minutes import MORE
from negotiate.rooms.models import Room, Term, Version
from negotiate.rooms.qr import origin_for_phones
from negotiate.rooms.telling import LOCAL, course, written

# What every paper of the simplified procedure says in the same words.
PRECEDENCE = (
    "本文件依简易程序形成；与法律、法规或者集体协商形成的其他有效约定不一致，"
    "且对职工不利的，从其规定。"
)
REPORTING = "办理完毕，并将办理结果告知双方首席代表。"
CHECKING = "工会会同双方代表检查履行情况，发现问题的，列明责任人和整改时限。"
CHANGING = "一方要求变更或者终止的，应当书面提出并说明理由，经双方协商一致后另行形成书面文本。"
COPIES = "电子文本由双方各存一份，工会存档一份；打印件与电子文本内容相同。"


def compose(room: Room, number: str, now: datetime) -> MinutesText:
    """The whole paper as it will be signed, at grade B and with open places for signatures.

    Runs in the transaction that sums up: the record stands still until that ends.
    """
    agreed = agreed_terms(room)
    matter = agreed[0][0].item.matter
    subject = room.title
    seats = seats_in_order(room)
    # The room's own copy was read before the wait for its lock; entries may have come since.
    book = Book.objects.select_for_update().get(pk=room.book_id)
    return MinutesText(
        kind="minutes",
        title=f"{room.enterprise}关于{subject}的集体协商会议纪要",
        number=number,
        enterprise=room.enterprise.name,
        place=room.place,
        mode=_mode(seats),
        held=_held(room, now),
        dated=now.astimezone(LOCAL),
        parties=tuple(parties_of(room, seats)),
        basis=_basis(room),
        matter=tuple(_matter(matter, subject)),
        course=course(book),
        participants=tuple(_participant(seat) for seat in seats),
        clauses=tuple(clause_of(term, version) for term, version in agreed),
        effect=(f"自双方首席代表签署之日起生效，适用于{room.enterprise}有关职工。", PRECEDENCE),
        performance=(f"由{matter.owner}负责，于{day(matter.due)}前{REPORTING}",),
        checking=(CHECKING,),
        change=(CHANGING,),
        copies=(COPIES,),
        grade="B",
        signatures=tuple(block_of(room, seat) for seat in signers(room, seats)),
        terms_digest=digest([version.digest for _, version in agreed]),
        record_head=book.head,
        record_length=book.length,
        check_at=check_at(),
        polls=poll_results(book, {term.pk: version.number for term, version in agreed}),
    )


def check_at() -> str:
    """Where anybody may find out whether a paper is genuine, as phones reach it."""
    origin = origin_for_phones()
    return f"{origin}{reverse('verify')}" if origin else ""


def agreed_terms(room: Room) -> list[tuple[Term, Version]]:
    """Each agreed term with the version that both chiefs confirmed."""
    terms = Term.objects.filter(item__room=room, state=TermState.AGREED)
    pairs = []
    for term in terms.select_related("item__matter"):
        version = term.versions.latest("number")
        pairs.append((term, version))
    return pairs


def seats_in_order(room: Room) -> list[Seat]:
    """Those at the table: workers, employer, then those of no side; each side's chief first."""
    order = [Side.WORKER.value, Side.EMPLOYER.value, ""]
    seats = room.seats.at_table().select_related("person")
    return sorted(seats, key=lambda s: (order.index(s.side), not s.is_chief, s.pk))


def signers(room: Room, seats: list[Seat]) -> list[Seat]:
    """Both chiefs and, where one took part, the recorder: they sign a 会议纪要. Where the place has
    more than the chiefs sign the record of a meeting, all representatives who came."""
    asked = {*SIGNERS, *(DELEGATES if room.rules.says("record_signed_by") in MORE else ())}
    return [seat for seat in seats if seat.capacity in asked and seat.arrived_at is not None]


def _matter(matter: Matter, subject: str) -> Iterator[str]:
    yield f"{matter.from_side.label}{matter.raised_by}提出：{subject}。"
    if matter.summary:
        yield f"事由：{matter.summary}"


def clause_of(term: Term, version: Version) -> Clause:
    return Clause(term.title, version.wording())


def parties_of(room: Room, seats: list[Seat]) -> Iterator[Party]:
    chiefs = {seat.of: seat.person.name for seat in seats if seat.is_chief}
    yield Party(Side.WORKER.label, _seal(room, Side.WORKER), chiefs[Side.WORKER])
    yield Party(Side.EMPLOYER.label, _seal(room, Side.EMPLOYER), chiefs[Side.EMPLOYER])


def _seal(room: Room, side: Side | None) -> str:
    """Whose seal stands beside the chief's name."""
    names = {Side.WORKER: f"{room.enterprise}工会委员会", Side.EMPLOYER: room.enterprise.name}
    return names[side] if side else ""


def _basis(room: Room) -> tuple[str, ...]:
    screening = room.agenda.all()[0].matter.screening
    return (
        "《中华人民共和国劳动法》《中华人民共和国工会法》有关平等协商的规定，"
        "《江苏省集体协商条例》有关简易程序的规定（以条例原文为准）。",
        f"会前由{screening.answered_by}回答程序审查：本次协商不签订集体合同或者专项集体合同，"
        "不减损职工权益，可以适用简易程序。",
    )


def _participant(seat: Seat) -> Participant:
    capacity = Capacity(seat.capacity).label
    presence: Presence = "缺席"
    if seat.arrived_at is not None:
        presence = "线上" if seat.remote else "现场"
    return Participant(
        name=seat.person.name,
        side_label=Side(seat.side).label if seat.side else "",
        capacity_label=f"{capacity}、{Capacity.PRESIDING.label}" if seat.presides else capacity,
        post=seat.person.post,
        present=presence,
    )


def block_of(room: Room, seat: Seat) -> SignatureBlock:
    side = seat.of.label if seat.of else ""
    return SignatureBlock(
        role_label=f"{side}{Capacity(seat.capacity).label}",
        name=seat.person.name,
        seal=_seal(room, seat.of) if seat.is_chief else "",
    )


def _mode(seats: list[Seat]) -> str:
    remote = any(seat.remote for seat in seats)
    return f"{'现场和网络相结合' if remote else '现场会议'}，简易程序，一事一议"


def _held(room: Room, now: datetime) -> str:
    began = room.began_at or now
    ended = now.astimezone(LOCAL)
    if began.astimezone(LOCAL).date() == ended.date():
        return f"{written(began)}至{ended.hour}时{ended.minute:02}分"
    return f"{written(began)}至{written(now)}"


def day(on: date) -> str:
    """A day as a Chinese paper writes it."""
    return f"{on.year}年{on.month}月{on.day}日"

"""报送审查登记表 and 协商情况说明: what goes to the labour authority with the contract."""

from collections.abc import Iterator

from agreements.papers.models import Paper
from agreements.papers.sheet import Section, Sheet
from agreements.sheets.offers import chiefs
from agreements.sheets.words import BLANK, at, day, place
from negotiate.law.enclosed import Enclosure
from negotiate.law.terms import Table
from negotiate.law.words import Contract
from negotiate.rooms.actions.filing import copies_of, pack_of
from negotiate.rooms.minutes import minutes_of
from negotiate.rooms.models import Draft, Room

ROOM_FOR_INK = (f"{BLANK * 2}\n\n\n\n", BLANK * 2)


def signed(room: Room) -> tuple[Paper, Draft] | None:
    """The newest contract of the room that is signed, with its draft."""
    paper = Paper.objects.of_room(room.pk).filter(completed_at__isnull=False).first()
    draft = room.drafts.exclude(signed_on=None).last()
    if paper is None or draft is None or not paper.is_contract:
        return None
    return paper, draft


def forms(room: Room) -> Iterator[Sheet]:
    found = signed(room)
    if found is not None:
        yield _form(room, *found)


def notes(room: Room) -> Iterator[Sheet]:
    found = signed(room)
    if found is not None:
        yield _note(room, *found)


def _form(room: Room, paper: Paper, draft: Draft) -> Sheet:
    return Sheet(
        title="集体合同报送审查登记表",
        number=paper.number,
        enterprise=room.enterprise.name,
        at=paper.completed_at or room.scheduled_at,
        sections=(
            Section("", (), Table(("项目", "内容"), tuple(_particulars(room, paper, draft)))),
            Section("报送材料", (), _enclosures(room)),
            Section(
                "",
                (),
                Table(("收件机关意见", "收件日期和签章"), ((f"{BLANK * 2}\n\n\n\n", BLANK),)),
            ),
        ),
        signatures=tuple(place(room, seat) for seat in chiefs(room)),
        lead_in="报送单位：",
    )


def _particulars(room: Room, paper: Paper, draft: Draft) -> Iterator[tuple[str, str]]:
    yield "用人单位", room.enterprise.name
    yield "合同名称", paper.title
    yield "合同种类", Contract(room.contract).label
    yield "合同期限", f"{day(draft.starts_on)}至{day(draft.ends_on)}"
    workers = paper.card.workers  # when it was signed
    yield "职工人数", f"{workers}人" if workers else BLANK
    for seat in chiefs(room):
        yield f"{seat.of.label if seat.of else ''}首席代表", seat.person.name
    yield "签订日期", day(draft.signed_on)
    for of in room.ratifications.filter(state="passed"):
        yield "审议通过", f"应到{of.roll_size}人，实到{of.present}人，{day(of.concluded_at)}"
    yield "文件摘要（SHA-256）", paper.sha256


def _enclosures(room: Room) -> Table:
    rows = tuple(
        (f"{n}", one.label, f"{copies_of(room)}份" if one is Enclosure.CONTRACT else "1份", "")
        for n, one in enumerate(pack_of(room), 1)
    )
    return Table(("序号", "材料", "份数", "收件核对"), rows)


def _note(room: Room, paper: Paper, draft: Draft) -> Sheet:
    return Sheet(
        title="集体协商情况说明",
        enterprise=room.enterprise.name,
        at=paper.completed_at or room.scheduled_at,
        sections=(
            Section("要约和答复", tuple(_offered(room))),
            Section("协商会议", tuple(_met(room))),
            Section("审议", tuple(_ratified(room))),
            Section("签订", (f"双方首席代表于{day(draft.signed_on)}签订，编号{paper.number}。",)),
        ),
        signatures=tuple(place(room, seat) for seat in chiefs(room)),
        date=day(paper.completed_at),
    )


def _offered(room: Room) -> Iterator[str]:
    for offer in room.offers.order_by("number"):
        yield f"{offer.of.label}于{day(offer.sent_at)}发出第{offer.number}号要约书。"
        if offer.answered_at:
            label = dict(offer._meta.get_field("reply").choices or ())[offer.reply]
            yield f"{offer.of.other.label}于{day(offer.answered_at)}书面答复：{label}。"


def _met(room: Room) -> Iterator[str]:
    for sitting in minutes_of(room):
        yield f"第{sitting.number}次会议于{at(sitting.opened_at)}召开。"


def _ratified(room: Room) -> Iterator[str]:
    for of in room.ratifications.exclude(resolution="").select_related("bound"):
        who = f"{of.bound.name}：" if of.bound else ""
        passed = "通过" if of.state == of.State.PASSED else "未通过"
        yield (
            f"{who}第{of.attempt}次审议，应到{of.roll_size}人，实到{of.present}人，{passed}"
            f"（{day(of.concluded_at)}）。"
        )

"""集体协商要约书 and 应约书（答复书）: one pair an offer."""

from collections.abc import Iterator

from agreements.papers.composing import seats_in_order
from agreements.papers.sheet import Section, Sheet
from agreements.papers.text import SignatureBlock
from agreements.sheets.words import at, day, of_side, party, role
from negotiate.law.terms import Table
from negotiate.law.words import Side
from negotiate.people.models import Seat
from negotiate.rooms.actions.offering import article_of_reply
from negotiate.rooms.models import Offer, Reply, Room

REPLY_IN_TIME = "请自收到本要约书之日起，在规定的期限内书面答复"


def offers(room: Room) -> Iterator[Sheet]:
    for offer in room.offers.order_by("number"):
        yield _offer(room, offer)


def replies(room: Room) -> Iterator[Sheet]:
    for offer in room.offers.exclude(reply="").order_by("number"):
        yield _reply(room, offer)


def _offer(room: Room, offer: Offer) -> Sheet:
    article = article_of_reply(room, "")
    return Sheet(
        title="集体协商要约书",
        number=f"第{offer.number}号",
        enterprise=room.enterprise.name,
        at=offer.sent_at,
        addressee=party(room, offer.of.other),
        sections=(
            Section("目的和依据", (offer.purpose, f"依据：{offer.basis}。")),
            Section("协商时间和地点", (f"{at(offer.at)}，{offer.place}。",)),
            Section("协商事项", tuple(f"{matter}。" for matter in offer.matters)),
            _lists(room, offer),
            Section("请提供的资料", tuple(_materials(offer))),
            Section("答复期限", (f"{REPLY_IN_TIME}{_cited(article)}。",)),
        ),
        signatures=(_hand(room, offer.of, offer.sent_by),),
        date=day(offer.sent_at),
    )


def _lists(room: Room, offer: Offer) -> Section:
    said = f"双方各派代表{offer.representatives}人，我方代表如下；请贵方在答复时提出代表名单。"
    return Section("双方代表", (said,), _table(room, offer.of))


def _table(room: Room, side: Side) -> Table | None:
    own = of_side(seats_in_order(room), side)
    rows = tuple(
        (f"{n}", s.person.name, s.person.post or "—", role(s)) for n, s in enumerate(own, 1)
    )
    return Table(("序号", "姓名", "职务", "身份"), rows) if rows else None


def _materials(offer: Offer) -> Iterator[str]:
    if offer.materials:
        due = f"，请于{day(offer.materials_due)}前提供" if offer.materials_due else ""
        yield f"{offer.materials.rstrip('。')}{due}。"


def _reply(room: Room, offer: Offer) -> Sheet:
    side = offer.of.other
    agrees = offer.reply != Reply.REFUSE
    received = f"贵方第{offer.number}号要约书，我方于{day(offer.received_at)}收到。"
    return Sheet(
        title="应约书",
        number=f"答复第{offer.number}号要约书",
        enterprise=room.enterprise.name,
        at=offer.answered_at or offer.sent_at,
        addressee=party(room, offer.of),
        sections=(
            Section("要约书的收到", (received,)),
            Section("答复", (f"{Reply(offer.reply).label}。",)),
            Section("对各事项的意见", tuple(_positions(offer))),
            Section("协商时间和地点", (f"{at(offer.at)}，{offer.place}。",) if agrees else ()),
            Section("我方代表", (), _table(room, side) if agrees else None),
        ),
        signatures=(_hand(room, side, offer.answered_by),),
        date=day(offer.answered_at),
    )


def _positions(offer: Offer) -> Iterator[str]:
    """The answer was given to all matters together; where there is none, they are agreed to."""
    matters = "、".join(offer.matters)
    yield f"{matters}：{offer.answer.rstrip('。') or Reply(offer.reply).label}。"


def _hand(room: Room, side: Side, name: str) -> SignatureBlock:
    return SignatureBlock(f"{side.label}首席代表", name, party(room, side))


def _cited(article: str) -> str:
    return f"（{article}）" if article else ""


def chiefs(room: Room) -> list[Seat]:
    return [seat for seat in seats_in_order(room) if seat.is_chief]

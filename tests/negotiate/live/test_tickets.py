"""A ticket lets one seat into one room, for a day and for as long as its link is the newest."""

from negotiate.law.words import Side
from negotiate.live.audience import Audience
from negotiate.live.tickets import Ticket, issue
from negotiate.rooms.actions import seating
from tests.negotiate.live.conftest import Tokens
from tests.negotiate.live.phone import Phone, act
from tests.negotiate.meeting import Meeting
from tests.visitor import Aged

W = Side.WORKER


async def test_a_reissued_link_closes_the_sockets_of_the_old_one(
    hall: Meeting, tokens: Tokens
) -> None:
    async with Phone(tokens.worker) as one, Phone(tokens.worker) as other:
        await one.greet(), await other.greet()
        await act(seating.reissue, hall.chair, hall.other(W).pk)
        for phone in (one, other):
            heard = await phone.until("close")
            assert heard[-1]["code"] == 4401
            gone = heard[-2]
            assert (gone["t"], gone["text"]) == (
                "gone",
                "您的入场码已更换，请向主持人要新的入场码。",
            )
    assert not await Phone(tokens.worker).connects()


async def test_a_neighbours_socket_stays_open(hall: Meeting, tokens: Tokens) -> None:
    async with Phone(tokens.chief) as phone:
        await act(seating.reissue, hall.chair, hall.other(W).pk)
        await phone.say("ping")
        await phone.hear("pong")


def signed_ago(hall: Meeting, hours: int) -> str:
    seat = hall.other(W)
    audience = {
        "room": seat.room_id,
        "face": "phone",
        "side": "worker",
        "capacities": ["representative"],
        "language": "zh-hans",
    }
    ticket = {"audience": audience, "seat": seat.pk, "serial": seat.link_serial}
    return Aged("live ticket", hours * 3600).sign_object(ticket)


async def test_a_ticket_lasts_a_day(hall: Meeting) -> None:
    async with Phone(signed_ago(hall, 23)):
        pass
    assert not await Phone(signed_ago(hall, 25)).connects()


async def test_nobody_enters_without_a_ticket_of_this_rooms_own(
    hall: Meeting, tokens: Tokens
) -> None:
    def elsewhere() -> list[str]:
        seat, room = hall.other(W), hall.room
        stranger = Meeting("caterer").chief(W)
        audience = Audience(room.pk, "phone", "employer", ("chief",), "zh-hans")
        screen = Audience(room.pk, "screen", "", (), "zh-hans")
        return [
            issue(Ticket(audience, stranger.pk, stranger.link_serial)),
            issue(Ticket(audience, seat.pk, seat.link_serial + 1)),
            issue(Ticket(audience, 10**15, 1)),
            issue(Ticket(screen, None, room.screen_serial + 1)),
        ]

    good = tokens.worker
    spoiled = ["", "x", good[:-1], good[1:], good + "x", good.split(".")[0], "é" * 20]
    for token in [*spoiled, *await act(elsewhere)]:
        assert not await Phone(token).connects(), token


async def test_nobody_enters_who_speaks_another_protocol(tokens: Tokens) -> None:
    assert not await Phone(tokens.worker, protocol="other").connects()
    phone = Phone(tokens.worker)
    for offered in ([], ["yishi"], ["yishi", tokens.worker, "more"]):
        phone = Phone(tokens.worker)
        phone.line.scope["subprotocols"] = offered
        assert not await phone.connects()


async def test_nobody_enters_from_another_page(tokens: Tokens) -> None:
    for origin in (b"http://evil.example", b"http://testserver:81", b"https://testserver", b"null"):
        phone = Phone(tokens.worker)
        phone.line.scope["headers"] = [(b"origin", origin)]
        assert not await phone.connects()

"""Whose seat is whose, in the server's own database, called over JSON (tests.call)."""

from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.utils import timezone

from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.live.tickets import Ticket, issue
from negotiate.people.links import bind, link_path, new_device
from negotiate.people.models import Account, Seat
from negotiate.people.staff_file import StaffRow
from negotiate.rooms.actions import enrolment, seating
from negotiate.rooms.order import ordered
from negotiate.rooms.sight.faces import audience_of


def ticket(seat_id: int) -> str:
    """A seat's ticket, of the newest link."""
    seat = Seat.objects.get(pk=seat_id)
    return issue(Ticket(audience_of(seat), seat.pk, seat.link_serial))


def cookie(seat_id: int) -> str:
    """What a browser sends that has entered with this seat's link."""
    seat = Seat.objects.get(pk=seat_id)
    seat.device = seat.device or new_device()
    seat.save(update_fields=["device"])
    answer = HttpResponse()
    bind(answer, HttpRequest(), seat)
    return f"seat={answer.cookies['seat'].value}"


def links(seat_ids: list[int]) -> list[str]:
    """The paths behind the seats' QR codes."""
    return [link_path(seat) for seat in Seat.objects.filter(pk__in=seat_ids)]


def reissue(seat_id: int) -> str:
    """A new link for the seat; its ticket."""
    seating.reissue(_presiding(), seat_id)
    return ticket(seat_id)


def unseat(seat_id: int) -> str:
    """Take the seat away, or why not."""
    try:
        seating.unseat(_presiding(), seat_id)
    except Refused as refusal:
        return str(refusal)
    return ""


def enrol(names: list[str], *, arrived: bool = True) -> list[int]:
    """Put people on the staff's roll; their seats."""
    rows = [StaffRow(line, name, "", "") for line, name in enumerate(names, 2)]
    with ordered(_presiding(), Action.ENROL) as order:
        enrolment.enrol(order, rows)
    seats = Seat.objects.staff().filter(person__name__in=names)
    if arrived:
        seats.update(arrived_at=timezone.now())
    return list(seats.values_list("pk", flat=True))


def administrator() -> str:
    """What a browser sends in which the server's administrator has signed in."""
    account = Account.objects.create_superuser("administrator")
    browser = Client()
    browser.force_login(account, "django.contrib.auth.backends.ModelBackend")
    return f"sessionid={browser.cookies['sessionid'].value}"


def chair() -> int:
    """The chair's seat."""
    return _presiding().pk


def _presiding() -> Seat:
    return Seat.objects.select_related("room", "person").get(presides=True)

"""A seat's pages as its own browser gets them."""

from django.test import Client

from negotiate.people.models import Seat


def at(seat: Seat, path: str = "") -> str:
    return f"/s/{seat.pk}/{path}"


def shown(visitor: Client, seat: Seat, path: str = "") -> str:
    answer = visitor.get(at(seat, path))
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()

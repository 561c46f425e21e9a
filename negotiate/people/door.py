"""Who stands at the door: every page asks here first, and a stranger sees nothing at all."""

from django.http import Http404, HttpRequest

from negotiate.law.refusal import N_
from negotiate.people.links import is_bound, was_bound
from negotiate.people.models import Account, Seat


class NoEntry(Http404):
    """The page does not exist for this visitor; its sentence says what to do instead."""


def seat_at(request: HttpRequest, seat_id: int) -> Seat:
    """The seat whose page this is, if the visitor's phone or account is that seat's."""
    seat = (
        Seat.objects.select_related("person", "room__book", "room__enterprise")
        .filter(pk=seat_id)
        .first()
    )
    if seat and (is_bound(request, seat) or _signed_in_as(request, seat)):
        return seat
    if was_bound(request):
        raise NoEntry(N_("您的入场码已更换或已过期，请向主持人要新的入场码。"))
    raise NoEntry(N_("请先扫描自己的入场码，或以账号登录。"))


def account_at(request: HttpRequest) -> Account:
    """The signed-in account. Views behind it carry `login_required`."""
    assert isinstance(request.user, Account)  # noqa: S101  narrows the type for the checker
    return request.user


def _signed_in_as(request: HttpRequest, seat: Seat) -> bool:
    return request.user.is_authenticated and seat.account_id == request.user.pk

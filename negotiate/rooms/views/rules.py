"""The rules that a room keeps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from negotiate.people.door import seat_at
from negotiate.places.table import groups


@never_cache
@require_GET
def rules(request: HttpRequest, seat_id: int) -> HttpResponse:
    """As they stood when the room was made, each with its article."""
    seat = seat_at(request, seat_id)
    kept = seat.room.rules
    page = {"seat": seat, "rules": kept, "groups": groups(kept, gettext)}
    return render(request, "negotiate/rooms/rules.html", page)

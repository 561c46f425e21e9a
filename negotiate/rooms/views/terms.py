"""The term board: how far all terms are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from negotiate.people.door import seat_at
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.faces import audience_of
from negotiate.rooms.sight.reading import read


@never_cache
@require_GET
def board(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Every term under its state, what is still to be done first."""
    seat = seat_at(request, seat_id)
    seen = Board(read(seat.room_id), audience_of(seat))
    page = {"seat": seat, "board": seen, "room": seen.room}
    return render(request, "negotiate/rooms/terms.html", page)

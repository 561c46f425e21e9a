"""The paper behind a seat's door."""

from django.http import Http404, HttpRequest

from agreements.papers.models import Paper
from negotiate.people.door import seat_at
from negotiate.people.models import Seat


def paper_at(request: HttpRequest, seat_id: int) -> tuple[Seat, Paper]:
    """The visitor's seat and its room's newest paper, without the bytes; 404 if there is none."""
    seat = seat_at(request, seat_id)
    papers = Paper.objects.of_room(seat.room_id).select_related("evidence")
    paper = papers.defer("docx", "evidence__content").first()
    if paper is None:
        raise Http404
    return seat, paper

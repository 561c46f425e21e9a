"""What a side wants to know of the other, and what became of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext

from negotiate import moment
from negotiate.asked import Asked
from negotiate.law.information import Standing, standing
from negotiate.law.words import Side
from negotiate.rooms.models import InformationRequest

_REQUESTS: Final = Asked(
    lambda room: InformationRequest.objects.filter(room__in=[room]).values_list(
        "room", "pk", "side", "seat__person__name", "question", "due", "promised_for", "answer",
        "answered_by__person__name", "answered_at",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RequestView:
    """What `side` wants to know of the other."""

    pk: int
    side: Side
    by: str
    question: str
    due: date
    promised_for: date | None
    answer: str
    answered_by: str
    answered_on: date | None
    standing: Standing

    @property
    def owed_by(self) -> str:
        return gettext(self.side.other.label)


def requests_of(rooms: Collection[int]) -> dict[int, tuple[RequestView, ...]]:
    """By room."""
    asked = _REQUESTS.each(rooms).items()
    return {room: tuple(_request(*row) for row in rows) for room, rows in asked}


def _request(
    pk: int, side: str, by: str, question: str, due: date, promised: date | None,
    answer: str, answered_by: str | None, answered_at: datetime | None,
) -> RequestView:  # fmt: skip
    on = moment.day_of(answered_at) if answered_at else None
    state = standing(due, promised, on, moment.today())
    return RequestView(
        pk, Side(side), by, question, due, promised, answer, answered_by or "", on, state
    )

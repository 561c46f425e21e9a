"""Addresses of the stage at which a draft is ratified, and of its rehearsal."""

from django.urls import path

from negotiate.rooms.urls.below import SEAT
from negotiate.rooms.views import ratifying, rehearsal

ONE = SEAT + "ratifications/<int:ratification_id>/"

urlpatterns = [
    path(SEAT + "ratification/open/", ratifying.summon, name="open-ratification"),
    path(SEAT + "ratifications/", ratifying.attempts, name="resolutions"),
    path(SEAT + "conclude/", ratifying.conclude, name="conclude"),
    path(ONE + "again/", ratifying.again, name="call-again"),
    path(ONE + "paper/", ratifying.from_paper, name="record-ratification"),
    path(ONE + "items/<int:term_id>/open/", ratifying.open_item, name="open-item"),
    path(SEAT + "rehearsal/", rehearsal.rehearse, name="rehearsal"),
]

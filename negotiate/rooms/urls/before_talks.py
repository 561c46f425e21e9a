"""Addresses from the offer to the notice of a session, and of talks that fail."""

from django.urls import path

from negotiate.rooms.urls.below import SEAT
from negotiate.rooms.views import composing, impasse, offering

urlpatterns = [
    path(SEAT + "offers/", offering.offers, name="offers"),
    path(SEAT + "offers/new/", offering.offer, name="make-offer"),
    path(SEAT + "offers/receipt/", offering.receipt, name="offer-receipt"),
    path(SEAT + "offers/respond/", offering.respond, name="respond"),
    path(SEAT + "offers/withdraw/", offering.withdraw_offer, name="withdraw-offer"),
    path(SEAT + "recorder/<int:other_id>/", composing.agree_recorder, name="agree-recorder"),
    path(SEAT + "roster/<int:other_id>/vacate/", composing.vacate, name="vacate"),
    path(SEAT + "call/", composing.call, name="call"),
    path(SEAT + "deadlock/", impasse.deadlock, name="deadlock"),
    path(SEAT + "coordination/", impasse.coordinate, name="coordinate"),
    path(SEAT + "coordination/extend/", impasse.extend, name="extend"),
    path(SEAT + "recall/", impasse.recall, name="recall"),
    path(SEAT + "end-talks/", impasse.end_talks, name="end-talks"),
]

"""Addresses of the talks beside the terms' own: who speaks, what is bound together, what was
asked, and how far all terms are."""

from django.urls import path, re_path

from negotiate.rooms.urls.below import SEAT
from negotiate.rooms.views import floor, information, packages, terms

PACKAGE = SEAT + "packages/<int:package_id>/"
REQUEST = SEAT + "requests/<int:request_id>/"

urlpatterns = [
    re_path(
        rf"^s/(?P<seat_id>[0-9]{{1,18}})/floor/(?P<press>{'|'.join(floor.OWN)})/$",
        floor.own,
        name="floor",
    ),
    path(SEAT + "floor/next/", floor.give, name="give-floor"),
    path(SEAT + "packages/new/", packages.bundle, name="bundle"),
    path(PACKAGE + "agree/", packages.agree, name="agree"),
    path(PACKAGE + "unbundle/", packages.unbundle, name="unbundle"),
    path(SEAT + "requests/", information.requests, name="requests"),
    path(SEAT + "requests/new/", information.ask, name="request"),
    path(REQUEST + "answer/", information.answer, name="answer"),
    path(REQUEST + "promise/", information.promise, name="promise"),
    path(SEAT + "terms/", terms.board, name="terms"),
]

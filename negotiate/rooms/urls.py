"""Addresses of a room. Everything a seat may do lies below the seat's own page, so that a
fragment can name it relatively and be the same for everybody."""

from django.urls import path, re_path

from negotiate.rooms.views import (
    ballot,
    counting,
    entry,
    ledger,
    orders,
    pages,
    papers,
    polls,
    seating,
    sitting,
)

SEAT = "s/<int:seat_id>/"
TERM = SEAT + "terms/<int:term_id>/"

urlpatterns = [
    path("j/<str:token>/", entry.join, name="join"),
    path("matters/<int:matter_id>/book/", sitting.book, name="book"),
    path("screen/<str:token>/", pages.screen, name="screen"),
    path("screen/<str:token>/news/", pages.screen_news, name="screen-news"),
    path(SEAT, pages.seat, name="seat"),
    path(SEAT + "record/", pages.record, name="record"),
    path(SEAT + "news/", pages.seat_news, name="seat-news"),
    re_path(
        rf"^s/(?P<seat_id>[0-9]{{1,18}})/(?P<order>{'|'.join(orders.SITTING)})/$",
        orders.of_sitting,
        name="order",
    ),
    path(SEAT + "check-in/", orders.check_in, name="check-in"),
    path(SEAT + "present/<int:other_id>/", orders.mark_present, name="mark-present"),
    path(SEAT + "suspend/", sitting.suspend, name="suspend"),
    path(SEAT + "escalate/", sitting.escalate, name="escalate"),
    path(SEAT + "roster/", seating.roster, name="roster"),
    path(SEAT + "roster/sample/", seating.sample, name="roster-sample"),
    path(SEAT + "roster/upload/", seating.upload, name="roster-upload"),
    path(SEAT + "roster/<int:other_id>/unseat/", seating.unseat, name="unseat"),
    path(SEAT + "slips/", seating.slips, name="slips"),
    path(SEAT + "slips/<int:other_id>/reissue/", seating.reissue, name="reissue"),
    path(SEAT + "terms/add/", ledger.add_term, name="add-term"),
    path(TERM, ledger.history, name="term"),
    path(TERM + "propose/", ledger.propose, name="propose"),
    path(TERM + "rescreen/", ledger.rescreen, name="rescreen"),
    path(TERM + "defer/", ledger.defer, name="defer"),
    path(TERM + "withdraw/", ledger.withdraw, name="withdraw"),
    path(TERM + "reopen/", orders.reopen, name="reopen"),
    path(TERM + "poll/", orders.open_poll, name="open-poll"),
    path(TERM + "ask/", polls.ask, name="ask"),
    path(TERM + "confirm/", orders.confirm, name="confirm"),
    path(TERM + "acclaim/", orders.acclaim, name="acclaim"),
    path(SEAT + "polls/<int:poll_id>/vote/", ballot.vote, name="vote"),
    path(SEAT + "polls/<int:poll_id>/close/", orders.close_poll, name="close-poll"),
    path(SEAT + "polls/<int:poll_id>/hand-out/", counting.hand_out, name="hand-out"),
    path(SEAT + "polls/<int:poll_id>/hand-out/<int:other_id>/", counting.issue, name="issue-paper"),
    path(SEAT + "polls/<int:poll_id>/count/", counting.enter, name="enter-count"),
    path(SEAT + "polls/<int:poll_id>/count/confirm/", counting.confirm, name="confirm-count"),
    path(SEAT + "polls/<int:poll_id>/papers/", papers.papers, name="poll-papers"),
    path(SEAT + "polls/<int:poll_id>/papers/export/", papers.export, name="poll-export"),
    path(SEAT + "polls/<int:poll_id>/papers/verify/", papers.verify, name="poll-verify"),
]

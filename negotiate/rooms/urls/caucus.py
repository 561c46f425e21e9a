"""Addresses of what one side does by itself, and of its chief's break and secret word."""

from django.urls import path

from negotiate.rooms.urls.below import SEAT, TERM
from negotiate.rooms.views import caucus, drafts, recess

OWN = SEAT + "caucus/"

urlpatterns = [
    path(OWN, caucus.page, name="caucus"),
    path(OWN + "news/", caucus.news, name="caucus-news"),
    path(OWN + "notes/", caucus.add_note, name="caucus-note"),
    path(OWN + "notes/<int:number>/delete/", caucus.delete_note, name="caucus-note-delete"),
    path(OWN + "ask/", caucus.ask, name="straw-ask"),
    path(OWN + "polls/<int:number>/vote/", caucus.vote, name="straw-vote"),
    path(OWN + "polls/<int:number>/end/", caucus.end, name="straw-end"),
    path(OWN + "terms/<int:term_id>/", drafts.write, name="caucus-draft"),
    path(OWN + "drafts/<int:number>/", drafts.change, name="caucus-draft-open"),
    path(OWN + "drafts/<int:number>/delete/", drafts.delete, name="caucus-draft-delete"),
    path(SEAT + "call-caucus/", recess.call, name="call-caucus"),
    path(TERM + "accept-if/", recess.accept_if, name="accept-if"),
    path(TERM + "accept-if/back/", recess.take_back, name="accept-if-back"),
]

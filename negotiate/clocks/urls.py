"""Deadlines as a calendar."""

from django.urls import path

from negotiate.clocks import views

urlpatterns = [
    path("calendar/renew/", views.renew, name="renew-calendar"),
    path("calendar/<str:token>.ics", views.feed, name="calendar"),
]

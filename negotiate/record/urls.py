"""Addresses that anybody may open."""

from datetime import date

from django.urls import path, register_converter

from negotiate.record import views


class Day:
    """2026-11-29, and no day that there is not."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        return str(value)


register_converter(Day, "day")

urlpatterns = [
    path("heads/", views.heads, name="heads"),
    path("heads/<day:day>.txt", views.day_head, name="day-head"),
]

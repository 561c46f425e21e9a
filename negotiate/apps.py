"""Tells Django that this package holds one app, and opens its desk for the hall."""

from django.apps import AppConfig


class NegotiateConfig(AppConfig):
    name = "negotiate"

    def ready(self) -> None:
        from negotiate.live.desk import register
        from negotiate.rooms.desk import RoomDesk

        register(RoomDesk())

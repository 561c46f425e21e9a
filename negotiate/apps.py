"""Tells Django that this package holds one app; opens its desk for the hall, and connects what
follows from acts."""

from django.apps import AppConfig


class NegotiateConfig(AppConfig):
    name = "negotiate"

    def ready(self) -> None:
        from negotiate.clocks.listed import deadlines
        from negotiate.live.desk import register
        from negotiate.matters.home import register_part
        from negotiate.rooms.actions.filing import on_effect
        from negotiate.rooms.desk import RoomDesk
        from negotiate.rooms.order import took_effect
        from negotiate.rooms.sight.after_draft import after_draft_panel
        from negotiate.rooms.sight.before_talks import before_talks_panel
        from negotiate.rooms.sight.faces import register_panel
        from negotiate.rooms.sight.recorders import recorder_panel

        register(RoomDesk())
        register_part(deadlines)
        took_effect.connect(on_effect, weak=False, dispatch_uid="the contract holds")
        register_panel(before_talks_panel)
        register_panel(recorder_panel)
        register_panel(after_draft_panel)

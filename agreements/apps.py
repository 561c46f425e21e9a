"""The second of the two Django apps; its models live in the rooms."""

from typing import Any

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """From agreed terms to a signed paper."""

    name = "agreements"
    verbose_name = "协商成果"

    def ready(self) -> None:
        """Draw the paper in the transaction that sums up a room, and drop it with the talks'
        return; put the signing panel on the room's board, and its files among what is verified."""
        from agreements.papers.actions import drop, freeze
        from agreements.signing.integrity import room_faults
        from agreements.signing.panel import signing_panel
        from negotiate.rooms.checks import register_check
        from negotiate.rooms.order import reopened, summed_up
        from negotiate.rooms.sight.faces import register_panel

        def on_summed_up(room: Any, **_: object) -> None:
            freeze(room)

        def on_reopened(room: Any, **_: object) -> None:
            drop(room)

        summed_up.connect(on_summed_up, weak=False, dispatch_uid="freeze the paper")
        reopened.connect(on_reopened, weak=False, dispatch_uid="drop the paper")
        register_panel(signing_panel)
        register_check(room_faults)

"""The second of the two Django apps; its models live in the rooms."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_save


class AgreementsConfig(AppConfig):
    """From agreed terms to a signed paper."""

    name = "agreements"
    verbose_name = "协商成果"

    def ready(self) -> None:
        """Draw the paper in the transaction that sums up a room, and drop it with the talks'
        return; put the signing panel on the room's board, its files among what is verified, and
        what others agreed beside a term that is drafted; read the archive's columns early."""
        from agreements import checks  # noqa: F401  registers itself
        from agreements.api.kept import token_faults
        from agreements.archive import columns, figures
        from agreements.archive.actions import follow_enterprise, follow_room
        from agreements.archive.index import index
        from agreements.archive.old_cards import follow_time
        from agreements.compare.others import agreed_elsewhere
        from agreements.evidence.actions import keep
        from agreements.layouts.kept import county_faults
        from agreements.old.kept import old_faults
        from agreements.papers.actions import drop, freeze
        from agreements.papers.standing import require_unsigned
        from agreements.sheets.panel import sheets_panel
        from agreements.signing.completing import completed
        from agreements.signing.integrity import room_faults
        from agreements.signing.panel import signing_panel
        from agreements.similar.waiting import compare_waiting
        from negotiate.early import read_early
        from negotiate.people.models import Enterprise
        from negotiate.places.checks import register_county_check
        from negotiate.rooms.checks import register_check
        from negotiate.rooms.examples import register_examples
        from negotiate.rooms.models import Room
        from negotiate.rooms.order import leaving, reopened, summed_up, time_left, time_passed
        from negotiate.rooms.sight.faces import register_panel

        def on_summed_up(room: Any, **_: object) -> None:
            freeze(room)

        def on_reopened(room: Any, **_: object) -> None:
            drop(room)

        def on_leaving(room: Any, **_: object) -> None:
            require_unsigned(room)

        def on_room_saved(instance: Room, update_fields: Any, **_: object) -> None:
            if update_fields and "stage" in update_fields:
                follow_room(instance)

        def on_enterprise_saved(instance: Enterprise, created: bool, **_: object) -> None:
            if not created:
                follow_enterprise(instance)

        def on_time_passed(**_: object) -> None:
            follow_time()

        def settle_rows(**_: object) -> None:
            index().settle()

        def compare_rest(**_: object) -> None:
            compare_waiting()

        def on_completed(paper: Any, **_: object) -> None:
            keep(paper)

        post_save.connect(on_room_saved, Room, weak=False, dispatch_uid="follow the room")
        post_save.connect(
            on_enterprise_saved, Enterprise, weak=False, dispatch_uid="follow the enterprise"
        )
        completed.connect(on_completed, weak=False, dispatch_uid="keep the evidence")
        summed_up.connect(on_summed_up, weak=False, dispatch_uid="freeze the paper")
        reopened.connect(on_reopened, weak=False, dispatch_uid="drop the paper")
        time_passed.connect(on_time_passed, weak=False, dispatch_uid="old contracts end")
        time_left.connect(settle_rows, weak=False, dispatch_uid="settle rows of the index")
        time_left.connect(compare_rest, weak=False, dispatch_uid="compare what waits")
        leaving.connect(on_leaving, weak=False, dispatch_uid="keep all hands")
        read_early(columns.current)
        read_early(figures.current)
        register_panel(signing_panel)
        register_panel(sheets_panel)
        register_examples(agreed_elsewhere)
        register_check(room_faults)
        register_county_check(county_faults)
        register_county_check(old_faults)
        register_county_check(token_faults)

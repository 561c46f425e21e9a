"""A scan that was kept before scans were compared is one accepted file afterwards, and holds."""

import hashlib
from collections.abc import Iterator
from functools import partial

import pytest
from django.core.management import call_command
from django.db import connection

from agreements.signing.actions import put_together
from agreements.signing.scan_models import Scan, ScanFile
from agreements.signing.waiting import paper_of
from negotiate import moment
from negotiate.law.words import Action, Side
from negotiate.rooms.order import ordered
from tests.agreements.signing.scanned import PDF, bring, newest
from tests.migrating import migrate
from tests.negotiate.meeting import Meeting
from tests.visitor import seated

BEFORE = ("agreements", "0011_county_layouts")
SHA = hashlib.sha256(PDF).hexdigest()


@pytest.fixture
def meeting(committing: None) -> Iterator[Meeting]:
    made = Meeting("award")
    made.open()
    made.agree()
    made.sum_up()
    yield made
    migrate()
    if connection.vendor == "postgresql":  # the archive's index there is no model's table
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM agreements_grams")


def signed_as_before(meeting: Meeting) -> None:
    """As the product did it: uploading was accepting, and the record said so in one entry."""
    with ordered(meeting.chair, Action.UPLOAD_SCAN) as order:
        paper, seat = paper_of(meeting.chair), order.seat
        scan = Scan.objects.create(
            paper=paper, uploaded_by=seat, accepted_by=seat, accepted_at=moment.now()
        )
        facts = {"content": PDF, "media_type": "application/pdf", "sha256": SHA}
        ScanFile.objects.create(scan=scan, position=1, uploaded_by=seat, **facts)
        order.note(scan=SHA, signers=[], digest=paper.digest)
        order.then(partial(put_together, order, meeting.chair, paper, "C"))


def test_a_scan_of_before_is_found_and_verified_after_the_upgrade(meeting: Meeting) -> None:
    signed_as_before(meeting)
    old = migrate(BEFORE).loader.project_state([BEFORE]).apps
    kept = old.get_model("agreements", "Scan").objects.get()
    assert (bytes(kept.content), kept.sha256, kept.media_type) == (PDF, SHA, "application/pdf")
    migrate()
    file = ScanFile.objects.get()
    assert (bytes(file.content), file.sha256, file.at) == (PDF, SHA, kept.at)
    assert file.scan.accepted_by == meeting.chair
    seat = meeting.other(Side.WORKER)
    assert seated(seat).get(f"/s/{seat.pk}/paper/scan-file/").content == PDF
    call_command("verify_record", meeting.room.pk)


def test_a_draft_does_not_survive_the_way_back(meeting: Meeting) -> None:
    """The older program would take it for the proof of ink."""
    bring(meeting.chair)
    old = migrate(BEFORE).loader.project_state([BEFORE]).apps
    assert not old.get_model("agreements", "Scan").objects.exists()
    migrate()
    assert not newest(meeting.chair).is_complete

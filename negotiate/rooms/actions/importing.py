"""Reading an uploaded list of staff beside the requests, and saying how far it is.

Reading takes seconds for thousands of lines, so it has a thread of its own, with its own
connection. The roll itself is written in one transaction at the end: a process that dies before
its commit leaves nothing changed.
"""

import logging
from dataclasses import dataclass, replace
from threading import Thread
from time import monotonic
from typing import Final

from django.db import IntegrityError, connections, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext

from negotiate.law import stages
from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.people.sheets import BadRows, Upload
from negotiate.people.staff_file import StaffRow, read_staff
from negotiate.rooms.actions.enrolment import enrol
from negotiate.rooms.imports import BROKEN, RollImport, dead_by
from negotiate.rooms.order import ordered

A_MOMENT: Final = 0.7  # seconds that the upload's own page waits: short lists are done by then
BETWEEN: Final = 0.3  # seconds between two words of progress
SOME: Final = 20  # names kept of those who were not added
RUNNING: Final = RollImport.State.RUNNING
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """An uploaded file as it lives on after its request."""

    name: str
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)

    def read(self) -> bytes:
        return self.content


def start(seat: Seat, upload: Upload, *, congress: bool = False) -> None:
    """Begin to read a list into the roll of the seat's room; one at a time a room. `congress`: all
    of them are delegates of the congress, whatever the list says."""
    stages.check(seat.room.goes_by, Action.ENROL, seat.capacities, seat.room.is_at)
    kept = Kept(upload.name or "", upload.read())
    running = RollImport.objects.filter(room=seat.room_id, state=RUNNING)
    running.filter(dead_by(timezone.now())).update(state=RollImport.State.REFUSED, refused=BROKEN)
    try:
        with transaction.atomic():
            begun = RollImport.objects.create(room_id=seat.room_id)
    except IntegrityError:
        raise Refused("另一份名单正在导入，请等它导完。") from None
    language = translation.get_language() or "zh-hans"
    worker = Thread(target=_work, args=(seat, begun.pk, kept, language, congress), daemon=True)

    def run() -> None:
        worker.start()
        worker.join(A_MOMENT)

    transaction.on_commit(run)


def _work(seat: Seat, key: int, upload: Upload, language: str, congress: bool) -> None:
    try:
        with translation.override(language):
            work_off(seat, key, upload, congress=congress)
    finally:
        connections.close_all()


def work_off(seat: Seat, key: int, upload: Upload, *, congress: bool = False) -> None:
    """Read, check and write; and keep how it ended."""
    running = RollImport.objects.filter(pk=key, state=RUNNING)
    try:
        rows = read_staff(upload, _Progress(key).tell)
        if congress:
            rows = [replace(row, in_congress=True) for row in rows]
        running.update(rows=len(rows), read=len(rows), is_writing=True, alive_at=timezone.now())
        _write(seat, key, rows)
    except BadRows as refusal:
        lines = [fault.told(gettext) for fault in refusal.faults]
        if refusal.more:
            more = gettext("另外还有 %(more)s 行有问题。") % {"more": refusal.more}
            lines.append(more)
        running.update(state=RollImport.State.REFUSED, refused="\n".join(lines))
    except Refused as refusal:
        running.update(state=RollImport.State.REFUSED, refused=refusal.told(gettext))
    except Exception:
        log.exception("a list of staff could not be imported")
        running.update(state=RollImport.State.REFUSED, refused=gettext(BROKEN))


def _write(seat: Seat, key: int, rows: list[StaffRow]) -> None:
    with ordered(seat, Action.ENROL) as order:
        own = RollImport.objects.select_for_update().filter(pk=key, state=RUNNING).first()
        if own is None:  # it was silent for too long, and given up
            raise Refused(BROKEN)
        found = enrol(order, rows)
        own.state = RollImport.State.DONE
        own.added = len(found.new)
        own.there, own.seated = len(found.there), len(found.seated)
        own.names = {
            "there": found.there[:SOME],
            "seated": found.seated[:SOME],
            "voteless": found.voteless,  # all: somebody has to decide about each
        }
        own.save()


class _Progress:
    """Writes down how far the reading is, a few times a second."""

    def __init__(self, key: int) -> None:
        self.key = key
        self.told_at = monotonic()

    def tell(self, read: int, rows: int) -> None:
        if monotonic() - self.told_at < BETWEEN:
            return
        own = RollImport.objects.filter(pk=self.key, state=RUNNING)
        if not own.update(read=read, rows=rows, alive_at=timezone.now()):
            raise Refused(BROKEN)
        self.told_at = monotonic()

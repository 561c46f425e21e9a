"""A server that dies while it completes a paper: after each statement in turn that the act sends to
the database, and after the last of them is committed."""

import atexit
import os
import signal
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Final, NamedTuple

from django.conf import settings
from django.test.utils import setup_test_environment
from django.urls import reverse

from agreements.checking.register import bundle
from agreements.papers.models import Paper
from agreements.signing.completing import awaited_of
from agreements.signing.stamping import stamp
from agreements.verifying.verify import verify
from negotiate.law.words import Side
from tests.agreements.signing.digital.tsa import time_authority
from tests.agreements.signing.phone import Phone, draw, give
from tests.agreements.signing.scanned import accept, agree, bring
from tests.agreements.signing.time_server import TimeServer
from tests.faults.deaths import alive, content, copy_of, die
from tests.negotiate.meeting import Meeting
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER


class Signing:
    """A meeting before the act, the act, and what the page that goes on with it bears."""

    def __init__(self, meeting: Meeting, act: Callable[[], object], page: str, mark: str) -> None:
        self.meeting, self.act = meeting, act
        self._mark = mark
        self._phones = {
            reverse(page, args=[seat.pk]): seated(seat) for seat in map(meeting.chief, Side)
        }

    def goes_on(self) -> bool:
        """A page of one of the chiefs asks for the act."""
        pages = [phone.get(path).content.decode() for path, phone in self._phones.items()]
        return any(self._mark in page for page in pages)


class Left(NamedTuple):
    """A paper as the next request finds it."""

    stage: str
    complete: bool
    hands: int
    certificates: int
    awaited: int
    verified: str
    evidence: bool
    goes_on: bool


def last_hand() -> Signing:
    """The other chief draws: the platform's keys sign, and the paper is complete."""
    meeting = _summed()
    meeting.sign(W)
    return Signing(meeting, partial(meeting.sign, E), "paper", 'id="sign"')


def last_hand_before_a_phone() -> Signing:
    """The other chief draws: the file stands, and one phone has to sign it yet."""
    meeting = _summed()
    draw(meeting.chief(E), Phone())
    return Signing(meeting, partial(draw, meeting.chief(W), Phone()), "paper", 'id="sign"')


def last_phone() -> Signing:
    """The last phone signs the file, and the paper is complete."""
    meeting, phone = _summed(), Phone()
    meeting.sign(W)
    draw(meeting.chief(E), phone)
    return Signing(meeting, partial(give, meeting.chief(E), phone), "seat", "data-seal=")


def time_stamp() -> Signing:
    """All have signed; the time authority stamps each signature, and the paper is complete."""
    time = _answering()
    settings.TIMESTAMP_URL, settings.TIMESTAMP_ROOTS = time.url, f"{time.roots}"
    meeting = _summed()
    for side in Side:
        meeting.sign(side)
    return Signing(meeting, partial(stamp, meeting.chief(E)), "seat", "data-time")


def scan_in_ink() -> Signing:
    """Every point of the scan was found to agree; the chair completes the paper with it."""
    meeting = _summed()
    bring(meeting.chair)
    agree(meeting.chair)
    return Signing(meeting, partial(accept, meeting.chair), "paper-compare", "等主持人完成签署")


class Found(NamedTuple):
    """`contents`: digests of the database before the act, and after a death behind each statement;
    behind the commit come those of what is left for afterwards. What was left by the death just
    before the commit, and by the one just behind it."""

    contents: list[str]
    died: Left
    gone_on: Left
    committed: Left


def deaths(kind: str) -> Found:
    """Let the act die everywhere, each time on a copy of the same database; after the death before
    the commit let whoever had pressed press again. Runs in a process of its own, on an SQLite
    file."""
    setup_test_environment()  # a visitor asks a host of tests
    signing = SIGNINGS[kind]()
    file = alive()
    contents = [content(file)]
    for statements in count(1):
        died = die(signing.act, file, statements)
        contents.append(content(copy_of(file)))
        if not died:
            break
    at = first_other(contents)
    die(signing.act, file, at)
    committed = _left(signing)
    die(signing.act, file, at - 1)
    died_last = _left(signing)
    if died_last.goes_on:
        signing.act()
    return Found(contents, died_last, _left(signing), committed)


def first_other(contents: list[str]) -> int:
    """Give the place of the first that is not as at the beginning. Each act signs anew: no two
    papers are the same."""
    return next(at for at, one in enumerate(contents) if one != contents[0])


def _answering() -> TimeServer:
    """A time authority in a process of its own: threads do not go together with forks."""
    server = TimeServer(time_authority())
    child = os.fork()
    if child == 0:
        server.serve_forever()
    atexit.register(os.kill, child, signal.SIGKILL)
    return server


def _summed() -> Meeting:
    meeting = Meeting("award")
    meeting.open()
    meeting.agree()
    meeting.sum_up()
    return meeting


def _left(signing: Signing) -> Left:
    """The paper as the next request finds it."""
    room = signing.meeting.room
    paper = Paper.objects.get(room=room)
    return Left(
        stage=room.stage,
        complete=paper.is_complete,
        hands=paper.signatures.count(),
        certificates=paper.certificates.count(),
        awaited=awaited_of(paper).count(),
        verified=verify(bytes(paper.docx), bundle()).answer.name if paper.docx else "",
        evidence=hasattr(paper, "evidence"),
        goes_on=signing.goes_on(),
    )


SIGNINGS: Final = {
    one.__name__: one
    for one in (last_hand, last_hand_before_a_phone, last_phone, time_stamp, scan_in_ink)
}

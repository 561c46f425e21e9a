"""A room with everybody and everything in it, and every act as a call."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from agreements.papers.models import Paper
from agreements.scenarios.handwriting import scrawl
from agreements.signing.accepting import accept_scan
from agreements.signing.actions import sign, take_platform_key
from agreements.signing.comparing import find
from agreements.signing.refusing import refuse_to_sign, take_back_refusal
from agreements.signing.scan_draft import add_files, discard
from agreements.signing.stamping import stamp
from negotiate import moment
from negotiate.ballots.models import Poll
from negotiate.law.words import Action, Capacity, Means, Side, Stage, TermState
from negotiate.people.enterprise_file import BoundRow
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import read
from negotiate.rooms.actions import (
    binding,
    bundling,
    consent,
    counting,
    enrolment,
    information,
    ledger,
    minuting,
    seating,
    sitting,
    speaking,
)
from negotiate.rooms.models import Term
from tests.negotiate.meeting import Meeting, enrolled
from tests.negotiate.rooms.deeds_after_draft import AFTER_DRAFT
from tests.negotiate.rooms.deeds_before_talks import BEFORE_TALKS
from tests.negotiate.rooms.deeds_caucus import CONFERRING, CONFERRING_ON_A_TERM
from tests.negotiate.rooms.deeds_ratifying import RATIFYING, RATIFYING_A_TERM

W, E = Side.WORKER, Side.EMPLOYER
A = Action


def suspend(seat: Seat) -> None:
    at = timezone.now() + timedelta(hours=1)
    sitting.suspend(seat, reason="吃饭", at=at, place="食堂", content="再谈")


class Hall(Meeting):
    """A room with every capacity in it, and a term for every state."""

    def __init__(self) -> None:
        super().__init__("award")
        rows = [
            RosterRow("专家", "", "", W, Capacity.EXPERT),
            RosterRow("记录", "", "", None, Capacity.RECORDER),
            RosterRow("旁听", "", "", None, Capacity.ATTENDEE),
        ]
        seating.seat_persons(self.chair, rows)
        enrolled(self.chair, ("职工", "3001"))
        item = self.term.item_id
        for state in [*TermState][1:]:
            ledger.add_term(self.chair, item_id=item, title=state.label, kind="tier_table")
        everybody = self.room.seats.select_related("person", "room")
        self.seats = {seat.person.name: seat for seat in everybody}
        self.terms = dict(zip(TermState, Term.objects.filter(item=item), strict=True))

    def reach(self, stage: Stage) -> None:
        """Go there on the shortest lawful way."""
        chair = self.chair
        if stage is Stage.CHECK_IN:
            sitting.open_check_in(chair)
        elif stage is not Stage.WAITING:
            self.open()
            self.talk()
        if stage is Stage.SUSPENDED:
            suspend(chair)
        elif stage in (Stage.SUMMED_UP, Stage.SIGNED):
            for state in (TermState.OPEN, TermState.PROPOSED):
                ledger.defer(chair, self.terms[state].pk, reason="以后再谈")
            self.sum_up()
        if stage is Stage.SIGNED:
            self.player.sign()

    def talk(self) -> None:
        """Every term into its state; the proposed one with both polls open."""
        self.term = self.terms[TermState.AGREED]
        self.agree()
        ledger.defer(self.chair, self.terms[TermState.DEFERRED].pk, reason="以后再谈")
        withdrawn = self.terms[TermState.WITHDRAWN].pk
        ledger.withdraw(self.chief(W), withdrawn, reason="不提了")
        self.term = self.terms[TermState.PROPOSED]
        self.propose(30000, 500)
        self.ask()


def poll_of(term: Term) -> int:
    poll = Poll.objects.filter(version__term=term).last()
    return poll.pk if poll else 0


def digest_of(hall: Hall) -> str:
    paper = Paper.objects.filter(room=hall.room).first()
    return paper.digest if paper else ""


def begun(hall: Hall) -> int:
    """Where the record says that the meeting was opened."""
    return next((a["number"] for a in read(hall.room.book) if a["action"] == A.BEGIN), 0)


NEW = [RosterRow("新人", "", "", W, Capacity.REPRESENTATIVE)]
BOUND = BoundRow("凌河饭店", 260, "王海", date(2026, 10, 12), "授权协商")
OF_THE_ROOM: dict[Action, Callable[[Seat, Hall], Any]] = {
    A.SEAT: lambda seat, hall: seating.seat_persons(seat, NEW),
    A.ENROL: lambda seat, hall: enrolment.empty(seat),
    A.UNSEAT: lambda seat, hall: seating.unseat(seat, hall.other(E).pk),
    A.REISSUE: lambda seat, hall: seating.reissue(seat, hall.other(E).pk),
    A.ADD_TERM: lambda seat, hall: ledger.add_term(
        seat, item_id=hall.term.item_id, title="又一条", kind="text"
    ),
    A.OPEN_CHECK_IN: lambda seat, hall: sitting.open_check_in(seat),
    A.CHECK_IN_SELF: lambda seat, hall: seating.check_in(seat, remote=True),
    A.MARK_PRESENT: lambda seat, hall: seating.mark_present(seat, hall.other(E).pk),
    A.BEGIN: lambda seat, hall: sitting.begin(seat),
    A.SUSPEND: lambda seat, hall: suspend(seat),
    A.RESUME: lambda seat, hall: sitting.resume(seat),
    A.RETURN: lambda seat, hall: sitting.return_to_session(seat),
    A.STAMP: lambda seat, hall: stamp(seat),
    A.SEAL: lambda seat, hall: take_platform_key(seat),
    A.SIGN: lambda seat, hall: sign(seat, text_digest=digest_of(hall), strokes=scrawl("甲")),
    A.REFUSE_TO_SIGN: lambda seat, hall: refuse_to_sign(
        seat, text_digest=digest_of(hall), reason="奖金算错了"
    ),
    A.TAKE_BACK_REFUSAL: lambda seat, hall: take_back_refusal(seat),
    A.UPLOAD_SCAN: lambda seat, hall: add_files(seat, [b"%PDF-1.7\n%%EOF\n"]),
    A.COMPARE_SCAN: lambda seat, hall: find(seat, point="title", edition=1, differs="错字"),
    A.DISCARD_SCAN: lambda seat, hall: discard(seat),
    A.ACCEPT_SCAN: lambda seat, hall: accept_scan(seat, edition=1),
    A.CORRECT_MINUTES: lambda seat, hall: minuting.correct(seat, begun(hall), "应为四人"),
    A.APPROVE_MINUTES: lambda seat, hall: minuting.approve(seat, 1, ""),
    A.BIND: lambda seat, hall: binding.bind(seat, [BOUND]),
    A.ASK_FLOOR: lambda seat, hall: speaking.ask(seat),
    A.GIVE_FLOOR: lambda seat, hall: speaking.give_next(seat, 3),
    A.END_FLOOR: lambda seat, hall: speaking.end(seat),
    A.BUNDLE: lambda seat, hall: bundling.bundle(seat, [term.pk for term in hall.terms.values()]),
    A.UNBUNDLE: lambda seat, hall: bundling.unbundle(seat, 1),
    A.REQUEST_INFORMATION: lambda seat, hall: information.request(
        seat, question="产量", due=moment.today()
    ),
    A.ANSWER_INFORMATION: lambda seat, hall: information.answer(seat, 1, text="十万件"),
    A.ESCALATE: lambda seat, hall: sitting.escalate(seat, reason="不谈了"),
    **BEFORE_TALKS,
    **CONFERRING,
    **AFTER_DRAFT,
    **RATIFYING,
}
OF_A_TERM: dict[Action, Callable[[Seat, Term, Hall], Any]] = {
    **RATIFYING_A_TERM,
    **CONFERRING_ON_A_TERM,
    A.PROPOSE: lambda seat, term, hall: ledger.propose(
        seat, term.pk, hall.tiers(40000, 700), answers=term.versions.count() or None
    ),
    A.RESCREEN: lambda seat, term, hall: ledger.rescreen(
        seat, term.pk, reduces_rights=False, reason="没有受损"
    ),
    A.OPEN_POLL: lambda seat, term, hall: consent.open_poll(seat, term.pk, [seat.of or W]),
    A.VOTE: lambda seat, term, hall: consent.vote(seat, poll_of(term), "yes", "a" * 32),
    A.CLOSE_POLL: lambda seat, term, hall: consent.close_poll(seat, poll_of(term)),
    A.ISSUE_PAPER: lambda seat, term, hall: counting.issue_paper(
        seat, poll_of(term), hall.other(W).pk
    ),
    A.ENTER_COUNT: lambda seat, term, hall: counting.enter_count(
        seat, poll_of(term), Means.HANDS, yes=1, no=0, abstain=0
    ),
    A.CONFIRM_COUNT: lambda seat, term, hall: counting.confirm_count(seat, poll_of(term), "0" * 64),
    A.CONFIRM: lambda seat, term, hall: consent.confirm(
        seat, term.pk, ledger.current(term).digest if term.versions.exists() else ""
    ),
    A.ACCLAIM: lambda seat, term, hall: consent.acclaim(seat, term.pk),
    A.DEFER: lambda seat, term, hall: ledger.defer(seat, term.pk, reason="以后再谈"),
    A.REOPEN: lambda seat, term, hall: ledger.reopen(seat, term.pk),
    A.WITHDRAW: lambda seat, term, hall: ledger.withdraw(seat, term.pk, reason="不提了"),
}

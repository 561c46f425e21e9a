"""Whatever the law's table refuses, the real act refuses, and changes nothing.

A room at each stage, a seat for each capacity, a term in each state; every act is tried by all of
them unless the expectation (written apart from the table) allows it.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from agreements.papers.models import Paper
from agreements.scenarios.player import scrawl
from agreements.signing.actions import sign, upload_scan
from negotiate.ballots.models import Poll
from negotiate.law.gate import Answers
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Side, SideRule, Stage, TermState
from negotiate.matters import actions as matters
from negotiate.matters.models import Matter
from negotiate.people.models import Account, Federation, Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import booking, consent, ledger, seating, sitting
from negotiate.rooms.models import Term
from negotiate.rooms.order import WORTH_RECORDING
from tests.law.expected import EXPECTED
from tests.negotiate.meeting import Meeting
from tests.trace import OF_THE_RECORD, trace

W, E = Side.WORKER, Side.EMPLOYER
A = Action
STAGES = [*Stage][2:]  # those that a room has; before them there is only a matter


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
        elif stage not in (Stage.WAITING, Stage.ESCALATED):
            self.open()
            self.talk()
        if stage is Stage.ESCALATED:
            sitting.escalate(chair, reason="要签专项集体合同")
        elif stage is Stage.SUSPENDED:
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


NEW = [RosterRow("新人", "", "", W, Capacity.REPRESENTATIVE)]
OF_THE_ROOM: dict[Action, Callable[[Seat, Hall], Any]] = {
    A.SEAT: lambda seat, hall: seating.seat_persons(seat, NEW),
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
    A.SUM_UP: lambda seat, hall: sitting.sum_up(seat),
    A.RETURN: lambda seat, hall: sitting.return_to_session(seat),
    A.SIGN: lambda seat, hall: sign(seat, text_digest=digest_of(hall), strokes=scrawl("甲")),
    A.UPLOAD_SCAN: lambda seat, hall: upload_scan(
        seat, content=b"%PDF-", signer_ids=[s.pk for s in hall.seats.values()]
    ),
    A.ESCALATE: lambda seat, hall: sitting.escalate(seat, reason="不谈了"),
}
OF_A_TERM: dict[Action, Callable[[Seat, Term, Hall], Any]] = {
    A.PROPOSE: lambda seat, term, hall: ledger.propose(
        seat, term.pk, hall.tiers(40000, 700), answers=term.versions.count() or None
    ),
    A.RESCREEN: lambda seat, term, hall: ledger.rescreen(
        seat, term.pk, reduces_rights=False, reason="没有受损"
    ),
    A.OPEN_POLL: lambda seat, term, hall: consent.open_poll(seat, term.pk, [seat.of or W]),
    A.VOTE: lambda seat, term, hall: consent.vote(seat, poll_of(term), "yes", "a" * 32),
    A.CLOSE_POLL: lambda seat, term, hall: consent.close_poll(seat, poll_of(term)),
    A.CONFIRM: lambda seat, term, hall: consent.confirm(
        seat, term.pk, ledger.current(term).digest if term.versions.exists() else ""
    ),
    A.ACCLAIM: lambda seat, term, hall: consent.acclaim(seat, term.pk),
    A.DEFER: lambda seat, term, hall: ledger.defer(seat, term.pk, reason="以后再谈"),
    A.REOPEN: lambda seat, term, hall: ledger.reopen(seat, term.pk),
    A.WITHDRAW: lambda seat, term, hall: ledger.withdraw(seat, term.pk, reason="不提了"),
}
OF_THE_OFFICE = {A.RAISE, A.SCREEN, A.SCHEDULE}
FOLLOWS_BY_ITSELF = {A.COMPLETE}


def test_every_act_of_the_table_is_tried() -> None:
    assert {*OF_THE_ROOM, *OF_A_TERM, *OF_THE_OFFICE, *FOLLOWS_BY_ITSELF} == set(Action)


def may(seat: Seat, action: Action, stage: Stage, term: TermState | None = None) -> bool:
    return any(EXPECTED[action].allows(held, stage, term) for held in seat.capacities)


@pytest.mark.parametrize("stage", STAGES)
def test_what_the_table_refuses_changes_nothing(db: None, stage: Stage) -> None:
    hall = Hall()
    hall.reach(stage)
    assert hall.room.is_at is stage
    seats = list(hall.room.seats.select_related("person", "room"))
    assert {held for seat in seats for held in seat.capacities} == set(Capacity) - {
        Capacity.UNION_CHAIR
    }
    terms = list(Term.objects.filter(item__room=hall.room))
    for action in Action:
        without = OF_THE_RECORD if action in WORTH_RECORDING else frozenset[str]()
        before = trace(without=without)
        for seat in seats:
            for term in terms if action in OF_A_TERM else []:
                if not may(seat, action, stage, term.is_at):
                    with pytest.raises(Refused):
                        OF_A_TERM[action](seat, term, hall)
            if action in OF_THE_ROOM and not may(seat, action, stage):
                with pytest.raises(Refused):
                    OF_THE_ROOM[action](seat, hall)
        assert trace(without=without) == before, action


def test_every_state_of_a_term_is_met_in_session(db: None) -> None:
    hall = Hall()
    hall.reach(Stage.IN_SESSION)
    assert {t.is_at for t in Term.objects.filter(item__room=hall.room)} == set(TermState)


def raised(account: Account, reduces_rights: bool | None) -> Matter:
    """A matter, screened with this answer if there is one."""
    matter = matters.raise_matter(
        account, title="奖励", kind="award", raised_by="甲", raised_side=W, owner="乙",
        due=date(2099, 1, 1),
    )  # fmt: skip
    if reduces_rights is not None:
        screen(account, matter, reduces_rights)
    return matter


def screen(account: Account, matter: Matter, reduces_rights: bool = False) -> None:
    answers = Answers(contract=False, reduces_rights=reduces_rights)
    matters.screen(account, matter.pk, answers, answered_by="丙")


def schedule(account: Account, matter: Matter) -> None:
    rules = dict.fromkeys(Side, SideRule.POLL)
    booking.schedule(
        account, matter.pk, at=timezone.now(), place="食堂", own_capacity=Capacity.ATTENDEE,
        rules=rules,
    )  # fmt: skip


def refuses(act: Callable[..., Any], *args: Any) -> None:
    before = trace()
    with pytest.raises(Refused):
        act(*args)
    assert trace() == before


def test_a_matter_is_screened_and_scheduled_once_and_in_that_order(meeting: Meeting) -> None:
    account = meeting.account
    refuses(schedule, account, raised(account, None))
    refuses(screen, account, raised(account, False))
    for barred in (raised(account, True), Matter.objects.get(agenda_item__room=meeting.room)):
        refuses(schedule, account, barred)
        refuses(screen, account, barred)


def test_a_matter_is_its_own_enterprises_chairs_business(meeting: Meeting) -> None:
    federation = Federation.objects.create(name="射阳县总工会")
    officer = Account.objects.create(username="officer", federation=federation)
    other = Meeting("caterer").account
    refuses(raised, officer, None)
    for stranger in (officer, other):
        refuses(screen, stranger, raised(meeting.account, None))
        refuses(schedule, stranger, raised(meeting.account, False))

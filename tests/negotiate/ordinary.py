"""A negotiation of the ordinary procedure, brought to any stage on the shortest lawful way."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from agreements.scenarios.opening import COUNTY
from negotiate import moment
from negotiate.law.gate import Answers
from negotiate.law.profiles import DEFAULT, profile
from negotiate.law.words import Capacity, Contract, Side, SideRule, Stage
from negotiate.matters import actions as matters
from negotiate.matters.models import Matter
from negotiate.people.models import Account, Enterprise, Federation, Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import (
    booking,
    calling,
    composing,
    consent,
    impasse,
    ledger,
    offering,
    seating,
    sitting,
)
from negotiate.rooms.actions.offering import Proposal
from negotiate.rooms.models import Reply, Room, Term

W, E = Side.WORKER, Side.EMPLOYER
CHAIR, EMPLOYER_CHIEF, RECORDER = "周卫东", "钱国强", "沈怡"
WORKERS, EMPLOYERS = ("李秀英", "张建国"), ("孙立", "吴敏")


class Ordinary:
    """Three on each side and a recorder; the chair is the workers' chief, keeps the desk, and is
    the first to preside. `term` is the first term: a text. `place`: whose rules the room keeps."""

    def __init__(
        self,
        *,
        contract: Contract = Contract.GENERAL,
        title: str = "生活区安全",
        place: str = DEFAULT,
    ) -> None:
        self.account = self._account()
        matter = screened(self.account, title)
        self.chair = booking.schedule(
            self.account,
            matter.pk,
            at=moment.now() + timedelta(days=30),
            place="三楼会议室",
            own_capacity=Capacity.CHIEF,
            rules=dict.fromkeys(Side, SideRule.CHIEF),
            contract=contract,
            offered_by=W,
            chiefs={E: EMPLOYER_CHIEF},
            terms=[("条款内容", "text")],
        )
        self.term = Term.objects.get(item__room=self.chair.room_id)
        if place != DEFAULT:
            rules = profile(place).plain()
            Room.objects.filter(pk=self.chair.room_id).update(profile=rules)

    def _account(self) -> Account:
        county, _ = Federation.objects.get_or_create(name=COUNTY)
        enterprise, _ = Enterprise.objects.get_or_create(
            name="盐城宏远机械有限公司", defaults={"federation": county}
        )
        account, _ = Account.objects.get_or_create(
            username="ordinary", defaults={"name": CHAIR, "enterprise": enterprise}
        )
        return account

    @property
    def room(self) -> Room:
        return Room.objects.select_related("book", "enterprise").get(pk=self.chair.room_id)

    @property
    def seats(self) -> dict[str, Seat]:
        """Everybody at the table by name, as they are now."""
        found = Seat.objects.at_table().filter(room=self.chair.room_id)
        return {seat.person.name: seat for seat in found.select_related("person", "room")}

    def seat(self, name: str) -> Seat:
        return self.seats[name]

    def chief(self, side: Side) -> Seat:
        return next(s for s in self.seats.values() if s.is_chief and s.of is side)

    def presiding(self) -> Seat:
        return next(s for s in self.seats.values() if s.presides)

    # Each of these takes the step that leads on from one stage.
    def offer(self, **changed: Any) -> None:
        facts = {
            "purpose": "订立集体合同",
            "basis": "《劳动合同法》第五十一条",
            "at": moment.now() + timedelta(days=30),
            "place": "三楼会议室",
            "representatives": 3,
        }
        offering.make_offer(self.chief(W), Proposal(**{**facts, **changed}))

    def respond(self, reply: Reply = Reply.AGREE, answer: str = "") -> None:
        if self.room.offers.order_by("-number")[0].received_at is None:
            offering.receive(self.chief(E))
        offering.respond(self.chief(E), reply, answer)

    def compose(self) -> None:
        rows = [RosterRow(name, "", "", W, Capacity.REPRESENTATIVE) for name in WORKERS]
        rows += [RosterRow(name, "", "", E, Capacity.REPRESENTATIVE) for name in EMPLOYERS]
        rows.append(RosterRow(RECORDER, "", "", None, Capacity.RECORDER))
        seated = self.seats
        seating.seat_persons(self.desk, [row for row in rows if row.name not in seated])

    @property
    def desk(self) -> Seat:
        return self.seats[CHAIR]

    def settle(self) -> None:
        self.compose()
        composing.settle_roster(self.desk)

    def agree_recorder(self) -> None:
        for side in Side:
            composing.agree_recorder(self.chief(side), self.seat(RECORDER).pk)

    def call(self, **changed: Any) -> None:
        self.agree_recorder()
        at = moment.now() + timedelta(days=30)
        calling.call(self.desk, **{"at": at, "place": "三楼会议室", "first": W, **changed})

    def check_in(self) -> None:
        sitting.open_check_in(self.desk)
        for seat in self.seats.values():
            seating.check_in(seat, remote=False)

    def begin(self) -> None:
        sitting.begin(self.presiding())

    def suspend(self, **changed: Any) -> None:
        facts = {
            "reason": "企业方要核算",
            "at": moment.now() + timedelta(days=2),
            "place": "三楼会议室",
            "content": "继续谈",
        }
        sitting.suspend(self.presiding(), **{**facts, **changed})

    def deadlock(self) -> None:
        impasse.deadlock(
            self.presiding(), reason="差距太大", worker_last="加 300 元", employer_last="加 100 元"
        )

    def refuse(self) -> None:
        self.respond(Reply.REFUSE, "正在搬迁，年内不谈")

    def end(self) -> None:
        offering.withdraw_offer(self.chief(W), reason="企业已经整改")

    def agree(self, words: str = "每周检查一次。", term: Term | None = None) -> None:
        """Put the first term, or another, on the table or back on it; both chiefs confirm it."""
        term = term or self.term
        answers = term.versions.count() or None
        ledger.propose(self.chief(W), term.pk, {"body": words}, answers=answers)
        for side in Side:
            consent.confirm(self.chief(side), term.pk, ledger.current(term).digest)

    def to(self, stage: Stage) -> "Ordinary":
        """Go on to `stage` on the shortest lawful way. Raises KeyError for one without a way."""
        for deed in WAYS[stage]:
            deed(self)
        assert self.room.is_at is stage
        return self


def screened(account: Account, title: str) -> Matter:
    """A matter that is to lead to a contract, and so takes the ordinary procedure."""
    matter = matters.raise_matter(
        account, title=title, kind="other", raised_by="李秀英", raised_side=W, owner=CHAIR,
        due=date(2099, 1, 1),
    )  # fmt: skip
    answers = Answers(contract=True, reduces_rights=False)
    matters.screen(account, matter.pk, answers, answered_by=CHAIR)
    return matter


Deed = Callable[[Ordinary], None]
O = Ordinary  # noqa: E741
_PREPARING: tuple[Deed, ...] = (O.offer, O.respond, O.settle)
_IN_SESSION: tuple[Deed, ...] = (*_PREPARING, O.call, O.check_in, O.begin)
WAYS: dict[Stage, tuple[Deed, ...]] = {
    Stage.TO_OFFER: (),
    Stage.OFFERED: (O.offer,),
    Stage.REFUSED: (O.offer, O.refuse),
    Stage.COMPOSING: (O.offer, O.respond),
    Stage.PREPARING: _PREPARING,
    Stage.WAITING: (*_PREPARING, O.call),
    Stage.CHECK_IN: (*_PREPARING, O.call, O.check_in),
    Stage.IN_SESSION: _IN_SESSION,
    Stage.SUSPENDED: (*_IN_SESSION, O.suspend),
    Stage.DEADLOCKED: (*_IN_SESSION, O.deadlock),
    Stage.ENDED: (O.offer, O.end),
}

"""A contract of the ordinary procedure, brought to any stage from its draft to its end."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from agreements.papers.models import Paper
from agreements.scenarios.handwriting import scrawl
from agreements.signing.actions import sign
from agreements.signing.initials import initial
from negotiate import moment
from negotiate.law import lasting
from negotiate.law.words import Action, Side, Stage
from negotiate.rooms.actions import filing, following
from negotiate.rooms.actions.drafting import draft
from negotiate.rooms.models import Draft
from negotiate.rooms.order import ordered, ordered_by_clock, took_effect
from tests.negotiate.ordinary import Ordinary


class Agreed(Ordinary):
    """Its only term is agreed, and the talks can be summed up. `years`: how long it shall hold."""

    def __init__(self, years: int = 1, **facts: Any) -> None:
        super().__init__(**facts)
        self.years = years
        self.to(Stage.IN_SESSION)
        self.agree()

    @property
    def paper(self) -> Paper:
        newest = Paper.objects.of_room(self.chair.room_id).first()
        assert newest is not None
        return newest

    @property
    def drawn(self) -> Draft:
        return self.room.drafts.latest("number")

    def draft(self, **changed: date) -> None:
        starts_on = moment.today() + timedelta(days=1)
        facts = {"starts_on": starts_on, "ends_on": lasting.last_day(starts_on, self.years)}
        draft(self.presiding(), **{**facts, **changed})

    def initial(self, side: Side) -> None:
        initial(self.chief(side), text_digest=self.paper.digest)

    def initial_both(self) -> None:
        for side in Side:
            self.initial(side)

    def ratify(self, *, passed: bool = True) -> None:
        """As the congress's vote ends, which has tests of its own."""
        with ordered(self.desk, Action.CONCLUDE) as order:
            order.refuses = not passed

    def sign(self, side: Side) -> None:
        seat = self.chief(side)
        sign(seat, text_digest=self.paper.digest, strokes=scrawl(seat.person.name))

    def sign_both(self) -> None:
        for side in Side:
            self.sign(side)

    def file(self, **changed: Any) -> None:
        facts: dict[str, Any] = {
            "filed_on": moment.today(),
            "authority": "阜宁县人力资源和社会保障局",
            "copies": 3,
            "enclosed": filing.pack_of(self.room),
        }
        filing.file(self.desk, **{**facts, **changed})

    def acknowledge(self, day: date | None = None) -> None:
        filing.acknowledge(self.desk, received_on=day or moment.today(), receipt="收文〔2026〕8号")

    def received(self) -> None:
        self.file()
        self.acknowledge()

    def object_to(self, **changed: Any) -> None:
        facts: dict[str, Any] = {
            "objected_on": moment.today(),
            "text": "检查的频次没有写明责任部门。",
            "terms": [self.term.pk],
        }
        filing.object_to(self.desk, **{**facts, **changed})

    def answer(self) -> None:
        filing.answer_objection(self.desk)

    def take_effect(self) -> None:
        """As the scheduled command does it when nobody has objected in time."""
        with ordered_by_clock(self.chair.room_id, Action.TAKE_EFFECT) as act:
            took_effect.send(type(act.room), room=act.room, day=moment.today())

    def publish(self, day: date | None = None) -> None:
        filing.publish(self.desk, published_on=day or moment.today(), place="厂务公开栏和车间群")

    def end(self) -> None:
        for side in Side:
            self.end_word(side)

    def end_word(self, side: Side) -> None:
        following.end_by_agreement(self.chief(side), reason="企业搬迁")

    def by_clock(self, action: Action) -> None:
        with ordered_by_clock(self.chair.room_id, action):
            pass

    def on(self, stage: Stage) -> "Agreed":
        """Go on to `stage`, from the talks that have come to an end."""
        for deed in LATER[stage]:
            deed(self)
        assert self.room.is_at is stage
        return self


Deed = Callable[[Agreed], None]
A = Agreed
_RATIFIED: tuple[Deed, ...] = (A.draft, A.initial_both, A.ratify)
_SIGNED: tuple[Deed, ...] = (*_RATIFIED, A.sign_both)
_EFFECTIVE: tuple[Deed, ...] = (*_SIGNED, A.received, A.take_effect)
_HELD: tuple[Deed, ...] = (*_EFFECTIVE, A.publish)
LATER: dict[Stage, tuple[Deed, ...]] = {
    Stage.IN_SESSION: (),
    Stage.DRAFTED: (A.draft,),
    Stage.RATIFYING: (A.draft, A.initial_both),
    Stage.RATIFIED: _RATIFIED,
    Stage.SIGNED: _SIGNED,
    Stage.FILED: (*_SIGNED, A.file),
    Stage.OBJECTED: (*_SIGNED, A.received, A.object_to),
    Stage.EFFECTIVE: _EFFECTIVE,
    Stage.PERFORMING: _HELD,
    Stage.TERMINATED: (*_HELD, A.end),
    Stage.SUPERSEDED: (*_HELD, lambda agreed: agreed.by_clock(Action.SUPERSEDE)),
    Stage.EXPIRED: (*_HELD, lambda agreed: agreed.by_clock(Action.EXPIRE)),
}

"""What a next step says."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext

from negotiate.clocks.seen import ClockView
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action, ClockKind, Side


@dataclass(frozen=True, slots=True)
class NextStep:
    """`title` says what is due, `who` who must act, `why` what is still missing.

    `act` is what the law's table calls it, and `clock` the time within which it is to be done:
    from these come `mine` (whether those who look may do it), `article`, and `timed`: by when. With
    `order` it can be done here: a path below the seat's page, reached by pressing a button (`post`)
    or by opening a page. `or_else` is the page of those who want it done otherwise. `turn`: the one
    side that is to do it, where the other side's people may not.
    """

    title: str
    who: str = ""
    why: str = ""
    order: str = ""
    button: str = ""
    post: bool = True
    sides: tuple[Side, ...] = field(default=())
    or_else: str = ""
    act: Action | None = None
    clock: ClockKind | None = None
    turn: Side | None = None
    mine: bool = False
    article: str = ""
    timed: ClockView | None = None

    @property
    def due(self) -> date | None:
        return self.timed.due if self.timed else None

    @property
    def for_chair(self) -> bool:
        return self.who in (CHAIR, ORGANISER)

    @property
    def for_leader(self) -> bool:
        """Whether it is whoever leads the talks, not the desk."""
        return self.who == CHAIR

    @property
    def for_proposal(self) -> bool:
        """Whether it is the delegates' turn to put something on the table."""
        return self.who == BOTH and not self.order


CHAIR = N_("主持人")
ORGANISER = N_("会务（工会主席）")
BOTH = N_("双方代表")
RECORDER = N_("记录员")
CHIEFS = N_("双方首席代表")
SIGNERS = N_("双方首席代表和记录员")
ATTENDING = N_("到会的双方代表")
TIME_AUTHORITY = N_("时间戳机构")
ATTENDING_SIGNERS = N_("到会的双方代表和记录员")


def stamping() -> NextStep:
    """All have signed; who signed, or presides, may ask the time authority again."""
    title, why = N_("都签好了，正在等时间戳"), N_("签名都已收下；时间戳机构应答以后，文件就完成。")
    return NextStep(title, TIME_AUTHORITY, why, "paper/time/", N_("再试一次"), act=Action.STAMP)


def told(refusal: Refused) -> str:
    return refusal.told(gettext)

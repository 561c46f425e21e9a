"""Who meets: the two sides, and what a person may act as."""

from typing import Final

from negotiate.law.refusal import N_
from negotiate.law.words.word import Word


class Side(Word):
    WORKER = "worker", N_("职工方")
    EMPLOYER = "employer", N_("企业方")

    @property
    def other(self) -> "Side":
        return Side.EMPLOYER if self is Side.WORKER else Side.WORKER


class Capacity(Word):
    """What a person may act as. A seat holds one of the first six, and on top PRESIDING, who leads
    the talks, and ORGANISER, who keeps the desk: lists, links, notices, papers. CLOCK is nobody:
    what happens because a time has run out."""

    CHIEF = "chief", N_("首席代表")
    REPRESENTATIVE = "representative", N_("协商代表")
    EXPERT = "expert", N_("外聘专业人员")
    RECORDER = "recorder", N_("记录员")
    ATTENDEE = "attendee", N_("列席")
    STAFF = "staff", N_("职工")
    PRESIDING = "presiding", N_("主持")
    ORGANISER = "organiser", N_("会务")
    UNION_CHAIR = "union_chair", N_("工会主席")
    CLOCK = "clock", N_("到期自动办理")


# Who may propose; who speaks for a side; who may be on a poll's roll; who sits at the table of a
# meeting. STAFF do not: they are the workforce on the worker side's roll, and only vote.
DELEGATES: Final = (Capacity.CHIEF, Capacity.REPRESENTATIVE)
OF_A_SIDE: Final = (*DELEGATES, Capacity.EXPERT)
VOTERS: Final = (*DELEGATES, Capacity.STAFF)
SIGNERS: Final = (Capacity.CHIEF, Capacity.RECORDER)
SEATED: Final = (*OF_A_SIDE, Capacity.RECORDER, Capacity.ATTENDEE)

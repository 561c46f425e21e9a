"""Is this composition of a meeting lawful?"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass

from negotiate.law.refusal import N_, Refused
from negotiate.law.words import OF_A_SIDE, Capacity, Side


@dataclass(frozen=True)
class Member:
    """One seat. `key` identifies the person; `outside` means not of this enterprise."""

    name: str
    key: Hashable
    side: Side | None
    capacity: Capacity
    presides: bool = False
    outside: bool = False

    @property
    def delegate(self) -> bool:
        """Speaks for a side: chief, representative or expert."""
        return self.capacity in OF_A_SIDE


def problems(members: Collection[Member]) -> tuple[Refused, ...]:
    """Everything unlawful about these seats, the gravest first; empty when lawful."""
    found = [*_doubled(members), *_unsided(members)]
    for side in Side:
        found += _chiefs(members, side)
        found += _experts(members, side)
    return tuple(found + list(_presiding(members)))


def require_lawful(members: Collection[Member]) -> None:
    """Raise the first problem."""
    for problem in problems(members):
        raise problem


def _doubled(members: Collection[Member]) -> Iterator[Refused]:
    times = Counter(member.key for member in members)
    for key in (key for key, count in times.items() if count > 1):
        same = [member for member in members if member.key == key]
        if len({member.side for member in same if member.side}) > 1:
            yield Refused(N_("%(name)s不能同时代表职工方和企业方。"), name=same[0].name)
        else:
            yield Refused(N_("%(name)s在名单里出现了不止一次。"), name=same[0].name)


def _unsided(members: Collection[Member]) -> Iterator[Refused]:
    for member in members:
        if member.delegate and member.side is None:
            yield Refused(
                N_("%(name)s是%(capacity)s，要写明代表哪一方。"),
                name=member.name,
                capacity=(member.capacity.label,),
            )


def _chiefs(members: Collection[Member], side: Side) -> Iterator[Refused]:
    chiefs = [m for m in members if m.side is side and m.capacity is Capacity.CHIEF]
    if not chiefs:
        yield Refused(N_("%(side)s还没有首席代表。"), side=(side.label,))
    if len(chiefs) > 1:
        yield Refused(
            N_("%(side)s只能有一名首席代表，现在有 %(count)s 名。"),
            side=(side.label,),
            count=len(chiefs),
        )
    for chief in chiefs:
        if chief.outside:
            yield Refused(N_("%(name)s不是本单位的人，不能当首席代表。"), name=chief.name)


def _experts(members: Collection[Member], side: Side) -> Iterator[Refused]:
    """Outsiders may be at most a third of their side's delegates (集体合同规定 23)."""
    delegates = [m for m in members if m.side is side and m.delegate]
    experts = sum(m.outside or m.capacity is Capacity.EXPERT for m in delegates)
    if experts * 3 > len(delegates):
        yield Refused(
            N_(
                "%(side)s的外聘人员不能超过本方代表的三分之一："
                "代表共 %(all)s 人，其中外聘 %(count)s 人。"
            ),
            side=(side.label,),
            all=len(delegates),
            count=experts,
        )


def _presiding(members: Collection[Member]) -> Iterator[Refused]:
    count = sum(member.presides for member in members)
    if count == 0:
        yield Refused(N_("还没有定下由谁主持会议。"))
    if count > 1:
        yield Refused(N_("会议只能由一个人主持，现在写了 %(count)s 个人。"), count=count)

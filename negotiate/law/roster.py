"""Is this composition of a meeting lawful?"""

from collections import Counter
from collections.abc import Collection, Iterator

from negotiate.law import composition
from negotiate.law.member import Member
from negotiate.law.profiles import Profile
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Capacity, Side

__all__ = ["Member", "problems", "require_lawful", "unsettled"]


def problems(
    members: Collection[Member], rules: Profile | None = None, head_count: int | None = None
) -> tuple[Refused, ...]:
    """Everything unlawful about these seats, the gravest first; empty when lawful. The ordinary
    procedure gives the `rules` of its place; without them those of the simplified one hold."""
    presiding = _presiding(members) if rules is None else _presiding_by(members, rules)
    return (*unsettled(members, rules, head_count), *presiding)


def unsettled(
    members: Collection[Member], rules: Profile | None = None, head_count: int | None = None
) -> tuple[Refused, ...]:
    """The same, before it is settled who presides."""
    found = [*_doubled(members), *_unsided(members)]
    for side in Side:
        found += _chiefs(members, side)
    if rules is not None:
        return (*found, *composition.unlawful(members, rules, head_count))
    for side in Side:
        found += _outside_chiefs(members, side)
        found += _experts(members, side)
    return tuple(found)


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


def _chiefs_of(members: Collection[Member], side: Side) -> list[Member]:
    return [m for m in members if m.side is side and m.capacity is Capacity.CHIEF]


def _chiefs(members: Collection[Member], side: Side) -> Iterator[Refused]:
    count = len(_chiefs_of(members, side))
    if not count:
        yield Refused(N_("%(side)s还没有首席代表。"), side=(side.label,))
    if count > 1:
        yield Refused(
            N_("%(side)s只能有一名首席代表，现在有 %(count)s 名。"),
            side=(side.label,),
            count=count,
        )


def _outside_chiefs(members: Collection[Member], side: Side) -> Iterator[Refused]:
    for chief in _chiefs_of(members, side):
        if chief.outside:
            yield Refused(N_("%(name)s不是本单位的人，不能当首席代表。"), name=chief.name)


def _experts(members: Collection[Member], side: Side) -> Iterator[Refused]:
    """Outsiders may be at most a third of their side's delegates (集体合同规定 23)."""
    delegates = [m for m in members if m.side is side and m.delegate]
    experts = sum(member.is_expert for member in delegates)
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


def _presiding_by(members: Collection[Member], rules: Profile) -> Iterator[Refused]:
    """Both chiefs jointly, or one person: a chief, unless the act names the union's chair."""
    rule = rules.of("presiding")
    leading = [member for member in members if member.presides]
    chiefs = {member.side for member in leading if member.capacity is Capacity.CHIEF}
    if rule and rule.value == "jointly":
        if len(leading) != len(Side) or chiefs != set(Side):
            sentence = N_("会议由双方首席代表共同主持。依据：%(article)s。")
            yield Refused(sentence, article=rule.article)
        return
    yield from _presiding(members)
    if rule and rule.value != "union_chair" and len(leading) == 1 and not chiefs:
        sentence = N_("会议由首席代表主持，%(name)s不是首席代表。依据：%(article)s。")
        yield Refused(sentence, name=leading[0].name, article=rule.article)

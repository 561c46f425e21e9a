"""What may happen next: the procedure's table, asked.

The same table refuses an order and decides which buttons a page shows.
"""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from negotiate.law import ordinary, simplified
from negotiate.law.refusal import N_, Refused
from negotiate.law.rule import Rule
from negotiate.law.words import Action, Capacity, Procedure, Stage, TermState, Word

TABLES: Mapping[Procedure, tuple[Rule, ...]] = MappingProxyType(
    {Procedure.SIMPLIFIED: simplified.TABLE, Procedure.ORDINARY: ordinary.TABLE}
)


def rows(procedure: Procedure, action: Action) -> tuple[Rule, ...]:
    """The rows of this act: several where it is done at different stages by different people."""
    return tuple(rule for rule in TABLES[procedure] if rule.action is action)


_ROWS = {key: rows(*key) for procedure in Procedure for action in Action
         for key in [(procedure, action)]}  # fmt: skip


def who(procedure: Procedure, action: Action) -> frozenset[Capacity]:
    """Who may ever do it under this procedure."""
    return frozenset().union(*(rule.who for rule in _ROWS[procedure, action]))


def check(
    procedure: Procedure,
    action: Action,
    capacities: Collection[Capacity],
    stage: Stage | None,
    term: TermState | None = None,
) -> Rule:
    """The rule that allows this act, or Refused. `stage` is None before the matter exists."""
    known = _ROWS[procedure, action]
    if not known:
        raise Refused(
            N_("%(procedure)s没有这一步：%(act)s。"),
            procedure=(procedure.label,),
            act=(action.label,),
        )
    own = [rule for rule in known if not rule.who.isdisjoint(capacities)]
    if not own:
        raise Refused(
            N_("只有%(who)s可以做这件事：%(act)s。"),
            who=_labels(Capacity, who(procedure, action)),
            act=(action.label,),
        ).under(known[0].article)
    now = [rule for rule in own if _reached(rule, stage)]
    if not now:
        raise _too_early_or_late(own, stage).under(own[0].article)
    fits = [rule for rule in now if not rule.terms or term in rule.terms]
    if not fits:
        raise _wrong_term(now[0], term).under(now[0].article)
    return fits[0]


def allows(
    procedure: Procedure,
    action: Action,
    capacities: Collection[Capacity],
    stage: Stage | None,
    term: TermState | None = None,
) -> bool:
    """Whether `check` would let this act pass."""
    try:
        check(procedure, action, capacities, stage, term)
    except Refused:
        return False
    return True


def require_settled(terms: Collection[TermState]) -> None:
    """Nothing may be summed up or signed while a term is undecided, or with nothing agreed."""
    undecided = sum(term in (TermState.OPEN, TermState.PROPOSED) for term in terms)
    if undecided:
        raise Refused(
            N_("还不能签：有 %(count)s 个条款没有谈定，请先达成、暂缓或撤回。"), count=undecided
        )
    if TermState.AGREED not in terms:
        raise Refused(N_("还没有一个条款达成一致，没有可以签的内容。"))


def _reached(rule: Rule, stage: Stage | None) -> bool:
    return stage in rule.stages if rule.stages else stage is None


def _too_early_or_late(own: Collection[Rule], stage: Stage | None) -> Refused:
    act = (next(iter(own)).action.label,)
    if stage is None:
        return Refused(N_("这个议题还没有提出，不能办理：%(act)s。"), act=act)
    stages = frozenset[Stage]().union(*(rule.stages for rule in own))
    if not stages:
        return Refused(N_("这个议题已经提出过了，不用再提。"))
    return Refused(
        N_("现在是“%(stage)s”阶段，不能办理：%(act)s。可以办理的阶段：%(stages)s。"),
        stage=(stage.label,),
        act=act,
        stages=_labels(Stage, stages),
    )


def _wrong_term(rule: Rule, term: TermState | None) -> Refused:
    act = (rule.action.label,)
    if term is None:
        return Refused(N_("请先选定一个条款，再办理：%(act)s。"), act=act)
    return Refused(N_("这个条款现在是“%(term)s”，不能办理：%(act)s。"), term=(term.label,), act=act)


def _labels(order: type[Word], chosen: Iterable[Word]) -> tuple[str, ...]:
    members = frozenset(chosen)
    return tuple(word.label for word in order if word in members)

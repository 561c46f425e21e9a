"""Every act, by everyone, at every stage, about every term."""

from itertools import product
from pathlib import Path

import pytest

from negotiate.law.refusal import Refused
from negotiate.law.stages import RULES, allows, as_markdown, check, require_settled
from negotiate.law.words import Action, Capacity, Stage, TermState
from tests.law.expected import EXPECTED

MOMENTS = tuple(product((*Stage, None), (*TermState, None)))
A, C, S, T = Action, Capacity, Stage, TermState


def test_the_table_rules_on_every_action() -> None:
    assert set(RULES) == set(Action) == set(EXPECTED)


@pytest.mark.parametrize("capacity", Capacity)
@pytest.mark.parametrize("action", Action)
def test_the_table_says_what_the_procedure_says(action: Action, capacity: Capacity) -> None:
    for stage, term in MOMENTS:
        expected = EXPECTED[action].allows(capacity, stage, term)
        assert allows(action, {capacity}, stage, term) is expected, (stage, term)


@pytest.mark.parametrize("action", Action)
def test_each_act_leads_where_the_procedure_says(action: Action) -> None:
    rule = RULES[action]
    assert {rule.leads_to, rule.barred_to} - {None} == EXPECTED[action].then


@pytest.mark.parametrize("action", Action)
def test_nobody_without_a_seat_may_do_anything(action: Action) -> None:
    assert not any(allows(action, (), stage, term) for stage, term in MOMENTS)


def test_a_presiding_chief_may_do_what_either_capacity_may() -> None:
    both = {C.CHIEF, C.PRESIDING}
    for action, (stage, term) in product(Action, MOMENTS):
        either = any(allows(action, {capacity}, stage, term) for capacity in both)
        assert allows(action, both, stage, term) is either


def test_nothing_leads_out_of_a_signed_or_escalated_matter() -> None:
    for action, stage in product(Action, (S.SIGNED, S.ESCALATED)):
        assert not any(allows(action, set(Capacity), stage, term) for term in (*TermState, None))


@pytest.mark.parametrize(
    ("action", "capacity", "stage", "term", "sentence"),
    [
        (A.VOTE, C.EXPERT, S.IN_SESSION, T.PROPOSED,
         "只有首席代表、协商代表、职工可以做这件事：投票。"),
        (A.VOTE, C.CHIEF, S.WAITING, T.PROPOSED,
         "现在是“候会”阶段，不能办理：投票。可以办理的阶段：协商中。"),
        (A.VOTE, C.CHIEF, S.IN_SESSION, T.OPEN,
         "这个条款现在是“待提案”，不能办理：投票。"),
        (A.VOTE, C.CHIEF, S.IN_SESSION, None, "请先选定一个条款，再办理：投票。"),
        (A.SCREEN, C.UNION_CHAIR, None, None, "这个议题还没有提出，不能办理：程序审查。"),
        (A.RAISE, C.UNION_CHAIR, S.RAISED, None, "这个议题已经提出过了，不用再提。"),
    ],
)  # fmt: skip
def test_a_refusal_says_whether_it_is_the_person_the_stage_or_the_term(
    action: Action, capacity: Capacity, stage: Stage | None, term: TermState | None, sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        check(action, {capacity}, stage, term)
    assert str(refused.value) == sentence


def test_an_allowed_act_gives_its_rule() -> None:
    assert check(A.BEGIN, {C.PRESIDING}, S.CHECK_IN) is RULES[A.BEGIN]


@pytest.mark.parametrize("undecided", [T.OPEN, T.PROPOSED])
def test_nothing_is_summed_up_while_a_term_is_undecided(undecided: TermState) -> None:
    with pytest.raises(Refused, match="还有条款没有谈定"):
        require_settled([T.AGREED, undecided])


@pytest.mark.parametrize("terms", [[], [T.DEFERRED], [T.WITHDRAWN, T.DEFERRED]])
def test_nothing_is_summed_up_when_nothing_is_agreed(terms: list[TermState]) -> None:
    with pytest.raises(Refused, match="没有可以签的内容"):
        require_settled(terms)


def test_deferred_and_withdrawn_terms_do_not_stand_in_the_way() -> None:
    require_settled([T.AGREED, T.DEFERRED, T.WITHDRAWN])


def test_the_printed_table_is_the_table() -> None:
    printed = Path(__file__).parents[2] / "docs" / "law.md"
    assert printed.read_text(encoding="utf-8") == as_markdown()

"""Every act, by everyone, at every stage, about every term, under both procedures."""

from itertools import product
from pathlib import Path

import pytest

from negotiate.law.printed import as_markdown
from negotiate.law.refusal import Refused
from negotiate.law.rule import Rule
from negotiate.law.sources import JIANGSU
from negotiate.law.stages import TABLES, allows, check, require_settled, rows
from negotiate.law.words import Action, Capacity, Procedure, Stage, TermState
from tests.law import expected
from tests.law.expected import EXPECTED

MOMENTS = tuple(product((*Stage, None), (*TermState, None)))
A, C, S, T = Action, Capacity, Stage, TermState
SIMPLE, ORDINARY = Procedure.SIMPLIFIED, Procedure.ORDINARY
ENDS = {S.SUPERSEDED, S.TERMINATED, S.EXPIRED, S.ENDED}


def test_the_tables_rule_on_every_action() -> None:
    for procedure, table in TABLES.items():
        assert {rule.action for rule in table} == set(EXPECTED[procedure])
    assert {rule.action for table in TABLES.values() for rule in table} == set(Action)


@pytest.mark.parametrize("procedure", Procedure)
@pytest.mark.parametrize("action", Action)
def test_the_table_says_what_the_procedure_says(action: Action, procedure: Procedure) -> None:
    for capacity, (stage, term) in product(Capacity, MOMENTS):
        said = expected.allows(procedure, action, capacity, stage, term)
        assert allows(procedure, action, {capacity}, stage, term) is said, (capacity, stage, term)


def test_every_case_there_is_has_been_asked(capsys: pytest.CaptureFixture[str]) -> None:
    """What the test above goes through, counted: for docs/law.md."""
    asked = len(Procedure) * len(Action) * len(Capacity) * len(MOMENTS)
    allowed = sum(
        allows(procedure, action, {capacity}, *moment)
        for procedure, action, capacity, moment in product(Procedure, Action, Capacity, MOMENTS)
    )
    with capsys.disabled():
        print(f"\n{asked} cases: {allowed} accepted, {asked - allowed} refused")
    assert f"{asked:,} cases" in printed()
    assert f"{allowed:,} are accepted" in printed()


@pytest.mark.parametrize("procedure", Procedure)
@pytest.mark.parametrize("action", Action)
def test_each_act_leads_where_the_procedure_says(action: Action, procedure: Procedure) -> None:
    leads = {stage for row in rows(procedure, action) for stage in (row.leads_to, row.otherwise)}
    said = {stage for line in EXPECTED[procedure].get(action, ()) for stage in line.then}
    assert leads - {None} == said


@pytest.mark.parametrize("action", Action)
def test_nobody_without_a_seat_may_do_anything(action: Action) -> None:
    for procedure, moment in product(Procedure, MOMENTS):
        assert not allows(procedure, action, (), *moment)


def test_a_presiding_chief_may_do_what_either_capacity_may() -> None:
    both = {C.CHIEF, C.PRESIDING}
    for procedure, action, moment in product(Procedure, Action, MOMENTS):
        either = any(allows(procedure, action, {capacity}, *moment) for capacity in both)
        assert allows(procedure, action, both, *moment) is either


def test_no_two_rows_of_an_act_say_different_things_to_the_same_person() -> None:
    for procedure, action in product(Procedure, Action):
        for one, other in product(rows(procedure, action), repeat=2):
            same = one.who & other.who and one.stages & other.stages
            assert one is other or not same, (procedure, action)


def ways(*tables: tuple[Rule, ...]) -> set[tuple[Stage | None, Stage]]:
    return {
        (source, target)
        for table in tables
        for rule in table
        for source in rule.stages or {None}
        for target in (rule.leads_to, rule.otherwise)
        if target is not None
    }


def reached(start: Stage | None, steps: set[tuple[Stage | None, Stage]]) -> set[Stage | None]:
    found = {start}
    while more := {target for source, target in steps if source in found} - found:
        found |= more
    return found


def test_every_stage_can_be_reached_from_a_matter_that_is_raised() -> None:
    assert reached(None, ways(*TABLES.values())) == {None, *Stage}


def test_nothing_is_a_dead_end_but_an_end() -> None:
    """From every stage of the ordinary procedure there is a way to an end of it, and nothing leads
    out of one; the simplified one ends with a signed paper."""
    steps = ways(TABLES[ORDINARY])
    for stage in {source for source, _ in steps}:
        assert reached(stage, steps) & ENDS, stage
    assert not {source for source, _ in steps} & ENDS
    simple = ways(TABLES[SIMPLE])
    for stage in {source for source, _ in simple} - {None}:
        assert {S.SIGNED, S.TO_OFFER} <= reached(stage, simple)
    assert S.SIGNED not in {source for source, _ in simple}


@pytest.mark.parametrize("procedure", Procedure)
def test_at_an_end_nobody_can_do_anything(procedure: Procedure) -> None:
    over = ENDS if procedure is ORDINARY else {S.SIGNED}
    for action, stage, term in product(Action, over, (*TermState, None)):
        assert not allows(procedure, action, set(Capacity), stage, term)


@pytest.mark.parametrize("procedure", Procedure)
def test_somebody_can_act_wherever_it_is_not_over(procedure: Procedure) -> None:
    """No stage waits for nobody: whoever must act next is a person, or a time that is running."""
    table = TABLES[procedure]
    for stage in {stage for rule in table for stage in rule.stages}:
        onward = [r for r in table if stage in r.stages and (r.leads_to or r.otherwise)]
        assert onward, stage


@pytest.mark.parametrize(
    ("procedure", "action", "capacity", "stage", "term", "sentence"),
    [
        (SIMPLE, A.VOTE, C.EXPERT, S.IN_SESSION, T.PROPOSED,
         "只有首席代表、协商代表、职工可以做这件事：投票。依据：会议规则。"),
        (SIMPLE, A.VOTE, C.CHIEF, S.WAITING, T.PROPOSED,
         "现在是“候会”阶段，不能办理：投票。可以办理的阶段：协商中。依据：会议规则。"),
        (SIMPLE, A.VOTE, C.CHIEF, S.IN_SESSION, T.OPEN,
         "这个条款现在是“待提案”，不能办理：投票。依据：会议规则。"),
        (SIMPLE, A.VOTE, C.CHIEF, S.IN_SESSION, None,
         "请先选定一个条款，再办理：投票。依据：会议规则。"),
        (SIMPLE, A.SCREEN, C.UNION_CHAIR, None, None,
         f"这个议题还没有提出，不能办理：程序审查。依据：{JIANGSU}。"),
        (SIMPLE, A.RAISE, C.UNION_CHAIR, S.RAISED, None,
         f"这个议题已经提出过了，不用再提。依据：{JIANGSU}。"),
        (SIMPLE, A.OFFER, C.CHIEF, S.WAITING, None, "简易程序没有这一步：发出要约。"),
        (ORDINARY, A.VOTE, C.STAFF, S.RATIFYING, T.OPEN,
         "这个条款现在是“待提案”，不能办理：投票。依据：《集体合同规定》第三十六条。"),
        (ORDINARY, A.FILE, C.ORGANISER, S.RATIFIED, None,
         "现在是“待签订”阶段，不能办理：报送审查。可以办理的阶段：已签署。"
         "依据：《集体合同规定》第四十二条。"),
        (ORDINARY, A.TAKE_EFFECT, C.ORGANISER, S.FILED, None,
         "只有到期自动办理可以做这件事：合同生效。依据：《劳动合同法》第五十四条。"),
    ],
)  # fmt: skip
def test_a_refusal_says_whether_it_is_the_person_the_stage_or_the_term(
    procedure: Procedure,
    action: Action,
    capacity: Capacity,
    stage: Stage | None,
    term: TermState | None,
    sentence: str,
) -> None:
    with pytest.raises(Refused) as refused:
        check(procedure, action, {capacity}, stage, term)
    assert str(refused.value) == sentence


def test_an_allowed_act_gives_its_row() -> None:
    assert check(SIMPLE, A.BEGIN, {C.PRESIDING}, S.CHECK_IN) in TABLES[SIMPLE]
    in_congress = check(ORDINARY, A.VOTE, {C.STAFF}, S.RATIFYING, T.AGREED)
    assert in_congress is not check(ORDINARY, A.VOTE, {C.STAFF}, S.IN_SESSION, T.PROPOSED)


@pytest.mark.parametrize(
    ("terms", "count"), [([T.OPEN], 1), ([T.PROPOSED], 1), ([T.OPEN, T.PROPOSED], 2)]
)
def test_nothing_is_signable_while_a_term_is_undecided(terms: list[TermState], count: int) -> None:
    with pytest.raises(Refused, match=f"还不能签：有 {count} 个条款没有谈定"):
        require_settled([T.AGREED, *terms])


@pytest.mark.parametrize("terms", [[], [T.DEFERRED], [T.WITHDRAWN, T.DEFERRED]])
def test_nothing_is_summed_up_when_nothing_is_agreed(terms: list[TermState]) -> None:
    with pytest.raises(Refused, match="没有可以签的内容"):
        require_settled(terms)


def test_deferred_and_withdrawn_terms_do_not_stand_in_the_way() -> None:
    require_settled([T.AGREED, T.DEFERRED, T.WITHDRAWN])


def printed() -> str:
    return (Path(__file__).parents[2] / "docs" / "law.md").read_text(encoding="utf-8")


def test_the_printed_tables_are_the_tables() -> None:
    assert printed() == as_markdown()

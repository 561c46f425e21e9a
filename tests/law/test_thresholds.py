"""The rules of each place, tried with heads, votes and days."""

from pathlib import Path

import pytest

from negotiate.law import clocks
from negotiate.law.profiles import Profile, Value, profile
from negotiate.law.profiles.printed import as_markdown
from negotiate.law.roster import Member, problems
from negotiate.law.tally import tally
from negotiate.law.words import Capacity, ClockKind, Side
from tests.law import told
from tests.law.days import DAYS, Day
from tests.law.thresholds import BALLOTS, ROLL, TABLES, Ballot, Table

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "profiles.md"
BACKWARDS = {ClockKind.MATERIALS, ClockKind.RENEWAL}
LARGE = Value(1000, "《某条例》第一条", "persons")


def page() -> str:
    """The whole of docs/profiles.md."""
    return as_markdown(told.as_markdown())


def seated(table: Table) -> list[Member]:
    """The two sides, and a recorder."""
    found = [Member("记", "r", None, Capacity.RECORDER, table.led_by is Capacity.RECORDER)]
    for side, count in ((Side.WORKER, table.workers), (Side.EMPLOYER, table.employers)):
        experts = table.experts if side is Side.EMPLOYER else 0
        own = count if rules_of(table).says("experts") == (0, 1) else count - experts
        for number in range(own):
            chief = number == 0
            leads = table.led_by is Capacity.CHIEF and side in table.leading
            found.append(
                Member(
                    f"{side}{number}",
                    f"{side}{number}",
                    side,
                    Capacity.CHIEF if chief else Capacity.REPRESENTATIVE,
                    presides=chief and leads,
                    outside=table.chief_outside if chief else number <= table.outside,
                    front_line=number < table.front_line,
                )
            )
        found += [
            Member(f"专{n}", f"{side}x{n}", side, Capacity.EXPERT, outside=True)
            for n in range(experts)
        ]
    return found


def rules_of(table: Table) -> Profile:
    return profile(table.place)


@pytest.mark.parametrize("ballot", BALLOTS, ids=str)
def test_a_ratification_passes_as_its_place_counts(ballot: Ballot) -> None:
    rule = profile(ballot.place).ratification_rule()
    against = ballot.present - ballot.yes
    verdict = tally(ROLL, ballot.present, ballot.yes, against, 0, rule)
    assert verdict.passed is ballot.passes, verdict.text


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_a_composition_is_lawful_or_refused_under_its_article(table: Table) -> None:
    rules = rules_of(table).with_values({"large_from": LARGE} if table.large else {})
    found = [str(problem) for problem in problems(seated(table), rules, 1000)]
    if not table.refused:
        assert found == []
    else:
        assert found[0].endswith(f"依据：{table.refused}。")


@pytest.mark.parametrize("row", DAYS, ids=str)
def test_a_time_ends_on_its_day(row: Day) -> None:
    duration = profile(row.place).duration(row.kind, row.contract)
    if row.day is None or duration is None:
        assert (row.day, duration) == (None, None)
        return
    count = clocks.before if row.kind in BACKWARDS else clocks.due
    assert (count(row.event, duration).day, duration.article) == (row.day, row.article)


def test_the_document_is_what_is_tried_here() -> None:
    assert DOCUMENT.read_text("utf-8") == page()

"""The tables of what the rules come to, as docs/profiles.md prints them."""

from collections.abc import Iterator

from negotiate.law.words import Capacity
from tests.law.days import DAYS
from tests.law.places import PLACES
from tests.law.thresholds import BALLOTS, PRESENT, ROLL, TABLES, YES, Table


def as_markdown() -> Iterator[str]:
    """The lines of these tables."""
    yield from _ballots()
    yield from _tables()
    yield from _days()


def _ballots() -> Iterator[str]:
    yield f"### A ratification on a roll of {ROLL}"
    yield ""
    heads = [f"{come} come, {yes} yes" for come in PRESENT for yes in YES]
    yield f"| Place | {' | '.join(heads)} |"
    yield "|---|" + "---|" * len(heads)
    for place in PLACES:
        of_place = [ballot for ballot in BALLOTS if ballot.place == place]
        yield f"| {place} | " + " | ".join("✓" if b.passes else "✗" for b in of_place) + " |"


def _tables() -> Iterator[str]:
    yield ""
    yield "### Who sits where"
    yield ""
    yield "| Place | Workers' side | Employer's side | Besides | Lawful, or refused under |"
    yield "|---|---|---|---|---|"
    for table in TABLES:
        yield (
            f"| {table.place} | {table.workers} | {table.employers} | {besides(table) or '–'} "
            f"| {table.refused or '✓'} |"
        )


def besides(table: Table) -> str:
    told = [f"experts of the employer's: {table.experts}"] if table.experts else []
    told += [f"representatives from outside: {table.outside}"] if table.outside else []
    told += [f"front-line workers: {table.front_line}"] if table.front_line != 3 else []
    told += ["both chiefs preside"] if len(table.leading) > 1 else []
    told += ["the recorder presides"] if table.led_by is Capacity.RECORDER else []
    told += ["a chief from outside"] if table.chief_outside else []
    told += ["a large enterprise"] if table.large else []
    return ", ".join(told)


def _days() -> Iterator[str]:
    yield ""
    yield "### By when"
    yield ""
    yield "| Place | Time | Contract | From, or before | Day | Article |"
    yield "|---|---|---|---|---|---|"
    for row in DAYS:
        yield (
            f"| {row.place} | `{row.kind}` {row.kind.label} | `{row.contract}` | {row.event} "
            f"| {row.day or 'none set'} | {row.article or '–'} |"
        )

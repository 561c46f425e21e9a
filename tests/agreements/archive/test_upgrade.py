"""What was archived before cards held facts is found after the upgrade, as if archived today."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from agreements.archive import asked, columns
from agreements.archive.models import Card, Clause
from agreements.archive.ranges import Range
from agreements.archive.reader import PUBLIC, Reader
from agreements.archive.search import Wish, search
from agreements.similar.models import ClauseBand
from negotiate.law.words import Side, Stage
from negotiate.people.models import Enterprise
from negotiate.rooms.models import Room
from tests.agreements.archive.shelf import take_out
from tests.negotiate.contract import Agreed
from tests.negotiate.meeting import Meeting, enrolled

BEFORE = ("agreements", "0014_scan_of_files")


@pytest.fixture
def downgraded(committing: None) -> Iterator[None]:
    """Come back to the newest tables, and leave no index behind, which is no model's table."""
    yield
    columns.forget()
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DELETE FROM agreements_grams")


def award() -> Room:
    """Minutes, of a meeting with a roll of two."""
    meeting = Meeting("award")
    meeting.open()
    enrolled(meeting.chair, ("孙小梅", "3001"), ("孙小兰", "3002"))
    meeting.agree()
    meeting.sum_up()
    for side in Side:
        meeting.sign(side)
    return meeting.room


def objected() -> Room:
    """A contract that was objected to, and the one that was signed in its place."""
    told = Agreed().on(Stage.OBJECTED)
    told.answer()
    told.agree("每天检查一次，由安全科负责。")
    for deed in (told.draft, told.initial_both, told.ratify, told.sign_both):
        deed()
    return told.room


def performing() -> Room:
    return Agreed().on(Stage.PERFORMING).room


def facts() -> list[dict[str, Any]]:
    """All that the archive holds; numbers of rows and of changes may differ."""
    return [
        {
            **Card.objects.filter(pk=card.pk).values().get(),
            "serial": None,
            "text": card.searched.text,
            "bands": sorted(ClauseBand.objects.filter(card=card).values_list("band", flat=True)),
            "clauses": list(card.clauses.values("position", "kind", "heading", "text", "value")),
            "figures": sorted(card.figures.values_list("measure", "about", "unit", "amount")),
        }
        for card in Card.objects.order_by("key")
    ]


def archived_as_before() -> None:
    """Take the archive back to what it held: keys of cards, and clauses of papers."""
    kept = list(Card.objects.values_list("key", "paper_id"))
    fields = ("card__paper_id", "position", "kind", "heading", "text")
    clauses = list(Clause.objects.order_by("pk").values_list(*fields))
    for card in Card.objects.all():
        take_out(card)
    executor = MigrationExecutor(connection)
    executor.migrate([BEFORE])
    old = executor.loader.project_state([BEFORE]).apps
    for key, paper in kept:
        old.get_model("agreements", "Card").objects.create(key=key, paper_id=paper)
    for paper, position, kind, heading, text in clauses:
        old.get_model("agreements", "Clause").objects.create(
            paper_id=paper, position=position, kind=kind, heading=heading, text=text
        )


def upgrade() -> None:
    columns.forget()
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


@pytest.mark.parametrize("played", [award, objected, performing])
def test_an_archive_of_before_holds_after_the_upgrade_what_a_new_one_would(
    downgraded: None, played: Any
) -> None:
    played()
    expected = facts()
    assert expected
    archived_as_before()
    upgrade()
    assert facts() == expected


def test_what_was_archived_before_is_found_by_words_figures_and_facets(downgraded: None) -> None:
    room = award()
    archived_as_before()
    upgrade()
    card = Card.objects.get()
    reader = Reader(frozenset([room.enterprise_id]), room.enterprise_id)
    amount = max(figure.amount for figure in card.figures.all())
    for wish in (
        Wish(),
        Wish(asked.read("技术创新奖")),
        Wish(asked.read(card.number)),
        Wish(asked.read("srjy")),
        Wish(figures=(Range(measure="tier_table.amount", least=amount, most=amount),)),
        Wish(chosen={"matter_kind": ["award"], "term": [card.clauses.all()[0].kind]}),
        Wish(since=card.signed_on, until=card.signed_on),
    ):
        assert search(reader, wish).keys == [card.key], wish
    assert search(PUBLIC, Wish()).total == 0
    assert search(reader, Wish(asked.read("送餐"))).total == 0


def test_after_the_upgrade_each_paper_has_its_own_standing_and_serial(downgraded: None) -> None:
    objected()
    archived_as_before()
    upgrade()
    old, new = Card.objects.order_by("key")
    assert (old.standing, new.standing) == ("objected", "to_file")
    assert (old.serial, new.serial) == (1, 2)
    assert old.clauses.get().value != new.clauses.get().value


def test_a_clause_that_was_worded_otherwise_keeps_what_was_agreed(downgraded: None) -> None:
    award()
    (card,) = facts()
    Clause.objects.update(text="以前的版本是这样写的：一等奖三万元。")
    archived_as_before()
    upgrade()
    (after,) = facts()
    assert after["figures"] == card["figures"]
    assert search(Reader(frozenset(Enterprise.objects.values_list("pk", flat=True))),
                  Wish(asked.read("以前的版本"))).total == 1  # fmt: skip

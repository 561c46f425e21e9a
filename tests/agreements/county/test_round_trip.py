"""A county comes from elsewhere into a database that has nothing of it, and nothing is lost."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from agreements.archive.grams import normalise
from agreements.archive.models import Card, Figure
from agreements.management import progress
from agreements.papers.models import Paper
from agreements.scenarios.opening import COUNTY
from agreements.similar.models import Uncompared
from negotiate.people.models import Account, Federation, Person, Seat
from negotiate.rooms.models import Room
from tests.agreements.county.elsewhere import Elsewhere, shown
from tests.agreements.county.rewriting import members, root_of
from tests.agreements.export.played import played
from tests.trace import trace

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _an_authority_of_ones_own(settings: Settings, tmp_path: Path) -> None:
    settings.AUTHORITY_DIR = tmp_path / "authority"
    settings.ALLOWED_HOSTS = ["127.0.0.1"]


def bring(file: Path, *words: str) -> str:
    said = StringIO()
    call_command("import_county", str(file), *words, stdout=said)
    return said.getvalue()


def test_it_is_the_same_archive_and_the_same_file(county: Elsewhere, tmp_path: Path) -> None:
    assert "imported" in bring(county.file, "--trust", root_of(county.file))
    call_command("verify_record", "--all", stdout=StringIO())
    again = tmp_path / "again.zip"
    call_command("export_county", COUNTY, again, stdout=StringIO())
    assert again.read_bytes() == county.file.read_bytes()
    now = shown()
    assert now["found"] == county.shown["found"]
    assert now["found"][""]
    assert now["found"]["宣布开会"]  # which minutes alone tell
    for one, other in zip(now["papers"], county.shown["papers"], strict=True):
        assert one == other
        assert one["verified"] == "AUTHENTIC"
    assert now["old"] == county.shown["old"]
    assert len(now["old"]) == 3
    kept = list(Figure.objects.values_list("about", "searched"))
    assert kept == [(about, normalise(about)) for about, _ in kept]
    assert any(about for about, _ in kept)


def test_what_is_there_already_is_left_as_it_is(county: Elsewhere) -> None:
    bring(county.file, "--trust", root_of(county.file))
    before = trace()
    assert bring(county.file).endswith("all of it is here already\n")
    assert trace() == before


def test_what_is_there_and_differs_is_never_changed(county: Elsewhere) -> None:
    bring(county.file, "--trust", root_of(county.file))
    Card.objects.filter(pk=Card.objects.all()[0].pk).update(title="另一个标题")
    before = trace()
    with pytest.raises(CommandError, match="is there already, and is not the same"):
        bring(county.file)
    assert trace() == before


def test_a_root_that_nobody_named_is_not_trusted(county: Elsewhere) -> None:
    before = trace()
    for words in ((), ("--trust", "0" * 64)):
        with pytest.raises(CommandError, match=f"--trust {root_of(county.file)}"):
            bring(county.file, *words)
    assert trace() == before


def test_what_is_agreed_next_has_keys_and_numbers_of_its_own(county: Elsewhere) -> None:
    bring(county.file, "--trust", root_of(county.file))
    before = set(Paper.objects.values_list("enterprise", "number"))
    Account.objects.filter(enterprise__isnull=False).delete()
    paper = played("award")
    assert (paper.enterprise_id, paper.number) not in before
    assert Card.objects.filter(paper=paper).exists()


def test_no_way_in_travels(county: Elsewhere) -> None:
    bring(county.file, "--trust", root_of(county.file))
    assert not Seat.objects.filter(link_serial__lt=10**9).exists()
    assert not Room.objects.filter(screen_serial__lt=10**9).exists()
    assert not Seat.objects.exclude(account=None, device="", code="").exists()
    for account in Account.objects.all():
        assert not account.is_active
        assert not account.has_usable_password()


def test_accounts_and_ballots_stay_where_they_are(county: Elsewhere) -> None:
    told = b"".join(members(county.file).values())
    assert len(county.secrets) > 20
    for secret in county.secrets:
        assert secret.encode() not in told, secret


def test_of_the_staff_nothing_leaves_but_what_the_record_tells(county: Elsewhere) -> None:
    told = {
        name
        for name, content in members(county.file).items()
        if any(one.encode() in content for one in county.staff)
    }
    assert county.staff
    assert told <= {"kinds/entries.jsonl", "kinds/evidence.jsonl"}
    bring(county.file, "--trust", root_of(county.file))
    assert not Seat.objects.staff().exists()
    assert not Person.objects.filter(seats=None).exists()


def test_a_name_that_is_taken_is_said(county: Elsewhere) -> None:
    Federation.objects.create(pk=10**6, name=COUNTY)
    before = trace()
    with pytest.raises(CommandError, match="the same key or name"):
        bring(county.file, "--trust", root_of(county.file))
    assert trace() == before


def test_it_is_told_how_far_it_is(
    county: Elsewhere, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "EVERY", 0)
    read = bring(county.file, "--trust", root_of(county.file)).splitlines()
    cards = Card.objects.count()
    told = {f"{what}: {cards}" for what in ("cards", "cards indexed", "cards compared")}
    assert told < set(read)
    assert not Uncompared.objects.exists()
    said = StringIO()
    call_command("export_county", COUNTY, tmp_path / "again.zip", stdout=said)
    assert {"papers: 1", f"cards: {cards}"} < set(said.getvalue().splitlines())

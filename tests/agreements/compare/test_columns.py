"""Figures that a process holds are those of the database, in whatever order they came."""

import pytest

from agreements.archive import figures
from agreements.archive.actions import change
from agreements.archive.models import Figure
from negotiate.people.models import Enterprise
from tests.agreements.archive.shelf import enterprise
from tests.agreements.compare.floors import floors

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm() -> Enterprise:
    return enterprise("神瑞胶业")


def held() -> list[int]:
    return sorted(figures.current().amount.tolist())


def test_a_new_agreement_s_figures_are_read(firm: Enterprise) -> None:
    floors(firm, 2025, {"焊工": "2000"})
    assert held() == [20_000_000]
    floors(firm, 2026, {"焊工": "2100"})
    assert held() == [20_000_000, 21_000_000]


def test_figures_with_smaller_keys_than_those_held_are_read(firm: Enterprise) -> None:
    """So they come with the archive of another county, which keeps its keys."""
    Figure.objects.filter(card=floors(firm, 2025, {"焊工": "2000"})).update(id=10**6)
    assert held() == [20_000_000]
    Figure.objects.filter(card=floors(firm, 2026, {"焊工": "2100"})).update(id=5)
    assert held() == [20_000_000, 21_000_000]


def test_an_agreement_that_changed_has_its_figures_once(firm: Enterprise) -> None:
    card = floors(firm, 2025, {"焊工": "2000"})
    assert held() == [20_000_000]
    change(card, published_on=card.signed_on)
    assert held() == [20_000_000]


def test_figures_that_are_gone_with_a_change_are_forgotten(firm: Enterprise) -> None:
    card = floors(firm, 2026, {"焊工": "2000", "车工": "2100"})
    assert len(held()) == 2
    Figure.objects.filter(card=card, amount=2000).delete()
    change(card)
    assert held() == [21_000_000]

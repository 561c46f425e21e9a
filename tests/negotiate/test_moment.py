"""The product's one clock: moved for a play, never in use."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from negotiate import moment

DAY = timedelta(days=1)


def test_a_journey_moves_the_clock_and_its_end_brings_it_back() -> None:
    with moment.travelling():
        moment.move(15 * DAY)
        moment.move(DAY)
        assert 15 * DAY < moment.now() - timezone.now() <= 16 * DAY
    assert moment.now() - timezone.now() < DAY


def test_the_clock_never_goes_back() -> None:
    with pytest.raises(ValueError, match="forward"):
        moment.move(-DAY)


def test_in_production_the_clock_cannot_be_moved(settings: Settings) -> None:
    settings.PRODUCTION = True
    with pytest.raises(RuntimeError, match="never moved"):
        moment.move(DAY)


def test_today_is_the_day_at_beijing() -> None:
    with timezone.override("America/New_York"):
        here = moment.now().astimezone(timezone.get_default_timezone()).date()
        assert moment.today() == here

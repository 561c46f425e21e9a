"""Who asks too often, and who guesses, is told when to come back."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from negotiate.people.models import Federation
from tests.agreements.api.county import ROOT, program

pytestmark = pytest.mark.django_db
# Counts outlive a test: each has a rate of its own.


@pytest.fixture
def federation() -> Federation:
    return Federation.objects.create(name="阜宁县总工会")


def test_who_asks_too_often_is_told_when_to_come_back(
    federation: Federation, settings: Settings
) -> None:
    settings.API_RATE, settings.API_RATE_PUBLIC = "3 per hour", "2 per hour"
    for visitor, free in ((Client(), 2), (program(federation), 3)):
        for _ in range(free):
            assert visitor.get(f"{ROOT}vocabulary").status_code == 200
        answer = visitor.get(f"{ROOT}vocabulary")
        assert answer.status_code == 429
        assert 0 < int(answer.headers["Retry-After"]) <= 3600
        assert answer.headers["Retry-After"] in answer.json()["detail"]


def test_who_guesses_too_often_is_shut_out_before_the_database_is_asked(
    federation: Federation, settings: Settings
) -> None:
    settings.API_RATE_PUBLIC = "5 per hour"
    for number in range(5):
        guessing = Client(headers={"Authorization": f"Bearer ysyy_{number}"})
        assert guessing.get(f"{ROOT}vocabulary").status_code == 401
    with CaptureQueriesContext(connection) as asked:
        answer = guessing.get(f"{ROOT}vocabulary")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 3600
    assert not asked.captured_queries


def test_who_guesses_takes_nothing_from_those_who_have_no_token(settings: Settings) -> None:
    settings.API_RATE_PUBLIC = "4 per hour"
    guessing = Client(headers={"Authorization": "Bearer ysyy_x"})
    assert [guessing.get(f"{ROOT}vocabulary").status_code for _ in range(5)] == [401] * 4 + [429]
    assert Client().get(f"{ROOT}vocabulary").status_code == 200


def test_a_guess_elsewhere_shuts_no_program_out(federation: Federation, settings: Settings) -> None:
    settings.API_RATE_PUBLIC = "6 per hour"
    for _ in range(7):
        Client(headers={"Authorization": "Bearer ysyy_x"}).get(
            f"{ROOT}vocabulary", REMOTE_ADDR="192.0.2.7"
        )
    assert program(federation).get(f"{ROOT}vocabulary").status_code == 200

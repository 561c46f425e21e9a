"""Behind a proxy a guesser is told from everybody else, and can't pretend to be another."""

import os
import subprocess
import sys

import pytest
from axes.helpers import get_client_ip_address
from django.conf import settings as configured
from django.test import Client, RequestFactory
from pytest_django import Settings

from negotiate.people.models import Account

PASSWORD = "协商 needs a long word 2026"
CALLABLE = "negotiate.people.address.behind_proxy"
PROXY = "127.0.0.1"


@pytest.fixture
def proxied(settings: Settings) -> None:
    settings.AXES_CLIENT_IP_CALLABLE = CALLABLE


def sign_in(password: str, forwarded: str) -> int:
    client = Client(REMOTE_ADDR=PROXY, headers={"X-Forwarded-For": forwarded})
    return client.post("/sign-in/", {"username": "chair", "password": password}).status_code


def chair_whose_name_was_guessed_at(*forwarded: str) -> None:
    Account.objects.create_user("chair", password=PASSWORD)
    for address in forwarded:
        sign_in("guess", address)


@pytest.mark.usefixtures("db", "proxied")
def test_a_guesser_elsewhere_locks_nobody_out() -> None:
    chair_whose_name_was_guessed_at(*["203.0.113.9"] * configured.AXES_FAILURE_LIMIT)
    assert sign_in(PASSWORD, "203.0.113.9") == 429
    assert sign_in(PASSWORD, "192.0.2.7") == 302


@pytest.mark.usefixtures("db", "proxied")
def test_addresses_that_the_guesser_made_up_buy_no_guesses() -> None:
    made_up = [f"192.0.2.{n}, 203.0.113.9" for n in range(configured.AXES_FAILURE_LIMIT)]
    chair_whose_name_was_guessed_at(*made_up)
    assert sign_in(PASSWORD, "198.51.100.1, 203.0.113.9") == 429


@pytest.mark.parametrize("nonsense", ["", "unknown", "1.2.3.4:80", "127.0.0.1, ", "x" * 5000])
@pytest.mark.usefixtures("proxied")
def test_what_is_no_address_is_the_proxys_own(nonsense: str) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR=PROXY, headers={"X-Forwarded-For": nonsense})
    assert get_client_ip_address(request) == PROXY


def test_without_a_proxy_nobody_believes_the_header() -> None:
    request = RequestFactory().get("/", REMOTE_ADDR=PROXY, headers={"X-Forwarded-For": "192.0.2.7"})
    assert get_client_ip_address(request) == PROXY


@pytest.mark.parametrize(("behind", "read"), [("true", CALLABLE), ("false", None)])
def test_the_operator_says_whether_there_is_a_proxy(behind: str, read: str | None) -> None:
    script = "import tests.settings as s; print(getattr(s, 'AXES_CLIENT_IP_CALLABLE', None))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "BEHIND_PROXY": behind},
        cwd=configured.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(read)

"""Guessing passwords ends soon, and never locks out the rest of an office."""

import pytest
from django.conf import settings
from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in
from django.test import RequestFactory

pytestmark = pytest.mark.django_db
PASSWORD = "协商 needs a long word 2026"


@pytest.fixture(autouse=True)
def accounts() -> None:
    """Make two chairs who sit in one office."""
    for name in ("chair", "colleague"):
        get_user_model().objects.create_user(username=name, password=PASSWORD)


def sign_in(name: str, password: str, address: str = "192.0.2.7") -> AbstractBaseUser | None:
    """Try to sign in from an address."""
    request = RequestFactory(REMOTE_ADDR=address).post("/")
    account = authenticate(request, username=name, password=password)
    if account is not None:
        user_logged_in.send(type(account), request=request, user=account)
    return account


def test_a_name_is_locked_at_an_address_after_five_failures() -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        assert sign_in("chair", "guess") is None
    assert sign_in("chair", PASSWORD) is None


def test_the_right_password_before_the_fifth_failure_forgives_the_others() -> None:
    for _ in range(3):
        for _ in range(settings.AXES_FAILURE_LIMIT - 1):
            sign_in("chair", "guess")
        assert sign_in("chair", PASSWORD) is not None


def test_a_colleague_at_the_same_address_is_not_locked_out() -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        sign_in("chair", "guess")
    assert sign_in("colleague", PASSWORD) is not None


def test_the_owner_elsewhere_is_not_locked_out_by_one_guesser() -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        sign_in("chair", "guess")
    assert sign_in("chair", PASSWORD, "192.0.2.8") is not None


def test_new_addresses_do_not_buy_new_guesses_without_end() -> None:
    tried = 0
    for host in range(1, 11):
        for _ in range(settings.AXES_FAILURE_LIMIT - 1):
            sign_in("chair", "guess", f"192.0.2.{host}")
            tried += 1
    assert tried > settings.AXES_FAILURE_LIMIT_PER_NAME
    assert sign_in("chair", PASSWORD, "192.0.2.99") is None

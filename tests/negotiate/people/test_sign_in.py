"""Passwords are tried a few times only, and a one-time link signs in one time."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import override_settings
from django.urls import reverse

from negotiate.people.entry import entry_path
from negotiate.people.models import Account
from tests.visitor import Visitor

CHAIR = "chenguoqiang"
GOOD = "长江后浪推前浪 1984"
AT = "203.0.113.7"


@pytest.fixture
def account(db: None) -> Account:
    return Account.objects.create_user(CHAIR, password=GOOD, name="陈国强")


@pytest.fixture
def neighbour(db: None) -> Account:
    return Account.objects.create_user("neighbour", password=GOOD, name="何平")


def attempt(username: str, password: str, at: str = AT) -> HttpResponse:
    form = {"username": username, "password": password}
    return Visitor().post(reverse("sign-in"), form, REMOTE_ADDR=at)  # type: ignore[return-value]


def fail(username: str, times: int, at: str = AT) -> HttpResponse:
    for _ in range(times):
        answer = attempt(username, "wrong", at)
    return answer


def test_the_right_password_signs_in(account: Account) -> None:
    answer = attempt(CHAIR, GOOD)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


def test_the_fifth_failure_locks_the_name_at_that_address(account: Account) -> None:
    assert fail(CHAIR, 4).status_code == 200
    locked = fail(CHAIR, 1)
    assert locked.status_code == 429
    assert attempt(CHAIR, GOOD).status_code == 429


def test_another_name_at_the_same_address_is_not_locked(
    account: Account, neighbour: Account
) -> None:
    fail(CHAIR, 6)
    assert attempt("neighbour", GOOD).status_code == 302


def test_a_success_wipes_out_the_failures_before_it(account: Account) -> None:
    fail(CHAIR, 4)
    assert attempt(CHAIR, GOOD).status_code == 302
    assert fail(CHAIR, 4).status_code == 200


@override_settings(AXES_FAILURE_LIMIT_PER_NAME=12)
def test_new_addresses_do_not_buy_guesses_for_ever(account: Account) -> None:
    for number in range(4):
        fail(CHAIR, 3, at=f"203.0.113.{number}")
    assert attempt(CHAIR, GOOD, at="203.0.113.99").status_code == 429


def test_a_locked_name_is_told_so_in_a_plain_sentence(account: Account) -> None:
    page = fail(CHAIR, 5).content.decode()
    assert "十五分钟" in page
    assert "<html" in page


def test_somebody_unknown_and_a_wrong_password_get_the_same_answer(account: Account) -> None:
    answers = {attempt(name, "wrong").content.decode().count("errorlist") for name in (CHAIR, "x")}
    assert len(answers) == 1


@pytest.mark.parametrize("weak", ["kort12", "password12", "12345678901", "chenguoqiang1"])
def test_a_weak_password_is_refused(account: Account, weak: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(weak, account)


def test_a_good_password_passes(account: Account) -> None:
    validate_password(GOOD, account)


def test_a_one_time_link_signs_in_once(account: Account) -> None:
    link = entry_path(account)
    first = Visitor()
    assert first.get(link).status_code == 302
    assert first.session["_auth_user_id"] == str(account.pk)
    second = Visitor()
    answer = second.get(link)
    assert answer.status_code == 404
    assert "已用过或已失效" in answer.content.decode()
    assert "_auth_user_id" not in second.session


@pytest.mark.parametrize("change", ["name", "password", "is_active"])
def test_a_one_time_link_dies_with_its_account_or_password(account: Account, change: str) -> None:
    link = entry_path(account)
    if change == "password":
        account.set_password("另一个很长的密码 1985")
    elif change == "is_active":
        account.is_active = False
    account.save()
    assert Visitor().get(link).status_code == (302 if change == "name" else 404)


@pytest.mark.parametrize(
    ("key", "token"), [("MQ", "x"), ("!!", "a-b"), ("OTk5", "c-d"), ("_w", "a-b"), ("é", "ü")]
)
def test_a_made_up_one_time_link_opens_nothing(account: Account, key: str, token: str) -> None:
    assert Visitor().get(reverse("enter", args=[key, token])).status_code == 404


def test_the_link_of_one_account_signs_in_no_other(account: Account, neighbour: Account) -> None:
    _, _, key, _, _ = entry_path(neighbour).split("/")
    _, _, _, token, _ = entry_path(account).split("/")
    assert Visitor().get(reverse("enter", args=[key, token])).status_code == 404

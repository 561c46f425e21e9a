"""Tokens: made for a federation, shown once, counted until their last day or until revoked."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from agreements.api.actions import DAYS, MOST, make, revoke
from agreements.api.models import Token
from negotiate import moment
from negotiate.law.refusal import Refused
from negotiate.people.models import Account, Federation
from tests.agreements.api.county import ROOT
from tests.agreements.archive.shelf import chair, enterprise, officer
from tests.trace import trace

pytestmark = pytest.mark.django_db


@pytest.fixture
def federation() -> Federation:
    return enterprise("神瑞胶业", under="阜宁县总工会").federation


@pytest.fixture
def officers(federation: Federation) -> Client:
    client = Client()
    client.force_login(officer(federation))
    return client


def status(secret: str) -> int:
    header = {"Authorization": f"Bearer {secret}"}
    return Client().get(f"{ROOT}agreements", headers=header).status_code


def test_a_token_counts_until_its_last_day(federation: Federation) -> None:
    _, secret = make(federation, "统计", 3)
    with moment.travelling():
        moment.move(timedelta(days=3))
        assert status(secret) == 200
        moment.move(timedelta(days=1))
        assert status(secret) == 401


def test_a_revoked_token_counts_no_more(federation: Federation) -> None:
    token, secret = make(federation, "统计", 3)
    _, other = make(federation, "统计", 3)
    revoke(token)
    assert (status(secret), status(other)) == (401, 200)
    with pytest.raises(Refused, match="已经停用"):
        revoke(token)


@pytest.mark.parametrize("scheme", ["Basic", "Token", "bearer bearer", ""])
def test_a_token_stands_in_its_own_header_and_in_full(scheme: str, federation: Federation) -> None:
    _, secret = make(federation, "统计", 3)
    for said in (
        f"{scheme} {secret}",
        f"Bearer {secret}x",
        "Bearer",
        "Bearer ",
        f"Bearer {secret[:-1]}",
    ):
        answer = Client().get(f"{ROOT}agreements", headers={"Authorization": said})
        assert answer.status_code == 401, said
        assert answer.headers["WWW-Authenticate"].startswith("Bearer ")
        assert answer.json()["detail"].startswith("令牌")
    assert Client().get(f"{ROOT}agreements", {"token": secret}).status_code == 422
    header = {"Authorization": f"bearer {secret}"}
    assert Client().get(f"{ROOT}agreements", headers=header).status_code == 200


def test_nothing_in_the_database_opens_anything(federation: Federation) -> None:
    token, secret = make(federation, "统计", 3)
    row = Token.objects.filter(pk=token.pk).values().get()
    assert secret not in str(row)
    assert status(str(row["digest"])) == 401


def test_the_day_of_its_last_use_is_kept_and_written_once_a_day(federation: Federation) -> None:
    token, secret = make(federation, "统计", 30)
    status(secret)
    token.refresh_from_db()
    assert token.used_on == moment.today()
    before = trace()
    status(secret)
    assert trace() == before


def test_a_federation_has_so_many_at_once(federation: Federation) -> None:
    for _ in range(MOST):
        token, _ = make(federation, "统计", 3)
    with pytest.raises(Refused, match="最多"):
        make(federation, "统计", 3)
    revoke(token)
    make(federation, "统计", 3)


def test_an_officer_makes_one_and_sees_it_once(officers: Client, federation: Federation) -> None:
    answer = officers.post(reverse("tokens"), {"name": "省总统计", "days": "365"})
    assert answer.status_code == 200
    secret = answer.context["secret"]
    assert secret in answer.content.decode()
    assert status(secret) == 200
    page = officers.get(reverse("tokens")).content.decode()
    assert secret not in page
    assert "省总统计" in page
    token = federation.tokens.get()
    assert token.made_by == Account.objects.get()
    assert token.last_day == moment.today() + timedelta(days=DAYS)


@pytest.mark.parametrize("days", ["0", "-1", "4000", "x", ""])
def test_a_token_for_no_sensible_time_is_not_made(days: str, officers: Client) -> None:
    answer = officers.post(reverse("tokens"), {"name": "省总统计", "days": days})
    assert answer.status_code == 422
    assert not Token.objects.exists()


def test_an_officer_revokes_those_of_the_own_federation_alone(
    officers: Client, federation: Federation
) -> None:
    far = Federation.objects.create(name="霍山县总工会")
    own, _ = make(federation, "统计", 3)
    others, _ = make(far, "统计", 3)
    assert officers.post(reverse("token-revoke", args=[own.pk])).status_code == 302
    assert officers.post(reverse("token-revoke", args=[others.pk])).status_code == 404
    assert set(Token.objects.filter(revoked_at=None)) == {others}
    assert "已停用" in officers.get(reverse("tokens")).content.decode()


def test_no_action_is_done_for_another_office(federation: Federation) -> None:
    far = officer(Federation.objects.create(name="霍山县总工会"))
    token, _ = make(federation, "统计", 3)
    for account in (far, chair(federation.enterprises.get())):
        with pytest.raises(Refused, match="本级"):
            make(federation, "统计", 3, account)
        with pytest.raises(Refused, match="本级"):
            revoke(token, account)


def test_the_commands_make_and_revoke(
    federation: Federation, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("make_token", "阜宁县总工会", name="省总统计", days=30)
    said = capsys.readouterr()
    secret = said.out.strip()
    assert status(secret) == 200
    assert secret not in said.err
    call_command("revoke_token", "阜宁县总工会", name="省总统计")
    assert status(secret) == 401
    for words in (("make_token", "没有的"), ("revoke_token", "阜宁县总工会")):
        with pytest.raises(CommandError):
            call_command(*words, name="省总统计")
    with pytest.raises(CommandError, match="days"):
        call_command("make_token", "阜宁县总工会", name="省总统计", days=0)

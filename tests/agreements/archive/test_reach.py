"""Who may search and read: an enterprise its own, a federation all under it, others nothing."""

from dataclasses import dataclass

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import reverse

from agreements.papers.models import Paper
from negotiate.people.models import Account, Federation
from tests.agreements.archive.shelf import chair, enterprise, officer, signed, unsigned

pytestmark = pytest.mark.django_db


@dataclass
class County:
    """Two townships of a county with one enterprise each, and another county."""

    papers: dict[str, Paper]
    accounts: dict[str, Account]


@pytest.fixture
def county() -> County:
    top = Federation.objects.create(name="阜宁县总工会")
    other_top = Federation.objects.create(name="霍山县总工会")
    towns = [Federation.objects.create(name=name, parent=top) for name in ("东乡", "西乡")]
    firms = {
        "east": enterprise("东厂", under="东乡"),
        "west": enterprise("西厂", under="西乡"),
        "far": enterprise("远厂", under="霍山县总工会"),
    }
    accounts = {name: chair(firm) for name, firm in firms.items()}
    accounts |= {"township": officer(towns[0]), "county": officer(top)}
    accounts |= {"other county": officer(other_top)}
    accounts["nobody's"] = Account.objects.create_user("nobodys")
    papers = {name: signed(firm, "奖金五千元") for name, firm in firms.items()}
    return County(papers, accounts)


REACH = {
    "east": {"east"},
    "west": {"west"},
    "far": {"far"},
    "township": {"east"},
    "county": {"east", "west"},
    "other county": {"far"},
    "nobody's": set(),
}


@pytest.mark.parametrize("who", REACH)
@pytest.mark.parametrize("query", ["", "奖", "奖金", "奖金五千元", "奖金 千"])
def test_a_search_ends_at_the_account_s_reach(who: str, query: str, county: County) -> None:
    client = Client()
    client.force_login(county.accounts[who])
    answer = client.get(reverse("archive"), {"q": query})
    assert answer.status_code == 200
    found = {line.paper.pk for line in answer.context["lines"]}
    assert found == {county.papers[name].pk for name in REACH[who]}
    assert answer.context["found"].total == len(REACH[who])


@pytest.mark.parametrize("who", REACH)
@pytest.mark.parametrize("which", ["east", "west", "far"])
def test_a_paper_out_of_reach_does_not_exist(who: str, which: str, county: County) -> None:
    client = Client()
    client.force_login(county.accounts[who])
    answer = client.get(reverse("archive-paper", args=[county.papers[which].pk]))
    assert answer.status_code == (200 if which in REACH[who] else 404)
    assert ("奖金五千元" in answer.content.decode()) == (which in REACH[who])


@pytest.mark.parametrize("who", REACH)
@pytest.mark.parametrize("which", ["east", "west", "far"])
def test_a_filter_does_not_reach_further(who: str, which: str, county: County) -> None:
    client = Client()
    client.force_login(county.accounts[who])
    firm = county.papers[which].enterprise
    answer = client.get(reverse("archive"), {"enterprise": firm.pk})
    found = {line.paper.enterprise_id for line in answer.context.get("lines", ())}
    assert found <= {county.papers[name].enterprise_id for name in REACH[who]}
    if len(REACH[who]) > 1:
        assert found == ({firm.pk} if which in REACH[who] else set())
        assert answer.status_code == (200 if which in REACH[who] else 422)


def test_a_stranger_is_sent_to_sign_in(county: County) -> None:
    paths = [reverse("archive"), reverse("archive-paper", args=[county.papers["east"].pk])]
    for path in paths:
        answer = Client().get(path, {"q": "奖金"})
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(resolve_url(settings.LOGIN_URL) + "?next=")
        assert "奖金" not in answer.content.decode()


def test_the_archive_is_only_read(county: County) -> None:
    client = Client()
    client.force_login(county.accounts["east"])
    for path in (reverse("archive"), reverse("archive-paper", args=[1])):
        assert client.post(path).status_code == 405


def test_a_paper_that_is_not_signed_yet_is_not_in_the_archive(county: County) -> None:
    draft = unsigned(county.papers["east"].enterprise)
    client = Client()
    client.force_login(county.accounts["east"])
    assert client.get(reverse("archive-paper", args=[draft.pk])).status_code == 404
    assert client.get(reverse("archive-paper", args=[2**70])).status_code == 404


def test_an_enterprise_that_changes_its_federation_takes_its_papers_along(county: County) -> None:
    firm = county.papers["east"].enterprise
    firm.federation = county.papers["far"].enterprise.federation
    firm.save(update_fields=["federation"])
    for who, total in (("county", 1), ("other county", 2), ("township", 0)):
        client = Client()
        client.force_login(county.accounts[who])
        assert client.get(reverse("archive")).context["found"].total == total

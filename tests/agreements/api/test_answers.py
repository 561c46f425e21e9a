"""How the API answers and how it refuses, apart from what it finds."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from agreements.api import parameters
from agreements.api.service import api
from agreements.archive import columns
from agreements.archive.facets import FACETS
from agreements.archive.forms import SearchForm
from negotiate.people.models import Enterprise
from tests.agreements.api.county import ROOT, ask, floors
from tests.agreements.archive.shelf import agreed, paper_of, signed

pytestmark = pytest.mark.django_db
PAGE = Path(__file__).parents[3] / "docs" / "api.md"


def test_one_agreement_has_all_but_its_paper(client: Client, firm: Enterprise) -> None:
    card = floors(firm, 2200, 2400)
    told = ask(client, f"agreements/{card.pk}")
    assert told["sha256"] == paper_of(card).sha256
    assert told["terms"] == ["post_floor_table"]
    (clause,) = told["clauses"]
    assert "岗位1\t" in clause["text"]
    figures = [(one["about"], one["amount"], one["unit"]) for one in told["figures"]]
    assert figures == [("岗位1", "2200", "元"), ("岗位2", "2400", "元")]
    assert "docx" not in str(told)
    assert "http" not in str(told)


def test_those_who_signed_are_named(client: Client, firm: Enterprise) -> None:
    card = agreed(firm, [], signers=("王桂芳", "李建国"))
    assert ask(client, f"agreements/{card.pk}")["signers"] == ["王桂芳", "李建国"]


@pytest.mark.parametrize(
    ("path", "asked", "parameter"),
    [
        ("agreements", {"since": "2026-13-01"}, "since"),
        ("agreements", {"since": "0"}, "since"),
        ("agreements", {"since": "2026-02-01", "until": "2026-01-01"}, "until"),
        ("agreements", {"least": "5", "most": "4"}, "most"),
        ("agreements", {"least": "1e5"}, "least"),
        ("agreements", {"q": "！？"}, "q"),
        ("agreements", {"q": "字" * 101}, "q"),
        ("agreements", {"q": "a\x00"}, "q"),
        ("agreements", {"size": "101"}, "size"),
        ("agreements", {"size": "0"}, "size"),
        ("agreements", {"after": "-1"}, "after"),
        ("agreements", {"industry": ["34", "机械"]}, "industry"),
        ("agreements", {"year": ["2026"] * 51}, "year"),
        ("agreements", {"where": "on"}, "where"),
        ("agreements", {"industri": "34"}, "industri"),
        ("facets", {"size": "5"}, "size"),
        ("figures", {}, "measure"),
        ("figures", {"measure": "wages"}, "measure"),
        ("figures", {"measure": "amount.amount", "after": "1"}, "after"),
        ("statistics/agreements", {"by": "enterprise"}, "by"),
        ("statistics/figures", {"measure": "amount.amount", "q": "奖"}, "q"),
    ],
)
def test_a_wrong_parameter_is_named_in_both_languages(
    path: str, asked: dict[str, Any], parameter: str, client: Client
) -> None:
    answer = client.get(ROOT + path, asked)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert f"参数 {parameter} 不对" in told["detail"]
    assert parameter in told["detail_en"]
    assert [error["parameter"] for error in told["errors"]] == [parameter]


def test_what_does_not_exist_is_a_problem_too(client: Client) -> None:
    for path in ("", "nothing", "agreements/", "agreements/x", "../v1/x"):
        answer = client.get(ROOT + path)
        assert (answer.status_code, answer.json()["status"]) == (404, 404)
    assert client.get(f"{ROOT}agreements?" + "year=1&" * 1001).status_code == 400


@pytest.mark.parametrize("path", ["agreements", "openapi.json", "nothing"])
def test_the_api_is_only_read(path: str, client: Client) -> None:
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(client, method)(ROOT + path)
        assert answer.status_code == 405
        assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert client.options(ROOT + path).headers["Allow"] == "GET, HEAD, OPTIONS"
    assert client.head(ROOT + path).status_code == client.get(ROOT + path).status_code
    assert client.head(ROOT + path).content == b""


def test_a_fault_of_ours_is_told_as_a_problem(
    client: Client, firm: Enterprise, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    def fail() -> columns.Columns:
        raise ZeroDivisionError("somebody's secret")

    monkeypatch.setattr(columns, "current", fail)
    client.raise_request_exception = False
    answer = client.get(f"{ROOT}agreements")
    assert (answer.status_code, answer.json()["status"]) == (500, 500)
    assert "secret" not in answer.content.decode()
    assert "ZeroDivisionError" in caplog.text


def test_labels_are_told_in_the_language_asked_for() -> None:
    for language, label in (("zh-hans", "奖励"), ("en", "Award")):
        answer = Client().get(f"{ROOT}vocabulary", headers={"Accept-Language": language})
        words = {(word["of"], word["code"]): word["label"] for word in answer.json()["words"]}
        assert words["matter_kind", "award"] == label


def test_whatever_the_page_can_be_asked_the_api_can() -> None:
    of_page = {*SearchForm.base_fields, *FACETS}
    assert of_page <= set(parameters.AgreementsAsked.model_fields)


def test_the_page_in_the_docs_has_every_address() -> None:
    text = PAGE.read_text("utf-8")
    for path in api.get_openapi_schema()["paths"]:
        assert f"`{path}`" in text


def test_a_found_agreement_is_found_by_its_words(client: Client, firm: Enterprise) -> None:
    signed(firm, "师带徒每月补贴")
    signed(firm, "送餐")
    assert ask(client, "agreements", q="师带徒")["total"] == 1
    assert ask(client, "agreements", q="-师带徒")["total"] == 1
    assert ask(client, "agreements", q="2026", words="true")["total"] == 2  # in the numbers

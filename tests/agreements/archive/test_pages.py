"""The archive's two pages, as an office reads them."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from negotiate.people.models import Enterprise
from tests.agreements.archive.shelf import enterprise, officer, paper_of, signed

pytestmark = pytest.mark.django_db
TABLE = "设立技术创新奖：\n档次\t标准\t金额\n一等奖\t新产品\t30000.00元\n二等奖\t新工艺\t10000.00元"


def page(client: Client, **asked: str) -> str:
    answer = client.get(reverse("archive"), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_archive_says_what_will_be_here(client: Client) -> None:
    assert "还没有签署完成的文件" in page(client)


def test_the_list_says_what_each_paper_is(client: Client, firm: Enterprise) -> None:
    card = signed(firm, TABLE)
    text = page(client)
    for shown in (card.title, card.number, "神瑞胶业", "2026-03-01", "奖励", "B级", "找到 1 份"):
        assert shown in text
    assert reverse("archive-paper", args=[card.key]) in text


def test_the_clause_that_answers_is_shown_with_its_words_marked(
    client: Client, firm: Enterprise
) -> None:
    signed(firm, "每季度评一次。", TABLE, title="创新奖会议纪要")
    text = page(client, q="新产品 创新")
    assert "<mark>新产品</mark> 30000.00元" in text
    assert "<mark>创新</mark>奖会议纪要" in text
    assert "每季度" not in text


def test_nothing_found_is_said_in_plain_words(client: Client, firm: Enterprise) -> None:
    signed(firm, "奖金")
    assert "没有找到" in page(client, q="送餐")
    assert "没有找到" in page(client, matter_kind="catering")


def test_markup_in_a_paper_or_a_query_stays_text(client: Client, firm: Enterprise) -> None:
    evil = "<script>alert(1)</script>"
    card = signed(firm, f"奖金{evil}\t<b>", title=f"纪要{evil}")
    for query in (evil, "script", "奖金", "<", '"><script>'):
        answer = client.get(reverse("archive"), {"q": query})
        text = answer.content.decode()
        assert "<script>" not in text
        assert "&lt;" in text
    assert "&lt;<mark>script</mark>&gt;" in page(client, q="script")
    text = client.get(reverse("archive-paper", args=[card.key])).content.decode()
    assert "<script>" not in text
    assert "<b>" not in text


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "%"},
        {"q": "字" * 101},
        {"q": "\x00"},
        {"measure": "no such measure"},
        {"least": "1000", "most": "500"},
        {"least": "NaN"},
        {"least": "1e30"},
        {"since": "2026-13-01"},
        {"since": "2026-03-02", "until": "2026-03-01"},
    ],
)
def test_what_cannot_be_asked_gets_one_sentence_and_no_results(
    asked: dict[str, str], client: Client, firm: Enterprise
) -> None:
    signed(firm, "奖金")
    answer = client.get(reverse("archive"), asked)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert text.count('class="errors"') == 1
    assert "找到" not in text


def test_many_papers_come_in_pages_that_keep_the_question(client: Client, firm: Enterprise) -> None:
    for _ in range(21):
        signed(firm, "奖金")
    first = page(client, q="奖金", matter_kind="award")
    assert "找到 21 份" in first
    assert first.count('<li class="card">') == 20
    assert "&amp;matter_kind=award&amp;page=2" in first
    second = page(client, q="奖金", matter_kind="award", page="2")
    assert second.count('<li class="card">') == 1
    assert "page=1" in second
    assert "page=3" not in second
    assert client.get(reverse("archive"), {"page": "3"}).status_code == 404
    for odd in ("0", "-1", "x", "51", "9" * 30, "²"):
        assert page(client, page=odd).count('<li class="card">') == 20


def test_a_federation_chooses_among_its_enterprises(firm: Enterprise) -> None:
    signed(firm, "奖金")
    signed(enterprise("方舟环保"), "奖金")
    client = Client()
    client.force_login(officer(firm.federation))
    assert "找到 2 份" in page(client)
    text = page(client, enterprise=str(firm.pk))
    assert "找到 1 份" in text
    assert re.search(r'aria-current="true"><span>神瑞胶业</span>', text)
    assert "方舟环保" in text  # may be chosen besides


def test_a_paper_shows_its_clauses_with_their_tables(client: Client, firm: Enterprise) -> None:
    card = signed(firm, TABLE, "按季发放。")
    text = client.get(reverse("archive-paper", args=[card.key])).content.decode()
    for shown in (card.title, card.number, paper_of(card).sha256, "按季发放。", "B级"):
        assert shown in text
    cells = [cell.strip() for cell in re.findall("<t[dh](?: [^>]*)?>([^<]*)", text)]
    assert cells == TABLE.split("\n", 1)[1].replace("\n", "\t").split("\t")
    assert reverse("paper-docx", args=[card.paper_id]) in text


def test_a_list_costs_the_same_few_queries_however_long_it_is(
    client: Client, firm: Enterprise
) -> None:
    signed(firm, "奖金", "带徒")
    page(client, q="奖金")
    with CaptureQueriesContext(connection) as few:
        page(client, q="奖金")
    for _ in range(18):
        signed(firm, "奖金", "带徒")
    page(client, q="奖金")  # what is new is read once
    with CaptureQueriesContext(connection) as many:
        page(client, q="奖金")
    assert len(many) == len(few)

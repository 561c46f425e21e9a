"""What the minutes tell besides the clauses is searched by those whose own they are."""

import re
from dataclasses import fields
from typing import Any

import msgspec
import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from agreements.archive.minutes import Told, told
from agreements.archive.models import Text
from agreements.papers.contract import ContractText
from agreements.papers.models import Paper
from agreements.papers.text import MinutesText
from agreements.scenarios.opening import book, chair_of
from agreements.scenarios.player import Player
from agreements.scenarios.story import story
from negotiate.people.models import Enterprise
from tests.agreements.archive.shelf import agreed, chair, enterprise, signed

pytestmark = pytest.mark.django_db
COURSE = {"course": ["职工方王桂芳就“计件单价”提出第1版。", "企业方李建国要求看ISO9001工时表。"]}
NOT_TOLD = {
    # Searched as they stand on the card, or in the clauses.
    "title", "number", "enterprise", "parties", "clauses", "signatures",
    # What all papers say in the same words, and what no word is looked for in.
    "kind", "mode", "held", "dated", "basis", "effect", "checking", "change", "copies", "grade",
    "head", "term", "breach", "disputes", "filing",
    "terms_digest", "record_head", "record_length", "check_at",
}  # fmt: skip


@pytest.fixture
def firm() -> Enterprise:
    return enterprise("神瑞胶业")


@pytest.fixture
def client(firm: Enterprise) -> Client:
    client = Client()
    client.force_login(chair(firm))
    return client


def listed(client: Client, **asked: str) -> Any:
    answer = client.get(reverse("archive"), asked)
    assert answer.status_code == 200
    return answer


@pytest.mark.parametrize("kind", [MinutesText, ContractText])
def test_every_part_of_a_paper_is_searched_or_left_out_knowingly(kind: type) -> None:
    searched = {one.name for one in msgspec.structs.fields(Told)}
    assert {one.name for one in fields(kind)} - searched <= NOT_TOLD
    assert not searched & NOT_TOLD


def test_a_paper_of_real_talks_is_found_by_whatever_its_minutes_tell() -> None:
    meeting = story("award")
    account = chair_of(meeting)
    paper = Player(meeting, book(meeting, account)).play()
    client = Client()
    client.force_login(account)
    paragraphs = told(Paper.objects.get(pk=paper.pk).frozen)
    assert {"地点", "协商事项", "参加人员", "协商经过"} <= {one.heading for one in paragraphs}
    for one in paragraphs:
        phrase = max(re.split("[“”]", one.text), key=len)
        found = listed(client, q=f"“{phrase[:98]}”", words="1", in_minutes="on")
        assert [line.key for line in found.context["lines"]] == [paper.card.key], one


def test_what_stands_in_no_clause_is_looked_for_in_the_minutes(
    client: Client, firm: Enterprise
) -> None:
    card = agreed(firm, [], told=COURSE)
    signed(firm, "送餐时间")
    answer = listed(client, q="工时表")
    assert [line.key for line in answer.context["lines"]] == [card.key]
    text = answer.content.decode()
    assert "标题和条款里没有" in text
    assert "<b>协商经过</b>　企业方李建国要求看ISO9001<mark>工时表</mark>。" in text
    assert "in_minutes=on" in answer.context["asked"]  # whatever narrows it down asks there as well


def test_words_may_stand_in_different_places(client: Client, firm: Enterprise) -> None:
    card = agreed(firm, [], title="夜班补贴会议纪要", told=COURSE)
    for query in ("夜班 工时表", "王桂芳 李建国", "iso9001 计件单价", "shenrui 工时"):
        answer = listed(client, q=query, in_minutes="on")
        assert [line.key for line in answer.context["lines"]] == [card.key], query
    assert listed(client, q="夜班 -工时表", in_minutes="on").context["found"].total == 0
    assert listed(client, q="夜班 -ISO9001", in_minutes="on").context["found"].total == 0
    assert listed(client, q="夜班 -工时表").context["found"].total == 1
    assert listed(client, q="表企业", in_minutes="on").context["found"].total == 0


def test_what_is_found_in_clauses_offers_to_look_in_the_minutes_too(
    client: Client, firm: Enterprise
) -> None:
    signed(firm, "工时表每月公布。")
    agreed(firm, [], told=COURSE)
    answer = listed(client, q="工时表")
    assert answer.context["found"].total == 1
    assert f'href="?{escape(answer.context["wider"])}"' in answer.content.decode()
    wider = client.get(f"{reverse('archive')}?{answer.context['wider']}")
    assert wider.context["found"].total == 2
    assert "wider" not in wider.context
    assert "wider" not in listed(client).context


def test_titles_alone_and_minutes_too_is_no_question(client: Client, firm: Enterprise) -> None:
    answer = client.get(reverse("archive"), {"q": "工", "in_title": "on", "in_minutes": "on"})
    assert answer.status_code == 422
    assert answer.content.decode().count('class="errors"') == 1


def test_a_paper_frozen_before_there_were_texts_has_none(firm: Enterprise) -> None:
    card = agreed(firm, [])
    assert Text.objects.get(card=card).told == ""

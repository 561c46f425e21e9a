"""What the minutes tell besides the clauses is searched by those whose own they are."""

import re
from dataclasses import fields
from html import unescape
from io import BytesIO
from typing import Any

import msgspec
import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from openpyxl import load_workbook

from agreements.archive import asked, confirming, search
from agreements.archive.asked import Where
from agreements.archive.lines import lines
from agreements.archive.minutes import Told, told
from agreements.archive.models import Text
from agreements.archive.reader import Reader
from agreements.archive.rebuilding import reindex
from agreements.archive.search import Wish
from agreements.papers.contract import ContractText
from agreements.papers.models import Paper
from agreements.papers.text import MinutesText
from agreements.scenarios.opening import book, chair_of
from agreements.scenarios.player import Player
from agreements.scenarios.story import story
from negotiate.people.models import Enterprise
from tests.agreements.archive.shelf import agreed, signed
from tests.agreements.archive.test_rebuilding import old_file

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
    paragraphs = told(Paper.objects.get(pk=paper.pk).frozen["text"], 1)
    assert {"地点", "协商事项", "参加人员", "协商经过"} <= {one.heading for one in paragraphs}
    for one in paragraphs:
        phrase = max(re.split("[“”]", one.text), key=len)
        found = listed(client, q=f"“{phrase[:98]}”", words="1", where="minutes")
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
    assert "where=minutes" in answer.context["asked"]  # whatever narrows it down asks there as well


def test_words_may_stand_in_different_places(client: Client, firm: Enterprise) -> None:
    card = agreed(firm, [], title="夜班补贴会议纪要", told=COURSE)
    for query in ("夜班 工时表", "王桂芳 李建国", "iso9001 计件单价", "shenrui 工时"):
        answer = listed(client, q=query, where="minutes")
        assert [line.key for line in answer.context["lines"]] == [card.key], query
    assert listed(client, q="夜班 -工时表", where="minutes").context["found"].total == 0
    assert listed(client, q="夜班 -ISO9001", where="minutes").context["found"].total == 0
    assert listed(client, q="夜班 -工时表").context["found"].total == 1
    assert listed(client, q="表企业", where="minutes").context["found"].total == 0


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
    for nothing_to_find in ("-工时表", "工时表 ，", "2026 ，"):
        asked_for = listed(client, q=nothing_to_find).context
        assert ("wider" in asked_for) == nothing_to_find.startswith("工时表")


def test_what_is_found_there_can_be_taken_away(client: Client, firm: Enterprise) -> None:
    """Also where the page has looked there by itself."""
    card = agreed(firm, [], told=COURSE)
    signed(firm, "送餐时间")
    text = listed(client, q="工时表").content.decode()
    form = re.search('<form[^>]*id="export".*?</form>', text, re.DOTALL)
    asked_for = re.findall('type="hidden" name="([^"]*)" value="([^"]*)"', form[0] if form else "")
    assert dict(asked_for) == {"q": "工时表", "where": "minutes"}
    workbook = client.get(reverse("export-xlsx"), dict(asked_for))
    sheet = load_workbook(BytesIO(workbook.getvalue()), read_only=True).worksheets[0]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [card.number]


def test_that_titles_and_clauses_have_nothing_is_said_only_where_it_is_known(
    client: Client, firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (search, confirming):
        monkeypatch.setattr(module, "BOUND", 1)
    monkeypatch.setattr(confirming, "MOST", 2)
    signed(firm, title="夜班补纪要")
    for course in ([], [], ["谈夜班补。"]):
        agreed(firm, [], title="夜班和班补纪要", told={"course": course})
    answer = listed(client, q="夜班补")
    text = answer.content.decode()
    assert answer.context["found"].is_cut
    assert "标题和条款里没有" not in text
    assert "只核对了最近的两千份" in text
    assert answer.context["wider"] in unescape(text)


def test_a_search_in_titles_alone_shows_that_it_is_one(client: Client, firm: Enterprise) -> None:
    """Its blanks are not folded away; of minutes a sentence speaks."""
    signed(firm, title="夜班补纪要")
    for where, is_open in (("title", True), ("minutes", False), ("", False)):
        text = listed(client, q="夜班", where=where).content.decode()
        (form,) = re.findall('<form[^>]*role="search".*?</form>', text, re.DOTALL)
        assert ("<details open>" in form) == is_open
        assert ("也找了" in text) == (where == "minutes")


def test_titles_come_first_that_have_the_word_themselves(firm: Enterprise) -> None:
    right = signed(firm, title="夜班补纪要")
    wrong = agreed(firm, [], title="夜班和班补纪要", told={"course": ["谈夜班补。"]})
    wish = Wish(asked.read("夜班补"), where=Where.MINUTES, newest=False)
    found = search.search(Reader.at_the_table_of(firm.pk), wish)
    assert found.keys == [right.key, wrong.key]


def test_a_common_word_is_counted_without_reading(
    firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only where minutes alone may have it are texts read."""
    for module in (search, confirming):
        monkeypatch.setattr(module, "BOUND", 1)
    for _ in range(3):
        signed(firm, "工时表")
    agreed(firm, [], told=COURSE)
    reader = Reader.at_the_table_of(firm.pk)
    wish = Wish(asked.read("工时"), where=Where.MINUTES)
    assert search.sift(reader, wish).exact
    assert search.search(reader, wish).total == 4
    agreed(firm, [], told=COURSE)
    assert not search.sift(reader, wish).exact
    assert search.search(reader, wish).total == 5


def test_a_label_is_neither_looked_for_nor_marked(client: Client, firm: Enterprise) -> None:
    agreed(firm, [], told={"course": ["第一段经过。", "王工要求。"]})
    text = listed(client, q="经过 王工", where="minutes").content.decode()
    assert "<b>协商经过</b>　第一段<mark>经过</mark>。" in text
    assert listed(client, q="协商经过", where="minutes").context["found"].total == 0


def test_those_who_came_are_told_as_the_paper_prints_them() -> None:
    came = {"name": "王桂芳", "side_label": "职工方", "capacity_label": "职工代表", "post": "焊工"}
    absent = {**came, "name": "李建国", "present": "缺席"}
    (said,) = told({"participants": [{**came, "present": "现场"}, absent]}, 1)
    assert said.text == "职工方：王桂芳（职工代表，焊工）、李建国（职工代表，焊工，缺席）。"


@pytest.mark.parametrize("text", [None, {}, {"notice": None}, {"place": 5}, {"participants": [1]}])
def test_a_text_in_an_unknown_shape_keeps_nobody_from_the_others(
    text: object, client: Client, firm: Enterprise
) -> None:
    odd, card = agreed(firm, [], told=COURSE), agreed(firm, [], told=COURSE)
    Paper.objects.filter(card=odd).update(frozen={"text": text})
    assert listed(client, q="工时表").context["found"].total == 2
    reindex()
    answer = listed(client, q="工时表")
    assert [line.key for line in answer.context["lines"]] == [card.key]


def test_an_old_file_has_no_minutes_and_is_found_by_its_text(firm: Enterprise) -> None:
    card = old_file(firm, "工时表", 1)
    assert Text.objects.get(card=card).told == ""
    wish = Wish(asked.read("工时表"), where=Where.MINUTES)
    assert search.search(Reader.at_the_table_of(firm.pk), wish).keys == [card.key]
    assert lines([card.key], wish)[0].excerpt[0].hit


def test_a_paper_frozen_before_there_were_texts_has_none(firm: Enterprise) -> None:
    card = agreed(firm, [])
    assert Text.objects.get(card=card).told == ""

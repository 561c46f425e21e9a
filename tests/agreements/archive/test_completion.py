"""The four worked cases, signed through the product's own actions, are found at once."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from agreements.papers.models import Paper
from agreements.scenarios.opening import book, chair_of
from agreements.scenarios.player import Player
from agreements.scenarios.story import meetings, story

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", meetings())
def test_a_paper_is_found_in_the_request_after_its_last_signature(name: str) -> None:
    told = story(name)
    account = chair_of(told)
    client = Client()
    client.force_login(account)
    player = Player(told, book(told, account))
    assert client.get(reverse("archive")).context["found"].total == 0
    paper = player.play()
    assert Paper.objects.get(pk=paper.pk).is_complete
    for clause in paper.card.clauses.all():
        phrases = re.findall("[一-龥]{3,}", clause.text)
        for query in (clause.heading, clause.heading[:1], clause.heading[:2], *phrases):
            answer = client.get(reverse("archive"), {"q": query})
            assert [line.key for line in answer.context["lines"]] == [paper.card.key], query
    page = client.get(reverse("archive-paper", args=[paper.card.key])).content.decode()
    assert paper.sha256 in page
    assert all(cell in page for cell in paper.card.clauses.all()[0].text.split())

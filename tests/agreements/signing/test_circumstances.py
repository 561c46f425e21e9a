"""What is kept of how a hand was given: the words, when they were served, whence they came back."""

import hashlib
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import override_settings

from agreements.papers.models import Paper
from agreements.scenarios.handwriting import scrawl
from agreements.signing.models import Signature
from negotiate import moment
from negotiate.law.words import Action, Side, Stage
from negotiate.people.links import link_path
from negotiate.people.models import Seat
from negotiate.record.chain import read
from negotiate.rooms.actions import seating
from tests.agreements.signing.forms import hidden_fields
from tests.negotiate.contract import Agreed
from tests.negotiate.meeting import Meeting
from tests.negotiate.rooms.pages import at, shown
from tests.visitor import Visitor, seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER


def form(phone: Visitor, seat: Seat, **changed: str | None) -> dict[str, Any]:
    """The form of the page as it is sent by whoever has drawn and ticked; None: left out."""
    given: dict[str, str | None] = {
        **hidden_fields(shown(phone, seat, "paper/"), "sign"),
        "strokes": scrawl(seat.person.name),
        "where": "here",
        "read": "on",
        **changed,
    }
    given.pop("public_key", None)
    return {name: value for name, value in given.items() if value is not None}


def signed(seat: Seat, by: Visitor | None = None, **changed: str | None) -> Signature:
    phone = by or seated(seat)
    answer = phone.post(at(seat, "paper/"), form(phone, seat, **changed))
    assert answer.status_code == 302
    return Signature.objects.get(seat=seat)


def refused(phone: Visitor, seat: Seat, given: dict[str, Any]) -> str:
    """What the next page says; no hand was given."""
    page: str = phone.post(at(seat, "paper/"), given, follow=True).content.decode()
    assert not Signature.objects.filter(seat=seat).exists()
    return page


def test_the_words_that_were_shown_are_kept_with_their_digest(summed: Meeting) -> None:
    chief, paper = summed.chief(W), Paper.objects.get(room=summed.room)
    words = (
        f"我已阅读全文，其中谈定的条款共 1 条，同意签署《{paper.title}》（{paper.number}），"
        f"文本指纹前 8 位是 {paper.digest[:8]}。"
    )
    phone = seated(chief)
    assert words in shown(phone, chief, "paper/")
    given = signed(chief, phone)
    assert given.intent == words
    assert given.intent_digest == hashlib.sha256(words.encode()).hexdigest()
    act = list(read(summed.room.book))[-1]
    assert (act["action"], act["data"]["intent"]) == (Action.SIGN, given.intent_digest)


def test_the_words_are_kept_in_the_language_in_which_they_were_read(summed: Meeting) -> None:
    chief = summed.chief(W)
    phone = seated(chief)
    phone.cookies["django_language"] = "en"
    phone.post(at(chief, "paper/"), form(phone, chief))
    assert Signature.objects.get().intent.startswith("I have read the whole text")


def test_the_server_says_since_when_it_was_read_and_the_phone_how_long(summed: Meeting) -> None:
    before = moment.now()
    given = signed(summed.chief(W), end_after="41000", signed_after="65000")
    assert given.read_from is not None
    assert before <= given.read_from <= given.at
    assert (given.end_after, given.signed_after) == (41000, 65000)


@pytest.mark.parametrize("claimed", ["", "-1", "1.5", "一", "٣", "9" * 10, None])
def test_a_claim_that_is_no_time_is_none(summed: Meeting, claimed: str | None) -> None:
    given = signed(summed.chief(W), end_after=claimed, signed_after=claimed)
    assert (given.end_after, given.signed_after) == (None, None)


def test_nobody_signs_without_the_page_that_he_was_served(summed: Meeting) -> None:
    chief, other = summed.chief(W), summed.chief(E)
    phone = seated(chief)
    own, theirs = form(phone, chief), form(seated(other), other)
    for served in (None, "", "x", own["served"][:-2] + "xx", theirs["served"]):
        given = {name: value for name, value in {**own, "served": served}.items() if value}
        assert "这一页打开得太早" in refused(phone, chief, given)
    assert "这一页打开得太早" in refused(phone, chief, {**own, "digest": "0" * 64})


def test_nobody_signs_without_agreeing_to_the_words(summed: Meeting) -> None:
    chief = summed.chief(W)
    phone = seated(chief)
    assert "请先读完全文，勾选同意" in refused(phone, chief, form(phone, chief, read=None))


def test_a_page_of_a_text_that_has_changed_signs_nothing(summed: Meeting) -> None:
    chief = summed.chief(W)
    phone = seated(chief)
    given = form(phone, chief)
    Paper.objects.filter(room=summed.room).update(digest="1" * 64)
    assert "文本刚刚改过" in refused(phone, chief, given)


def test_the_device_names_itself_and_as_much_is_kept_as_can_be_read(summed: Meeting) -> None:
    chief = summed.chief(W)
    phone = seated(chief)
    named = "Mozilla/5.0 \u202e" + "x" * 300
    phone.post(at(chief, "paper/"), form(phone, chief), headers={"user-agent": named})
    assert Signature.objects.get().device == ("Mozilla/5.0 " + "x" * 300)[:200]


@override_settings(AXES_CLIENT_IP_CALLABLE="negotiate.people.address.behind_proxy")
def test_the_address_is_the_one_that_the_proxy_saw(summed: Meeting) -> None:
    chief = summed.chief(W)
    phone = seated(chief)
    came = {"x-forwarded-for": "6.6.6.6, 10.1.2.3"}
    phone.post(at(chief, "paper/"), form(phone, chief), headers=came)
    assert Signature.objects.get().address == "10.1.2.3"


def test_it_is_kept_how_the_signer_was_known(summed: Meeting) -> None:
    assert signed(summed.chief(W)).identity == Signature.Identity.LINK
    seating.reissue(summed.chair, summed.chief(E).pk, code="483920")
    chief = Seat.objects.get(pk=summed.chief(E).pk)
    phone = Visitor()
    phone.post(link_path(chief), {"code": "483920"})
    phone.post(at(chief, "paper/"), form(phone, chief))
    assert Signature.objects.get(seat=chief).identity == Signature.Identity.LINK_AND_CODE


def test_who_signs_by_an_account_is_known_by_it(db: None) -> None:
    agreed = Agreed().on(Stage.RATIFIED)
    desk = signed_in(agreed.account)
    assert agreed.desk.is_chief
    desk.post(at(agreed.desk, "paper/"), form(desk, agreed.desk))
    assert Signature.objects.get().identity == Signature.Identity.ACCOUNT


def test_some_sign_where_the_others_are_and_some_elsewhere(summed: Meeting) -> None:
    Seat.objects.filter(pk=summed.chief(E).pk).update(remote=True)
    chief = Seat.objects.get(pk=summed.chief(E).pk)
    phone = seated(chief)
    assert 'value="remote" checked' in shown(phone, chief, "paper/")
    assert not signed(summed.chief(W)).remote
    assert "线上签署" not in shown(phone, chief)
    assert signed(chief, phone, where="remote").remote


def test_the_room_is_told_who_has_signed_from_elsewhere(summed: Meeting) -> None:
    signed(summed.chief(E), where="remote")
    page = shown(seated(summed.chief(W)), summed.chief(W))
    assert page.count("线上签署") == 1


def test_the_database_too_keeps_no_words_without_their_digest(summed: Meeting) -> None:
    given = signed(summed.chief(W))
    given.intent_digest = ""
    with pytest.raises(IntegrityError, match="intent_with_its_digest"):
        given.save()

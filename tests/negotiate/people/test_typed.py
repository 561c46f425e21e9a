"""What people type is stored as everybody sees it."""

from typing import Any

import pytest
from django import forms

from negotiate.law import terms
from negotiate.law.refusal import Refused
from negotiate.matters.forms import MatterForm, ScreeningForm
from negotiate.matters.models import Matter
from negotiate.people.forms import SeatForm
from negotiate.people.typed import TypedField
from negotiate.rooms.forms.booking import BookingForm
from negotiate.rooms.forms.reason import ReasonForm
from negotiate.rooms.forms.session import RescreenForm, SuspensionForm, TermForm
from negotiate.rooms.models import Term
from tests.negotiate.meeting import Meeting
from tests.visitor import signed_in

REFUSED = "这里有看不见的特殊符号，请删掉后重新填写。"
BAD = ["甲\x01乙", "甲\u202e乙", "甲\u2066乙", "甲\u200f乙", "甲\u2028乙", "甲\x7f乙", "甲\u200d乙"]
FORMS: list[type[forms.Form]] = [
    MatterForm, ScreeningForm, SeatForm, BookingForm, ReasonForm, RescreenForm, SuspensionForm,
    TermForm,
]  # fmt: skip
BLANKS = [
    (form, name)
    for form in FORMS
    for name, field in form().fields.items()
    if type(field) in (forms.CharField, TypedField)
]


def errors(form: type[forms.Form], name: str, text: str) -> list[str]:
    given: dict[str, Any] = {name: text}
    return [str(error) for error in form(given).errors.get(name, [])]


@pytest.mark.parametrize(("form", "name"), BLANKS)
def test_unseen_signs_are_refused_in_every_blank(form: type[forms.Form], name: str) -> None:
    for text in BAD:
        assert errors(form, name, text) == [REFUSED]


@pytest.mark.parametrize(("form", "name"), BLANKS)
def test_an_end_of_line_is_refused_but_where_there_are_lines(
    form: type[forms.Form], name: str
) -> None:
    lines = isinstance(form().fields[name].widget, forms.Textarea)
    assert errors(form, name, "甲\r\n乙") == ([] if lines else [REFUSED])


def test_what_a_phone_pastes_along_is_dropped() -> None:
    form = ReasonForm({"reason": "\ufeff客户\u200b来访\t明天 "})
    assert form.is_valid()
    assert form.cleaned_data["reason"] == "客户来访 明天"


def test_names_of_all_peoples_and_signs_of_money_may_be_typed() -> None:
    for text in ("买买提·艾力", "𠮷田", "José", "奖金￥500（税后）", "🎉"):
        assert errors(ReasonForm, "reason", text) == []


@pytest.mark.parametrize("text", BAD)
def test_a_term_refuses_the_signs_that_a_form_refuses(text: str) -> None:
    with pytest.raises(Refused, match="看不见的特殊符号"):
        terms.parse("text", {"body": text})


@pytest.mark.parametrize("text", BAD)
def test_nothing_unseen_gets_past_the_pages(meeting: Meeting, text: str) -> None:
    chair = signed_in(meeting.account)
    before = (Matter.objects.count(), Term.objects.count(), meeting.room.seats.count())
    matter = {
        "title": text, "kind": "award", "raised_by": "甲", "raised_side": "worker", "owner": "乙",
        "due": "2099-01-01",
    }  # fmt: skip
    person = {"name": text, "side": "worker", "capacity": "representative"}
    posts: dict[str, dict[str, str]] = {
        "/matters/new/": matter,
        f"/s/{meeting.chair.pk}/terms/add/": {"title": text, "kind": "text"},
        f"/s/{meeting.chair.pk}/roster/": person,
    }
    for path, given in posts.items():
        answer = chair.post(path, given)
        assert answer.status_code == 422, path
        assert REFUSED in answer.content.decode()
    assert (Matter.objects.count(), Term.objects.count(), meeting.room.seats.count()) == before

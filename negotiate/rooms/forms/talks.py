"""What people type in the talks: what they bind, ask and answer."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from negotiate.people.typed import DayField, TypedField
from negotiate.rooms.sight.seen import TermView


class BundleForm(forms.Form):
    """Which terms are to be agreed together."""

    terms = forms.TypedMultipleChoiceField(
        label=_("选哪些条款（至少两条）"), coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, posted: Mapping[str, Any] | None, offered: Iterable[TermView]) -> None:
        super().__init__(posted)
        field = self.fields["terms"]
        assert isinstance(field, forms.TypedMultipleChoiceField)  # noqa: S101  narrows the type
        field.choices = [(term.term.pk, _named(term)) for term in offered]


def _named(term: TermView) -> str:
    number = term.now.version.number if term.now else 0
    return f"{term.term.title} · {gettext('第 %(number)s 版') % {'number': number}}"


class RequestForm(forms.Form):
    question = TypedField(
        label=_("要对方提供什么，或者回答什么"), max_length=500, widget=forms.Textarea
    )
    due = DayField(label=_("请在哪一天以前答复"))


class AnswerForm(forms.Form):
    text = TypedField(label=_("答复"), max_length=1000, lines=True, widget=forms.Textarea)


class PromiseForm(forms.Form):
    day = DayField(label=_("承诺在哪一天以前答复"))

"""The blanks of forms: text that people will read, print and sign, a day, and a moment."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from negotiate.law.legible import is_legible, tidied


class TypedField(forms.CharField):
    """Text as it is seen: what a phone pastes along is dropped, other unseen signs are refused.
    `lines` allows several lines."""

    def __init__(self, *, lines: bool = False, **options: Any) -> None:
        self.lines = lines
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        return tidied(super().to_python(value) or "")

    def validate(self, value: str) -> None:
        super().validate(value)
        if not is_legible(value, lines=self.lines):
            raise ValidationError(_("这里有看不见的特殊符号，请删掉后重新填写。"))


class DayField(forms.DateField):
    """A day, picked with the browser's own control."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, **options)


class MomentField(forms.DateTimeField):
    """A date and time, picked with the browser's own control."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, **options)

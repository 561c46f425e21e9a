"""The blank of a form for text that people will read, print and sign."""

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

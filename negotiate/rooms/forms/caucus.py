"""What a side types for itself, and how long it asks to be left alone."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from negotiate.people.typed import TypedField

MINUTES = (5, 10, 15, 30)


class NoteForm(forms.Form):
    text = TypedField(
        label=_("写一张便条"),
        max_length=300,
        lines=True,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class StrawForm(forms.Form):
    question = TypedField(label=_("问什么"), max_length=100)
    choices = TypedField(
        label=_("有哪些选项"),
        help_text=_("一行写一个，两个到六个。不写，就是赞成、反对、弃权。"),
        max_length=300,
        required=False,
        lines=True,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def options(self) -> list[str]:
        """As they stand, without empty lines."""
        lines = str(self.cleaned_data["choices"]).splitlines()
        return [line.strip() for line in lines if line.strip()]


class CaucusForm(forms.Form):
    minutes = forms.TypedChoiceField(
        label=_("商议多久"),
        choices=lambda: [(n, ngettext("%d 分钟", "%d 分钟", n) % n) for n in MINUTES],
        coerce=int,
        initial=10,
        widget=forms.RadioSelect,
    )

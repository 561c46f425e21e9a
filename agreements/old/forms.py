"""What an officer brings: a list or a ZIP, files, and the clauses as they shall be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.old.actions import MOST_CLAUSES
from agreements.old.splitting import LONGEST_HEADING, Proposed, titled
from negotiate.law.legible import is_legible, tidied

BLANK: Final = re.compile(r"\n[ \u3000]*\n")


class ListForm(forms.Form):
    list = forms.FileField(
        label=_("名单（.xlsx、.csv），或名单和文件一起打的压缩包（.zip，8 MB 以内）"),
        widget=forms.FileInput({"accept": ".xlsx,.csv,.zip"}),
    )


class ClauseForm(forms.Form):
    """One clause; an empty one is left out. `join`: it belongs to the one before it. An empty line
    within its text begins another clause."""

    heading = forms.CharField(label=_("条款名"), max_length=LONGEST_HEADING, required=False)
    text = forms.CharField(
        label=_("内容"), required=False, strip=False, widget=forms.Textarea({"rows": 5})
    )
    join = forms.BooleanField(label=_("并到上一条"), required=False)

    def clean_heading(self) -> str:
        return _seen(self.cleaned_data["heading"].replace("\n", " "))

    def clean_text(self) -> str:
        return _seen(self.cleaned_data["text"])


class _Clauses(forms.BaseFormSet):  # type: ignore[type-arg]  # it takes none at run time
    def clean(self) -> None:
        if not any(self.errors) and not list(self.clauses()):
            raise forms.ValidationError(_("至少要有一条。"))

    def clauses(self) -> Iterator[Proposed]:
        """As they shall be."""
        said = [form.cleaned_data for form in self.forms if form.cleaned_data]
        pieces = [piece for one in said for piece in _pieces(one)]
        held: Proposed | None = None
        for joins, piece in pieces:
            if held is None or not joins:
                if held is not None:
                    yield held
                held = piece
            else:
                both = "\n".join(filter(None, (held.text, piece.heading, piece.text)))
                held = Proposed(held.heading, both)
        if held is not None:
            yield held


def _pieces(said: dict[str, Any]) -> Iterator[tuple[bool, Proposed]]:
    parts = [part.strip() for part in BLANK.split(said["text"])]
    heading, first, *others = said["heading"], *(part for part in parts if part or not parts[1:])
    if heading or first:
        yield said["join"], Proposed(heading, first)
    for part in others:
        yield False, titled(part)


def _seen(text: str) -> str:
    tidy = tidied(text)
    if not is_legible(tidy, lines=True):
        raise forms.ValidationError(_("里面有看不见的特殊符号，请删掉后重新填写。"))
    return tidy


ClauseFormSet = forms.formset_factory(
    ClauseForm, formset=_Clauses, extra=1, max_num=MOST_CLAUSES, absolute_max=MOST_CLAUSES + 1
)


def clauses_form(proposals: Sequence[Proposed]) -> Any:
    """To begin with; what is more than can be shown stands in the last."""
    shown = list(proposals[: MOST_CLAUSES - 1])
    rest = proposals[MOST_CLAUSES - 1 :]
    if rest:
        text = "\n".join(f"{one.heading}\n{one.text}" for one in rest)
        shown.append(Proposed(rest[0].heading, text))
    return ClauseFormSet(initial=[{"heading": one.heading, "text": one.text} for one in shown])

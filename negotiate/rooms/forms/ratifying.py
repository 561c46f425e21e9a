"""What people type when a draft is ratified, and when a ratification is rehearsed."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext, gettext_lazy

from negotiate.law.refusal import N_
from negotiate.law.words import Choice, Electorate
from negotiate.people.typed import DayField, TypedField
from negotiate.rooms.actions.on_paper import OnPaper
from negotiate.rooms.models import Term

MOST: Final = 99_999  # people
BODIES: Final = {
    Electorate.CONGRESS: N_("职工代表大会"),
    Electorate.STAFF: N_("职工大会（全体职工）"),
}
HOW: Final = {
    "congress": N_("职工代表大会"),
    "staff": N_("职工大会（全体职工）"),
    "each-congress": N_("受约束的企业逐家审议，各开职代会"),
    "each-staff": N_("受约束的企业逐家审议，各开职工大会"),
}
LARGEST: Final = 20_000_000  # bytes of a scan


def _people(label: object) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=MOST)  # type: ignore[arg-type]


class OpenForm(forms.Form):
    """Who ratifies; of several enterprises that are `bound` also each by itself."""

    how = forms.ChoiceField(label=gettext_lazy("由谁审议"), widget=forms.RadioSelect)

    def __init__(self, posted: Mapping[str, Any] | None, *, bound: bool) -> None:
        super().__init__(posted, initial={"how": "congress"})
        how = self.fields["how"]
        assert isinstance(how, forms.ChoiceField)  # noqa: S101  narrows the type
        how.choices = [
            (key, gettext(label)) for key, label in HOW.items() if bound or "-" not in key
        ]

    def clean_how(self) -> tuple[Electorate, bool]:
        """The body, and whether each enterprise by itself."""
        *each, body = self.cleaned_data["how"].split("-")
        return Electorate(body), bool(each)


class AgainForm(forms.Form):
    body = forms.ChoiceField(
        label=gettext_lazy("由谁审议"),
        widget=forms.RadioSelect,
        choices=[(body.value, gettext_lazy(label)) for body, label in BODIES.items()],
    )


class OnPaperForm(forms.Form):
    """What the paper of a `body` elsewhere says: of every agreed term how many were for it. The
    roll is asked for only where it is not `enrolled`."""

    held_on = DayField(label=gettext_lazy("审议的日期"))
    roll = _people(gettext_lazy("应到人数"))
    present = _people(gettext_lazy("实到人数"))
    scan = forms.FileField(
        label=gettext_lazy("签字盖章的扫描件"),
        required=False,
        help_text=gettext_lazy("只记下它的 SHA-256，文件请单位自己存好。"),
    )
    notes = TypedField(label=gettext_lazy("说明"), max_length=200, required=False)

    def __init__(
        self,
        posted: Mapping[str, Any] | None,
        files: MultiValueDict[str, Any] | None,
        terms: Iterable[Term],
        *,
        body: Electorate,
        enrolled: bool,
    ) -> None:
        super().__init__(posted, files)
        self.terms, self.body = list(terms), body
        if enrolled:
            del self.fields["roll"]
        for term in self.terms:
            for choice in Choice:
                label = f"{term.title}：{gettext(choice.label)}"
                self.fields[f"{choice}-{term.pk}"] = _people(label)
        self.order_fields([name for name in self.fields if name not in ("scan", "notes")])

    def clean_scan(self) -> str:
        """The scan's SHA-256; nobody needs more of it here."""
        scan = self.cleaned_data["scan"]
        if scan is None:
            return ""
        if (scan.size or 0) > LARGEST:
            raise forms.ValidationError(gettext("文件太大，最多 20 MB。"))
        return hashlib.sha256(scan.read()).hexdigest()

    def paper(self) -> OnPaper:
        given = self.cleaned_data
        return OnPaper(
            body=self.body,
            held_on=given["held_on"],
            roll=given.get("roll"),
            present=given["present"],
            votes={
                term.pk: tuple(given[f"{choice}-{term.pk}"] for choice in Choice)
                for term in self.terms
            },
            scan=given["scan"],
            notes=given["notes"],
        )


class RehearsalForm(forms.Form):
    """How many pretend voters there are, and how many of them have come."""

    body = AgainForm.base_fields["body"]
    roll = forms.IntegerField(label=gettext_lazy("应到人数"), min_value=1, max_value=MOST)
    present = _people(gettext_lazy("实到人数"))


class PretendForm(forms.Form):
    """What pretend voters chose on one item."""

    yes = _people(gettext_lazy("赞成"))
    no = _people(gettext_lazy("反对"))
    abstain = _people(gettext_lazy("弃权"))

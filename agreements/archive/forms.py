"""What to look for, as an office asks it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.archive import grams
from agreements.archive.search import Wish
from negotiate.matters.kinds import MATTER_KINDS
from negotiate.people.models import Account, Enterprise


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )


class SearchForm(forms.Form):
    """Every blank may stay empty: then all papers in reach are listed."""

    q = forms.CharField(
        label=_("找什么"),
        max_length=100,
        required=False,
        help_text=_("一个字也能查；几个词用空格隔开，要同时出现。"),
        widget=forms.TextInput({"type": "search"}),
    )
    in_title = forms.BooleanField(label=_("只在标题里找"), required=False)
    enterprise = forms.ModelChoiceField(
        queryset=Enterprise.objects.none(),
        label=_("企业"),
        required=False,
        empty_label=_("全部企业"),
    )
    kind = forms.ChoiceField(
        label=_("类别"),
        required=False,
        choices=[("", _("全部类别")), *((k.code, _(k.label)) for k in MATTER_KINDS.values())],
    )
    since = _day(_("签署日期从"))
    until = _day(_("到"))

    def __init__(self, asked: Any, account: Account) -> None:
        super().__init__(asked)
        reach = account.enterprises().order_by("name")
        self.reach = tuple(reach.values_list("pk", flat=True))
        if len(self.reach) < 2:
            del self.fields["enterprise"]
        else:
            self.fields["enterprise"].queryset = reach  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if since and until and since > until:
            self.add_error("until", _("截止日期不能早于起始日期。"))
        if given.get("q", "").strip() and not grams.words(given["q"]):
            self.add_error("q", _("请写汉字、字母或数字，标点符号查不到。"))
        return given

    def wish(self) -> Wish:
        """Give what a valid form asks for, never beyond the account's reach."""
        given = self.cleaned_data
        chosen = given.get("enterprise")
        return Wish(
            enterprises=(chosen.pk,) if chosen else self.reach,
            words=grams.words(given["q"]),
            in_title=given["in_title"],
            kind=given["kind"],
            since=given["since"],
            until=given["until"],
        )

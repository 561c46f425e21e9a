"""What an administrator fills in; what the acts would refuse is said beside the form."""

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from negotiate import moment
from negotiate.law.minimum_wages import regions
from negotiate.law.profiles import GROUPS, UNITS, Key, codes, key_of, profile
from negotiate.law.refusal import Refused
from negotiate.places.entries import NewValue, NewWage
from negotiate.places.models import CountyProfile, LocalMinimumWage, Override
from negotiate.places.table import NO, YES, said

if TYPE_CHECKING:
    ProfileBase = forms.ModelForm[CountyProfile]
    OverrideBase = forms.ModelForm[Override]
    WageBase = forms.ModelForm[LocalMinimumWage]
else:
    ProfileBase = OverrideBase = WageBase = forms.ModelForm


class ProfileForm(ProfileBase):
    base = forms.ChoiceField(label=_("先照哪里的规则"))
    wage_region = forms.ChoiceField(label=_("照哪个地区公布的标准"), required=False)

    class Meta:
        model = CountyProfile
        fields = ("federation", "base", "wage_region")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        known: Any = self.fields
        known["base"].choices = [(code, gettext(profile(code).name)) for code in codes()]
        published = [(code, region.name) for code, region in regions().items()]
        known["wage_region"].choices = [("", gettext("都不是，自己填")), *published]

    def clean_base(self) -> str:
        base: str = self.cleaned_data["base"]
        if self.instance.pk and base != self.instance.base and self.instance.overrides.exists():
            raise forms.ValidationError(_("本地已改过规则。请先把改动逐项撤回，再换另一地的规则。"))
        return base


class OverrideForm(OverrideBase):
    """The value as people write it: 15, 2/3, 过半数, 是."""

    key = forms.ChoiceField(label=_("事项"))
    given = forms.CharField(label=_("规定"), help_text=_("例如：15、2/3、过半数、是"))
    unit = forms.ChoiceField(label=_("单位"), required=False)

    class Meta:
        model = Override
        fields = (
            "profile", "key", "given", "unit", "article", "checked_by", "checked_on", "note",
        )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        known: Any = self.fields
        units = [(code, gettext(label).strip()) for code, label in UNITS.items()]
        known["unit"].choices = [("", "–"), *units]
        if "key" in known:
            known["key"].choices = [
                (gettext(label), [(key.code, gettext(key.label)) for key in keys])
                for label, keys in GROUPS
            ]
        if self.instance.pk:
            value = self.instance.as_value
            plain = str(value.value) if isinstance(value.value, int) and value.unit else ""
            known["given"].initial = plain or said(key_of(self.instance.key), value, gettext)

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.errors:
            try:
                new = self.entry()
                key_of(new.key).require(new.value, new.unit)
                new.require_source(moment.today())
            except Refused as refusal:
                self.add_error(None, refusal.told(gettext))
        return self.cleaned_data

    def entry(self) -> NewValue:
        facts = self.cleaned_data
        key = key_of(facts.get("key") or self.instance.key)
        return NewValue(
            key.code,
            read(key, facts["given"]),
            facts["unit"],
            facts["article"],
            facts["note"],
            facts["checked_by"],
            facts["checked_on"],
        )


def read(key: Key, text: str) -> Any:
    """What somebody wrote, as `Key.require` takes it; the text itself if it is nothing known."""
    share = re.fullmatch("([0-9]{1,4})/([0-9]{1,4})", text)
    if share:
        return int(share[1]), int(share[2])
    if re.fullmatch("[0-9]{1,5}", text):
        return int(text)
    if key.flag and text in (YES, NO, gettext(YES), gettext(NO)):
        return text in (YES, gettext(YES))
    named = {gettext(label): code for code, label in key.words.items()}
    return named.get(text, text)


class WageForm(WageBase):
    class Meta:
        model = LocalMinimumWage
        fields = ("profile", "since", "monthly", "hourly", "source", "checked_by")

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.errors:
            try:
                self.entry().require_plausible()
            except Refused as refusal:
                self.add_error(None, refusal.told(gettext))
        return self.cleaned_data

    def entry(self) -> NewWage:
        facts = self.cleaned_data
        return NewWage(
            since=facts.get("since") or self.instance.since,
            monthly=facts["monthly"],
            source=facts["source"],
            hourly=facts["hourly"],
            checked_by=facts["checked_by"],
        )

"""What a county's officer fills in: one rule, or a minimum wage."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from negotiate.law.minimum_wages import regions
from negotiate.law.profiles import Key, Value, codes, profile
from negotiate.people.typed import DayField, TypedField
from negotiate.places.entries import NewValue, NewWage
from negotiate.places.table import NO, YES

Posted = Mapping[str, Any] | None
EXAMPLE = _("例如：《江苏省集体协商条例》第十五条")


class RuleForm(forms.Form):
    """One rule: what it says here, where that stands, and who has read it there. Its blanks for
    the value are those that the rule can say."""

    article = TypedField(label=_("依据"), max_length=200, help_text=EXAMPLE)
    checked_by = TypedField(label=_("谁核对的（姓名）"), max_length=50, required=False)
    checked_on = DayField(label=_("哪天核对的"), required=False)
    note = TypedField(label=_("说明"), max_length=200, required=False)

    def __init__(self, key: Key, posted: Posted, now: Value | None) -> None:
        super().__init__(posted, initial=_initial(now))
        self.key = key
        self.fields = {**_blanks(key), **self.fields}

    def entry(self) -> NewValue:
        given = self.cleaned_data
        number, word = given.get("number"), given.get("word", "")
        value: Any = word or number
        if self.key.share:
            value = (given["part"], given["whole"])
        if self.key.flag:
            value = given["flag"] == "yes"
        return NewValue(
            self.key.code,
            value,
            given["unit"] if value == number and number is not None else "",
            given["article"],
            given["note"],
            given["checked_by"],
            given["checked_on"],
        )


def _blanks(key: Key) -> dict[str, forms.Field]:
    """The blanks for a value, in the order of a form."""
    blanks: dict[str, forms.Field] = {}
    if key.units:
        blanks["number"] = _number(_("数值"), required=not key.words)
        units = [(code, gettext(label).strip()) for code, label in key.units.items()]
        blanks["unit"] = forms.ChoiceField(label=_("单位"), choices=units)
    if key.words:
        words = [(code, gettext(label)) for code, label in key.words.items()]
        either = [("", gettext("按上面的数值"))] if key.units else []
        blanks["word"] = forms.ChoiceField(
            label=_("怎样规定"), choices=[*either, *words], required=not key.units
        )
    if key.share:
        blanks["part"] = _number(_("几分之几：分子"), least=0)
        blanks["whole"] = _number(_("几分之几：分母"))
    if key.flag:
        choices = [("yes", gettext(YES)), ("no", gettext(NO))]
        blanks["flag"] = forms.ChoiceField(label=_("怎样规定"), choices=choices)
    return blanks


def _number(label: Any, *, least: int = 1, required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=99_999, required=required)


def _initial(now: Value | None) -> dict[str, Any]:
    """What the rule says now, for whoever only changes a part of it."""
    if now is None:
        return {}
    value = now.value
    facts = {"unit": now.unit, "article": now.article}
    if isinstance(value, bool):
        return {**facts, "flag": "yes" if value else "no"}
    if isinstance(value, tuple):
        return {**facts, "part": value[0], "whole": value[1]}
    return {**facts, "number" if isinstance(value, int) else "word": value}


class CopyForm(forms.Form):
    """Whose rules a place begins with."""

    base = forms.ChoiceField(label=_("先照哪里的规则"))

    def __init__(self, posted: Posted) -> None:
        super().__init__(posted)
        offered = [(code, gettext(profile(code).name)) for code in codes()]
        _offer(self, "base", offered)


class WageForm(forms.Form):
    """A minimum wage from a day on, as a notice states it."""

    since = DayField(label=_("从哪天起"))
    monthly = forms.DecimalField(label=_("月最低工资（元）"), max_digits=8, decimal_places=2)
    hourly = forms.DecimalField(
        label=_("小时最低工资（元）"),
        help_text=_("非全日制用工的标准"),
        max_digits=6,
        decimal_places=2,
        required=False,
    )
    source = TypedField(label=_("来源"), max_length=200, help_text=_("哪个部门、哪份文件"))
    checked_by = TypedField(label=_("谁核对的（姓名）"), max_length=50, required=False)

    def entry(self) -> NewWage:
        return NewWage(**self.cleaned_data)


class RegionForm(forms.Form):
    """A region whose minimum wage was published, or none."""

    region = forms.ChoiceField(label=_("照哪个地区公布的标准"), required=False)

    def __init__(self, posted: Posted, now: str = "") -> None:
        super().__init__(posted, initial={"region": now})
        known = [(code, region.name) for code, region in regions().items()]
        _offer(self, "region", [("", gettext("都不是，自己填")), *known])


def _offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  narrows the type
    field.choices = choices

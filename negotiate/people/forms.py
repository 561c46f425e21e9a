"""What people type about people."""

from django import forms
from django.utils.translation import gettext_lazy as _

from negotiate.law.words import SEATED, Capacity, Side
from negotiate.people.roster_file import RosterRow
from negotiate.people.typed import TypedField

NEUTRAL = "neutral"


class SeatForm(forms.Form):
    """One person for one seat."""

    name = TypedField(label=_("姓名"), max_length=50)
    post = TypedField(label=_("岗位或职务"), max_length=50, required=False)
    staff_number = TypedField(
        label=_("工号"), max_length=30, required=False, help_text=_("有同名的人时才需要填。")
    )
    side = forms.TypedChoiceField(
        label=_("所属方"),
        coerce=lambda value: Side(value) if value in set(Side) else None,
        empty_value=None,
        choices=[*((s.value, _(s.label)) for s in Side), (NEUTRAL, _("中立（记录员、列席）"))],
    )
    capacity = forms.TypedChoiceField(
        label=_("身份"),
        coerce=Capacity,
        choices=[(c.value, _(c.label)) for c in SEATED],
        initial=Capacity.REPRESENTATIVE.value,
    )

    def row(self) -> RosterRow:
        given = self.cleaned_data
        return RosterRow(
            name=given["name"],
            staff_number=given["staff_number"],
            post=given["post"],
            side=given["side"],
            capacity=given["capacity"],
        )


class RosterForm(forms.Form):
    roster = forms.FileField(
        label=_("名单文件（Excel 或 CSV）"),
        help_text=_("第一行写表头：姓名、工号、岗位、所属方、身份；一人一行。"),
    )


class StaffForm(forms.Form):
    staff = forms.FileField(
        label=_("职工名单文件（Excel 或 CSV）"),
        help_text=_("第一行写表头，要有姓名和工号两列，岗位可有可无；一人一行。"),
    )


class SearchForm(forms.Form):
    who = TypedField(label=_("姓名或工号"), max_length=50)


class NumberForm(forms.Form):
    number = TypedField(label=_("工号"), max_length=30)


class EmptyForm(forms.Form):
    """What can't be taken back is ticked first."""

    sure = forms.BooleanField(label=_("名册上的人全部去掉，已发的个人码全部作废。"))


class HallForm(forms.Form):
    """Who somebody is, at the hall's QR code."""

    who = TypedField(label=_("工号或姓名"), max_length=50)
    code = TypedField(label=_("个人码"), max_length=20)


class CodeForm(forms.Form):
    """The short code that a chair may ask for at the door."""

    code = forms.CharField(label=_("入场短码"), max_length=12, required=False)

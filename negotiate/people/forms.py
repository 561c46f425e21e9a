"""What people type about people."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from negotiate.law.words import SEATED, Capacity, Side
from negotiate.people.enterprise_file import BoundRow
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.people.typed import DayField, TypedField

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
        return RosterRow(**self.cleaned_data)


class DelegateForm(SeatForm):
    """What the ordinary procedure also asks of who speaks for a side."""

    woman = forms.BooleanField(label=_("女"), required=False)
    front_line = forms.BooleanField(label=_("一线职工"), required=False)
    produced = TypedField(
        label=_("怎样产生"),
        max_length=200,
        required=False,
        help_text=_("在哪里、哪天、怎样选举或指派的，多少票。"),
    )
    delegation = TypedField(
        label=_("外聘人员的委托书"),
        max_length=200,
        required=False,
        help_text=_("谁委托、委托什么、到哪天为止。"),
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


class CongressStaffForm(StaffForm):
    """Where a congress may have to ratify, a list may be that of its delegates."""

    congress = forms.BooleanField(
        label=_("名单上的人都是职代会代表"),
        required=False,
        help_text=_(
            "只有一部分是的，请在名单里加一列“职代会代表”，是的写“是”。"
            "行业性、区域性协商逐家审议的，再加一列“企业名称”。"
        ),
    )


class BoundForm(forms.Form):
    """One enterprise with its mandate."""

    enterprise = TypedField(label=_("企业名称"), max_length=100)
    head_count = forms.IntegerField(label=_("职工人数"), min_value=1, max_value=999_999)
    mandated_by = TypedField(
        label=_("谁授权的"), max_length=50, help_text=_("姓名和职务，例如：总经理王海")
    )
    mandated_on = DayField(label=_("哪天授权的"))
    mandate = TypedField(label=_("授权做什么"), max_length=200)
    speaker = forms.ChoiceField(label=_("由谁代表"), required=False)

    def __init__(self, posted: Any, speakers: Iterable[Seat]) -> None:
        super().__init__(posted)
        named = [(str(seat.pk), seat.person.name) for seat in speakers]
        field = self.fields["speaker"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  narrows the type
        field.choices = [("", gettext("还没有定")), *named]

    def row(self) -> BoundRow:
        given = self.cleaned_data
        facts = {key: given[key] for key in ("head_count", "mandated_by", "mandated_on", "mandate")}
        return BoundRow(name=given["enterprise"], **facts)


class BoundListForm(forms.Form):
    enterprises = forms.FileField(
        label=_("企业名单文件（Excel 或 CSV）"),
        help_text=_("第一行写表头：企业名称、职工人数、授权人、授权日期、授权内容。"),
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

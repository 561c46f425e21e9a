"""What a chair types to book a room: a meeting, or a negotiation of the ordinary procedure."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from negotiate import moment
from negotiate.law.words import Capacity, Contract, Side, SideRule
from negotiate.people.typed import MomentField, TypedField

RULES = [(rule.value, _(rule.label)) for rule in SideRule]


class BookingForm(forms.Form):
    """Where and when the matter is talked over, and how each side decides."""

    at = MomentField(label=_("开会时间"))
    place = TypedField(label=_("地点"), max_length=100)
    own_capacity = forms.ChoiceField(
        label=_("您在会上的身份"),
        choices=[
            (Capacity.ATTENDEE.value, _("只主持，不参加表决")),
            (Capacity.CHIEF.value, _("主持，并任职工方首席代表")),
            (Capacity.RECORDER.value, _("主持，并任记录员")),
        ],
    )
    worker_rule = forms.ChoiceField(label=_("职工方怎样才算同意"), choices=RULES)
    employer_rule = forms.ChoiceField(label=_("企业方怎样才算同意"), choices=RULES)

    def clean_at(self) -> datetime:
        at: datetime = self.cleaned_data["at"]
        if moment.day_of(at) < moment.today():
            raise forms.ValidationError(_("这一天已经过去了，请填今天或以后的日期。"))
        return at

    def booked(self) -> dict[str, Any]:
        """What `booking.schedule` takes besides what every booking has."""
        return {}

    def rules(self) -> dict[Side, SideRule]:
        return {
            Side.WORKER: SideRule(self.cleaned_data["worker_rule"]),
            Side.EMPLOYER: SideRule(self.cleaned_data["employer_rule"]),
        }


class OrdinaryBookingForm(BookingForm):
    """What an offer is to lead to, whose it is, and who are the two chiefs. `others`: further
    matters that can go into the same offer."""

    contract = forms.ChoiceField(
        label=_("要订立哪一种合同"),
        choices=[("", _("请选择")), *((c.value, _(c.label)) for c in Contract)],
    )
    offered_by = forms.ChoiceField(
        label=_("由哪一方发出要约"), choices=[(s.value, _(s.label)) for s in Side]
    )
    worker_chief = TypedField(
        label=_("职工方首席代表（姓名）"),
        max_length=50,
        required=False,
        help_text=_("您自己任首席代表的，不用填。"),
    )
    employer_chief = TypedField(label=_("企业方首席代表（姓名）"), max_length=50)
    also = forms.TypedMultipleChoiceField(
        label=_("一并写进这份要约的议题"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = (
        "contract", "offered_by", "also", "own_capacity", "worker_chief", "employer_chief", "at",
        "place",
    )  # fmt: skip

    def __init__(
        self, posted: QueryDict | None, offered_by: Side, others: Iterable[tuple[int, str]]
    ) -> None:
        super().__init__(posted, initial={"offered_by": offered_by.value})
        self.fields["at"].label = _("打算什么时间谈")
        self.fields["place"].label = _("打算在哪里谈")
        own, also = self.fields["own_capacity"], self.fields["also"]
        assert isinstance(own, forms.ChoiceField)  # noqa: S101  narrows the type
        assert isinstance(also, forms.ChoiceField)  # noqa: S101  narrows the type
        own.choices = [
            (Capacity.CHIEF.value, _("职工方首席代表，并管会务")),
            (Capacity.RECORDER.value, _("记录员，并管会务")),
            (Capacity.ATTENDEE.value, _("只管会务")),
        ]
        also.choices = list(others)
        if not also.choices:
            del self.fields["also"]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("own_capacity") != Capacity.CHIEF and not given.get("worker_chief"):
            self.add_error("worker_chief", gettext("请写明职工方首席代表。"))
        return given

    def booked(self) -> dict[str, Any]:
        """What `booking.schedule` takes besides what every booking has."""
        given = self.cleaned_data
        chiefs = {Side.EMPLOYER: given["employer_chief"]}
        if given["own_capacity"] != Capacity.CHIEF:
            chiefs[Side.WORKER] = given["worker_chief"]
        return {
            "contract": Contract(given["contract"]),
            "offered_by": Side(given["offered_by"]),
            "chiefs": chiefs,
            "also": given.get("also", []),
        }

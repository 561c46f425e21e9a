"""What people type in a room. The law's sentences come from the actions, not from here."""

from datetime import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from negotiate.law import terms
from negotiate.law.words import Capacity, Side, SideRule
from negotiate.people.typed import TypedField

RULES = [(rule.value, _(rule.label)) for rule in SideRule]


class MomentField(forms.DateTimeField):
    """A date and time, picked with the browser's own control."""

    def __init__(self, *, label: object) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(label=label, widget=widget)  # type: ignore[arg-type]


class ReasonForm(forms.Form):
    reason = TypedField(label=_("理由"), max_length=200)


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
        if timezone.localdate(at) < timezone.localdate():
            raise forms.ValidationError(_("这一天已经过去了，请填今天或以后的日期。"))
        return at

    def rules(self) -> dict[Side, SideRule]:
        return {
            Side.WORKER: SideRule(self.cleaned_data["worker_rule"]),
            Side.EMPLOYER: SideRule(self.cleaned_data["employer_rule"]),
        }


class SuspensionForm(forms.Form):
    reason = TypedField(label=_("休会原因"), max_length=200)
    at = MomentField(label=_("复会时间"))
    place = TypedField(label=_("复会地点"), max_length=100)
    content = TypedField(label=_("复会时谈什么"), max_length=200)
    agreed = forms.BooleanField(label=_("双方都同意休会"))


class TermForm(forms.Form):
    title = TypedField(label=_("条款名称"), max_length=40)
    kind = forms.ChoiceField(
        label=_("条款类型"), choices=[(k.code, _(k.label)) for k in terms.KINDS.values()]
    )


class RescreenForm(forms.Form):
    """The gate's second question, asked again; there is no default answer."""

    reduces_rights = forms.ChoiceField(
        label=_("与现在相比，这个方案会让任何一部分职工的工资、工时、福利、定额或负担变差吗？"),
        choices=[("no", _("不会")), ("yes", _("会"))],
        widget=forms.RadioSelect,
    )
    reason = TypedField(label=_("依据"), max_length=200)

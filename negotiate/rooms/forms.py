"""What people type in a room. The law's sentences come from the actions, not from here."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from negotiate import moment
from negotiate.law import terms
from negotiate.law.refusal import N_
from negotiate.law.words import Capacity, Electorate, Means, Secrecy, Side, SideRule
from negotiate.people.typed import TypedField

RULES = [(rule.value, _(rule.label)) for rule in SideRule]
MEANING = {
    Secrecy.SECRET: N_(
        "谁投了什么，谁也看不到。结束后本方看得到票数和不带姓名的选票清单；"
        "谈成以后，票数写进会议纪要。"
    ),
    Secrecy.RECORDED: N_("结束后，本方的人看得到谁投了什么。投出去就不能改。"),
    Secrecy.CHANGEABLE: N_("结束后，本方的人看得到谁投了什么。结束前可以改，最后投的算数。"),
}


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


class PollForm(forms.Form):
    """A poll that is asked in another way than by all delegates, in secret.

    `sides` are those that may be asked now; `staff` is how many the worker side could ask.
    """

    side = forms.ChoiceField(label=_("请哪一方表决"), widget=forms.RadioSelect)
    electorate = forms.ChoiceField(label=_("请谁投票"), widget=forms.RadioSelect)
    secrecy = forms.ChoiceField(label=_("记不记名"), widget=forms.RadioSelect)

    def __init__(self, posted: Mapping[str, str] | None, sides: Sequence[Side], staff: int) -> None:
        first = {"side": sides[0].value, "electorate": Electorate.DELEGATES, "secrecy": "secret"}
        super().__init__(posted, initial={**first, "side": "both"} if len(sides) > 1 else first)
        both = [("both", gettext("双方各自表决"))] if len(sides) > 1 else []
        self._offer("side", [*both, *((side.value, gettext(side.label)) for side in sides)])
        asked = [Electorate.DELEGATES, *([Electorate.STAFF] if staff else [])]
        only = gettext("；企业方仍由代表投票") if Side.EMPLOYER in sides else ""
        told = {
            Electorate.DELEGATES: gettext("首席代表和协商代表"),
            Electorate.STAFF: _of(staff) + only,
        }
        self._offer("electorate", [(who.value, _plainly(who.label, told[who])) for who in asked])
        self._offer("secrecy", [(s.value, _plainly(s.label, gettext(MEANING[s]))) for s in Secrecy])

    def _offer(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Nobody is asked where there is nothing to choose."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  narrows the type
        field.choices = choices
        if len(choices) == 1:
            field.widget = forms.HiddenInput()


def _of(staff: int) -> str:
    return ngettext(
        "共 %(staff)s 人，连同职工方的代表",
        "共 %(staff)s 人，连同职工方的代表",
        staff,
    ) % {"staff": staff}


def _plainly(label: str, meaning: str) -> SafeString:
    """A choice with one line of what it means."""
    return format_html("<b>{}</b><br>{}", gettext(label), meaning)


class CountForm(forms.Form):
    """Votes that were counted by hand. `means` is the page's to say."""

    means = forms.ChoiceField(choices=[(m.value, m.value) for m in Means], widget=forms.HiddenInput)
    yes = forms.IntegerField(label=_("赞成"), min_value=0, max_value=99_999)
    no = forms.IntegerField(label=_("反对"), min_value=0, max_value=99_999)
    abstain = forms.IntegerField(label=_("弃权"), min_value=0, max_value=99_999)

    def figures(self) -> dict[str, Any]:
        """As `counting.enter_count` takes them."""
        return {**self.cleaned_data, "means": Means(self.cleaned_data["means"])}

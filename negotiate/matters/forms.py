"""Intake and screening, as a union chair fills them in."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from negotiate import moment
from negotiate.law.words import Side
from negotiate.matters.kinds import MATTER_KINDS
from negotiate.people.typed import DayField, TypedField

YES_NO = [("no", _("不会")), ("yes", _("会"))]


class MatterForm(forms.Form):
    title = TypedField(
        label=_("要谈什么"), max_length=60, help_text=_("一句话，例如：设立技术创新奖")
    )
    kind = forms.ChoiceField(
        label=_("类别"), choices=[(k.code, _(k.label)) for k in MATTER_KINDS.values()]
    )
    summary = TypedField(
        label=_("事情的由来"),
        lines=True,
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    raised_by = TypedField(label=_("谁提出的"), max_length=50)
    raised_side = forms.ChoiceField(
        label=_("由哪一方提出"), choices=[(s.value, _(s.label)) for s in Side]
    )
    owner = TypedField(label=_("由谁负责办"), max_length=50)
    due = DayField(label=_("最迟哪天办完"))

    def clean_due(self) -> date:
        due: date = self.cleaned_data["due"]
        if due < moment.today():
            raise forms.ValidationError(_("这一天已经过去了，请填今天或以后的日期。"))
        return due


class ScreeningForm(forms.Form):
    """The gate. No answer is pre-selected: somebody has to give one."""

    contract = forms.ChoiceField(
        label=_("这次会签订集体合同或专项集体合同吗？"), choices=YES_NO, widget=forms.RadioSelect
    )
    reduces_rights = forms.ChoiceField(
        label=_("会让任何一部分职工的工资、工时、福利、定额或负担比现在变差吗？"),
        choices=YES_NO,
        widget=forms.RadioSelect,
    )
    answered_by = TypedField(label=_("由谁回答（姓名）"), max_length=50)
    note = TypedField(label=_("说明"), max_length=200, required=False)

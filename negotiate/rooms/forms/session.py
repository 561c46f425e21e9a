"""What people type in a session: a term, what the gate asks again, and a break."""

from django import forms
from django.utils.translation import gettext_lazy as _

from negotiate.law import terms
from negotiate.people.typed import MomentField, TypedField


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


class SuspensionForm(forms.Form):
    reason = TypedField(label=_("休会原因"), max_length=200)
    at = MomentField(label=_("复会时间"))
    place = TypedField(label=_("复会地点"), max_length=100)
    content = TypedField(label=_("复会时谈什么"), max_length=200)
    agreed = forms.BooleanField(label=_("双方都同意休会"))

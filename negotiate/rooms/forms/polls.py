"""How a poll is asked, and what was counted by hand."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from negotiate.law.refusal import N_
from negotiate.law.words import Electorate, Means, Secrecy, Side

MEANING = {
    Secrecy.SECRET: N_(
        "谁投了什么，谁也看不到。结束后本方看得到票数和不带姓名的选票清单；"
        "谈成以后，票数写进会议纪要。"
    ),
    Secrecy.RECORDED: N_("结束后，本方的人看得到谁投了什么。投出去就不能改。"),
    Secrecy.CHANGEABLE: N_("结束后，本方的人看得到谁投了什么。结束前可以改，最后投的算数。"),
}


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

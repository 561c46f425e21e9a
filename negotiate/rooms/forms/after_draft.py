"""What people type about a contract: how long it holds, its filing, an objection, its notice."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from negotiate import moment
from negotiate.law import lasting
from negotiate.law.enclosed import Enclosure
from negotiate.people.typed import DayField, TypedField
from negotiate.rooms.actions.filing import copies_of, pack_of
from negotiate.rooms.models import Room

Posted = Mapping[str, Any] | None


class DraftForm(forms.Form):
    """The first and the last day of the contract. What the place allows is said beforehand."""

    starts_on = DayField(label=_("合同从哪天开始"))
    ends_on = DayField(label=_("合同到哪天为止（含当天）"))

    def __init__(self, posted: Posted, room: Room) -> None:
        starts_on = moment.today() + timedelta(days=1)
        least, most = room.rules.of("term_years_min"), room.rules.of("term_years_max")
        years = least.value if least and isinstance(least.value, int) else 1
        first = {"starts_on": starts_on, "ends_on": lasting.last_day(starts_on, years)}
        super().__init__(posted, initial=first)
        if least and most:
            told = gettext("最短 %(least)s 年，最长 %(most)s 年（%(article)s）。")
            facts = {"least": least.value, "most": most.value, "article": most.article}
            self.fields["ends_on"].help_text = told % facts


class FilingForm(forms.Form):
    """The pack is ticked paper by paper: what is forgotten comes back."""

    filed_on = DayField(label=_("哪天报送的"))
    authority = TypedField(
        label=_("报送给哪个部门"), max_length=100, help_text=_("例如：阜宁县人力资源和社会保障局")
    )
    copies = forms.IntegerField(label=_("合同文本几份"), min_value=1, max_value=99)
    enclosed = forms.TypedMultipleChoiceField(
        label=_("报送了哪些材料"), coerce=Enclosure, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, posted: Posted, room: Room) -> None:
        first = {"filed_on": moment.today(), "copies": copies_of(room)}
        super().__init__(posted, initial=first)
        pack = [(one.value, pack_label(one, copies_of(room))) for one in pack_of(room)]
        self.fields["enclosed"].choices = pack  # type: ignore[attr-defined]


def pack_label(one: Enclosure, copies: int) -> str:
    """What it is and, of the contract, how many."""
    return f"{gettext(one.label)} ×{copies}" if one is Enclosure.CONTRACT else gettext(one.label)


class AcknowledgementForm(forms.Form):
    received_on = DayField(label=_("人社部门哪天收到的"))
    receipt = TypedField(label=_("收件编号"), max_length=100, required=False)


class ObjectionForm(forms.Form):
    """`terms`: (key, title) of what the contract says."""

    objected_on = DayField(label=_("哪天提出异议的"))
    text = TypedField(
        label=_("异议的内容"), lines=True, max_length=500, widget=forms.Textarea({"rows": 3})
    )
    terms = forms.TypedMultipleChoiceField(
        label=_("对哪些条款有异议"), coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, posted: Posted, terms: Iterable[tuple[int, str]]) -> None:
        super().__init__(posted, initial={"objected_on": moment.today()})
        self.fields["terms"].choices = list(terms)  # type: ignore[attr-defined]


class PublicationForm(forms.Form):
    published_on = DayField(label=_("哪天公布的"))
    place = TypedField(
        label=_("在哪里公布"),
        max_length=200,
        help_text=_("例如：厂务公开栏、车间群，职工都看得到的地方"),
    )


class AgreementForm(forms.Form):
    """A chief's word to what the other one has asked for."""

    agreed = forms.BooleanField(label=_("我同意现在终止合同"))

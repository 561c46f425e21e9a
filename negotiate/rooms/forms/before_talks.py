"""What people type from the offer to the notice of a session, and when the talks fail."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from negotiate import moment
from negotiate.law.words import Side
from negotiate.people.typed import DayField, MomentField, TypedField
from negotiate.rooms.actions.calling import earliest
from negotiate.rooms.actions.presiding import IN_TURN, manner
from negotiate.rooms.models import Reply, Room


class OfferForm(forms.Form):
    """The offer's sections that are not the matters themselves."""

    purpose = TypedField(label=_("协商的目的"), max_length=300)
    basis = TypedField(label=_("法律依据"), max_length=200)
    at = MomentField(label=_("建议什么时间协商"))
    place = TypedField(label=_("建议在哪里协商"), max_length=100)
    representatives = forms.IntegerField(label=_("每方协商代表几人"), min_value=1, max_value=99)
    materials = TypedField(
        label=_("请对方提供哪些资料"),
        lines=True,
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    materials_due = DayField(label=_("资料最迟哪天提供"), required=False)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("materials") and not given.get("materials_due"):
            self.add_error("materials_due", gettext("请写明资料最迟哪天提供。"))
        return given


class ReceiptForm(forms.Form):
    """An offer that was delivered on paper."""

    at = MomentField(label=_("什么时候送达的"))
    by = TypedField(label=_("谁收下的"), max_length=50)
    how = TypedField(
        label=_("怎样送达的"), max_length=100, help_text=_("例如：当面送交、挂号信、留置送达")
    )


class ReplyForm(forms.Form):
    """No answer is chosen beforehand: somebody has to give one."""

    reply = forms.ChoiceField(
        label=_("怎样答复"),
        choices=[(reply.value, _(reply.label)) for reply in Reply],
        widget=forms.RadioSelect,
    )
    answer = TypedField(
        label=_("意见或理由"),
        help_text=_("有不同意见，或者不同意协商，必须写明。"),
        lines=True,
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


class CallForm(forms.Form):
    """The notice of a session. Whose chief presides first is asked only where the act leaves it
    to the parties."""

    at = MomentField(label=_("开会时间"))
    place = TypedField(label=_("地点"), max_length=100)
    first = forms.ChoiceField(
        label=_("第一次由哪一方首席代表主持"),
        choices=[(side.value, _(side.label)) for side in Side],
    )

    def __init__(self, posted: Mapping[str, str] | None, room: Room) -> None:
        found = earliest(room)
        first = {"at": _wanted(room, found), "place": room.place, "first": room.offered_by}
        super().__init__(posted, initial=first)
        if manner(room) != IN_TURN:
            del self.fields["first"]
        if found:
            self.fields["at"].help_text = gettext(
                "开会前要留够提供资料的时间，最早 %(day)s（%(article)s）。"
            ) % {"day": found[0].isoformat(), "article": found[1]}


def _wanted(room: Room, found: tuple[date, str] | None) -> datetime:
    """When the offer wanted to talk; if that is too early, the same hour of the earliest day."""
    offer = room.offers.order_by("-number").first()
    at: datetime = offer.at if offer else room.scheduled_at
    short = found[0] - moment.day_of(at) if found else timedelta()
    return at + max(short, timedelta())


class DeadlockForm(forms.Form):
    reason = TypedField(label=_("为什么谈不下去"), max_length=200)
    worker_last = TypedField(label=_("职工方最后的意见"), max_length=200)
    employer_last = TypedField(label=_("企业方最后的意见"), max_length=200)


class CoordinationForm(forms.Form):
    coordinator = TypedField(label=_("谁来协调的（单位、姓名）"), max_length=50)
    result = TypedField(
        label=_("协调的结果"), lines=True, max_length=500, widget=forms.Textarea({"rows": 3})
    )

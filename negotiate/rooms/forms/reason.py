"""The form of every act that needs only a reason."""

from django import forms
from django.utils.translation import gettext_lazy as _

from negotiate.people.typed import TypedField


class ReasonForm(forms.Form):
    reason = TypedField(label=_("理由"), max_length=200)

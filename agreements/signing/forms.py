"""What is said of a refusal to sign."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.signing.refusing import LONGEST
from negotiate.people.typed import TypedField


class RefusalForm(forms.Form):
    """Why somebody will not sign; `digest` names the text that he was shown."""

    reason = TypedField(
        label=_("为什么拒绝签署"),
        lines=True,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 4}),
    )
    digest = forms.CharField(max_length=64, widget=forms.HiddenInput)

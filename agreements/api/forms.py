"""What an officer says of a new token."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.api.actions import DAYS
from negotiate.people.typed import TypedField


class TokenForm(forms.Form):
    name = TypedField(label=_("给谁用，做什么用"), max_length=50, help_text=_("例如：省总统计系统"))
    days = forms.IntegerField(label=_("多少天有效"), min_value=1, max_value=3 * DAYS, initial=DAYS)

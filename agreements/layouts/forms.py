"""What an officer brings: a layout made in Word."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LayoutForm(forms.Form):
    layout = forms.FileField(
        label=_("版式文件（.docx，4 MB 以内）"),
        widget=forms.FileInput({"accept": ".docx"}),
    )

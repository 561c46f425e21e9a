"""The file that somebody wants to know about."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from agreements.verifying.container import MAX_FILE


class PaperForm(forms.Form):
    """One Word file. It is looked at and forgotten."""

    file = forms.FileField(
        label=_("要核对的 Word 文件（.docx，20 MB 以内）"),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={"empty": _("这是一个空文件，请换一个。")},
    )

    def clean_file(self) -> Any:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MAX_FILE:
            raise forms.ValidationError(_("文件太大，请控制在 20 MB 以内。"))
        return file

"""What is said of a scan when it is brought."""

from django import forms
from django.utils.translation import gettext_lazy as _

from negotiate.people.models import Seat


class ScanForm(forms.Form):
    """The scan, and whose hands are on it."""

    scan = forms.FileField(label=_("扫描件（PDF、PNG 或 JPG，8 MB 以内）"))
    signers = forms.TypedMultipleChoiceField(
        label=_("扫描件上有这些人的签字"), coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, seats: list[Seat], *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        names = [(seat.pk, seat.person.name) for seat in seats]
        self.fields["signers"].choices = names  # type: ignore[attr-defined]

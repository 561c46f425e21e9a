"""What an office types about its templates of terms, and the choice of one when booking."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from negotiate.matters.models import Matter, TermTemplate
from negotiate.people.typed import TypedField


class TemplateForm(forms.Form):
    """The template's name and, in order, its terms' titles."""

    name = TypedField(label=_("模板名称"), max_length=60)

    def __init__(self, posted: Mapping[str, str] | None, template: TermTemplate) -> None:
        super().__init__(posted, initial={"name": template.name})
        for place, entry in enumerate(template.terms):
            label = gettext("第 %(place)s 个条款的名称") % {"place": place + 1}
            field = TypedField(label=label, max_length=40, initial=entry["title"])
            self.fields[f"title-{place}"] = field

    def titles(self) -> list[str]:
        return [text for name, text in self.cleaned_data.items() if name.startswith("title-")]


def offer_templates(form: forms.Form, matter: Matter) -> None:
    """Ask in a booking form which template to begin with, if there is one for such a matter."""
    alike = TermTemplate.objects.for_enterprise(matter.enterprise).filter(kind=matter.kind)
    choices = [(str(pk), name) for pk, name in alike.values_list("pk", "name")]
    if choices:
        form.fields["template"] = forms.ChoiceField(
            label=_("用条款模板"),
            help_text=_("条款和上次的内容先填好，提方案时再改。"),
            required=False,
            choices=[("", _("不用模板")), *choices],
        )


def chosen(form: forms.Form) -> int | None:
    """The template that was chosen in a booking form."""
    template = form.cleaned_data.get("template")
    return int(template) if template else None

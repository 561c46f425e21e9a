"""What to look for, as an office or anybody else asks it."""

from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agreements.archive import asked, grams
from agreements.archive.asked import Where
from agreements.archive.facets import FACETS
from agreements.archive.ranges import Range
from agreements.archive.search import Wish
from agreements.archive.understood import Understood, understand
from negotiate.law.terms.figures import MEASURES
from negotiate.people.industries import Industry

LONGEST: Final = 100  # characters of a query


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )


def _amount(label: Any) -> forms.DecimalField:
    number = forms.NumberInput({"step": "any", "inputmode": "decimal"})
    return forms.DecimalField(
        label=label, required=False, max_digits=14, decimal_places=4, widget=number
    )


@lru_cache(maxsize=200)
def _more(language: str, is_own: bool, said: tuple[str, ...]) -> SafeString:
    """Drawn once for the same values: most searches fill in none, and forty measures to choose from
    take longer than finding what was looked for."""
    given = QueryDict(urlencode(list(zip(MORE, said, strict=True))))
    form = SearchForm(given, is_own=is_own)
    return render_to_string("agreements/archive/_more.html", {"form": form})


class SearchForm(forms.Form):
    """Every blank may stay empty: then everything in reach is listed. The facets chosen are no
    fields: their values are links, and come as parameters of their own."""

    q = forms.CharField(
        label=_("找什么"),
        max_length=LONGEST,
        required=False,
        help_text=_(
            "一个字也能查；几个词用空格隔开。可以写：师带徒 ≥1000元 机械行业 2026；"
            "-送餐 表示不要；企业和人名可以打拼音首字母。"
        ),
        widget=forms.TextInput({"type": "search", "list": "suggestions", "autocomplete": "off"}),
    )
    measure = forms.ChoiceField(
        label=_("按什么数额找"),
        required=False,
        choices=[("", _("任何数额")), *((m.code, _(m.label)) for m in MEASURES.values())],
    )
    about = forms.CharField(
        label=_("岗位、工序或项目"), max_length=50, required=False, help_text=_("例如：焊工")
    )
    least = _amount(_("不低于"))
    most = _amount(_("不高于"))
    where = forms.ChoiceField(
        label=_("在哪里找"),
        required=False,
        help_text=_("参加人员、协商经过只在能看全文的文件里查。"),
        choices=[
            (Where.CLAUSES.value, _("标题和条款")),
            (Where.TITLE.value, _("只在标题里")),
            (Where.MINUTES.value, _("也在参加人员、协商经过里")),
        ],
    )
    since = _day(_("签署日期从"))
    until = _day(_("到"))
    order = forms.ChoiceField(
        label=_("怎么排"),
        required=False,
        choices=[("", _("新的在前")), ("title", _("标题里有的在前"))],
    )

    def __init__(self, given: Any, suggest_at: str = "", *, is_own: bool = True) -> None:
        """`suggest_at`: the address that completes what is being typed, where somebody types.
        `is_own`: whoever asks has agreements of their own, the minutes of which they read."""
        super().__init__(given)
        self.is_own = is_own
        if not is_own:
            place: Any = self.fields["where"]
            place.choices = [one for one in place.choices if one[0] != Where.MINUTES]
            place.help_text = ""
        self.fields["q"].widget.attrs["data-suggest"] = suggest_at
        if given.get("q"):
            self.fields[
                "q"
            ].help_text = ""  # on a phone what was found would begin below the screen
        asked = {name: list(filter(None, given.getlist(name))) for name in FACETS}
        self.chosen = {name: values for name, values in asked.items() if values}
        self.literal = "words" in given
        self.understood = Understood("")

    @property
    def more(self) -> SafeString:
        """All blanks but the first, as they are drawn."""
        said = tuple(self.data.get(name, "") for name in MORE)
        draw = _more if all(len(one) <= LONGEST for one in said) else _more.__wrapped__
        return draw(get_language() or "", self.is_own, said)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if since and until and since > until:
            self.add_error("until", _("截止日期不能早于起始日期。"))
        least, most = given.get("least"), given.get("most")
        if least is not None and most is not None and least > most:
            self.add_error("most", _("上限不能小于下限。"))
        query = given.get("q", "")
        self.understood = Understood(query) if self.literal else understand(query)
        if query.strip() and not self.is_understood and not grams.RUN.search(query):
            self.add_error("q", _("请写汉字、字母或数字，标点符号查不到。"))
        return given

    @property
    def is_understood(self) -> bool:
        """Whether some of the query was taken for a figure, a year or an industry."""
        said = self.understood
        return bool(said.figures or said.years or said.industries)

    @property
    def understood_industries(self) -> list[str]:
        """What those are called, to be translated."""
        return [Industry(value).label for value in self.understood.industries]

    @property
    def is_filtered(self) -> bool:
        """Whether a valid form narrows anything down."""
        return bool(self.chosen) or any(self.cleaned_data.values())

    def wish(self) -> Wish:
        """Give what a valid form asks for."""
        given, said = self.cleaned_data, self.understood
        also = {"year": said.years, "industry": said.industries}
        chosen = {name: self.chosen.get(name) or also.get(name, []) for name in FACETS}
        return Wish(
            asked=asked.read(said.rest),
            where=Where(given["where"]),
            chosen={name: values for name, values in chosen.items() if values},
            figures=(*self._typed(), *said.figures),
            since=given["since"],
            until=given["until"],
            newest=not given["order"],
        )

    @property
    def may_widen(self) -> bool:
        """Whether the minutes, asked as well, may have more of what a valid form asks for."""
        is_asked = bool(self.cleaned_data["where"])
        return self.is_own and bool(asked.read(self.understood.rest).words) and not is_asked

    def _typed(self) -> tuple[Range, ...]:
        """The range in the form's own blanks; a measure alone means: whoever agreed on any."""
        given = self.cleaned_data
        if not any(given[name] not in (None, "") for name in ("measure", "about", "least", "most")):
            return ()
        return (Range(given["measure"], "", given["about"], given["least"], given["most"]),)


MORE: Final = tuple(name for name in SearchForm.base_fields if name != "q")

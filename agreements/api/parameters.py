"""What can be asked: the parameters of the archive's own page, and with the same meaning."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from django.http import HttpRequest, QueryDict
from django.utils.translation import override
from ninja import Field, Schema
from pydantic import AfterValidator, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from agreements.api import values
from agreements.api.problems import wrong
from agreements.archive.facets import FACETS
from agreements.archive.forms import SearchForm
from agreements.archive.search import Wish
from negotiate.law.refusal import Refused

VALUES: Final = 50  # of one facet
LARGEST: Final = 100  # of a page
Dimension = Literal["year", "region", "industry", "matter_kind"]


def _several(description: str) -> Any:
    return Field(default=[], max_length=VALUES, description=description)


class Parameters(Schema):
    """A misspelt name would be a filter that is silently not there, and a wrong figure."""

    @model_validator(mode="before")
    @classmethod
    def only_known(cls, given: Any, info: ValidationInfo) -> Any:
        request: HttpRequest = (info.context or {})["request"]
        unknown = [name for name in request.GET if name not in cls.model_fields]
        if unknown:
            raise PydanticCustomError("unknown", "no such parameter", {"names": unknown})
        return given


class Filters(Parameters):
    """What agreements are narrowed down by. Values of one parameter are alternatives."""

    matter_kind: list[values.MatterKind] = _several("事项 What the matter is about: /vocabulary")
    term: list[values.TermKind] = _several("条款种类 A kind of term in it: /vocabulary")
    industry: list[values.Industry] = _several("行业 Of the enterprise: /vocabulary")
    region: list[values.Key] = _several("地区 The federation right above the enterprise: /facets")
    enterprise: list[values.Key] = _several("企业 /facets")
    year: list[values.Year] = _several("年份 In which it was signed")
    procedure: list[values.Procedure] = _several("程序 /vocabulary")
    standing: list[values.Standing] = _several("现在 What it counts for now: /vocabulary")
    grade: list[values.Grade] = _several("签名等级 B: on phones; C: on paper")
    since: values.Day | None = Field(None, description="签署日期从 Signed on this day or later")
    until: values.Day | None = Field(None, description="签署日期到 Signed on this day or before")

    def wish(self) -> Wish:
        """The same as the page makes of it. Raises Problem."""
        form = SearchForm(self._asked(), "")
        if form.is_valid():
            return form.wish()
        with override("zh-hans"):  # in which a sentence is its own msgid
            raise wrong({name: Refused(str(said[0])) for name, said in form.errors.items()})

    def _asked(self) -> QueryDict:
        """As the page's own address says it."""
        asked = QueryDict(mutable=True)
        for name, value in self.model_dump().items():
            if name in FACETS:
                asked.setlist(name, [str(one) for one in value])
            elif value not in (None, False):
                asked[name] = str(value)
        return asked


class Ranged(Filters):
    """Agreements with a figure, if one is asked for."""

    measure: values.Measure | None = Field(None, description="数额种类 /vocabulary")
    about: str = Field(
        "",
        max_length=50,
        pattern=values.NO_NUL,
        description="岗位、工序或项目 What the figure is for: its name has these words",
    )
    least: values.Amount | None = Field(None, description="不低于 At least")
    most: values.Amount | None = Field(None, description="不高于 At most")


class Words(Ranged):
    """What is looked for in the texts."""

    q: str = Field(
        "",
        max_length=100,
        pattern=values.NO_NUL,
        description="找什么 Words that all have to be found; -word excludes, “a phrase” is kept "
        "together; figures (≥1000元), years and industries are understood as conditions",
    )
    words: values.Flag = Field(
        False, description="按文字查 Take all of q for words, figures and years too"
    )
    where: Literal["clauses", "title", "minutes"] = Field(
        "clauses",
        description="在哪里找 In titles and clauses; in titles alone; or also in what minutes tell "
        "besides (who came, how the talks went), of what the federation looks after alone",
    )

    def _asked(self) -> QueryDict:
        asked = super()._asked()
        if self.where == "clauses":
            del asked["where"]
        return asked


class Page(Parameters):
    size: int = Field(20, ge=1, le=LARGEST, description="每页几份 How many at once")


class AgreementsAsked(Words, Page):
    order: Literal["newest", "title"] = Field(
        "newest",
        description="怎么排 The newest first; or first those with the words in their title",
    )
    after: int | None = Field(
        None,
        ge=1,
        le=2**63 - 1,
        description="从哪份之后 The key of the last one on the page before",
    )

    def _asked(self) -> QueryDict:
        asked = super()._asked()
        if self.order == "newest":
            del asked["order"]
        return asked


class FiguresAsked(Ranged, Page):
    measure: values.Measure = Field(description="数额种类 /vocabulary")
    after: str | None = Field(
        None,
        pattern="^[0-9]{1,18}-[0-9]{1,18}$",
        description="从哪一行之后 `next` of the page before has it",
    )


def _each_once(by: list[Dimension]) -> list[Dimension]:
    if len(set(by)) < len(by):
        raise PydanticCustomError("twice", "each only once")
    return by


Dimensions = Annotated[list[Dimension], AfterValidator(_each_once)]


class CountsAsked(Filters):
    by: Dimensions = Field(
        ["year"],
        min_length=1,
        json_schema_extra={"uniqueItems": True},
        max_length=4,
        description="按什么分 What makes a cell",
    )


class SummaryAsked(Ranged):
    measure: values.Measure = Field(description="数额种类 /vocabulary")
    by: Dimensions = Field(
        [],
        json_schema_extra={"uniqueItems": True},
        max_length=4,
        description="按什么分 What makes a cell, besides the unit",
    )

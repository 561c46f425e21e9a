"""What codes stand for, in the language asked for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext
from ninja import Field, Router

from agreements.api.answers import Answer
from agreements.archive.choices import LABELS
from negotiate.law.terms.figures import MEASURES

router = Router()


class Word(Answer):
    code: str
    label: str


class MeasureWord(Word):
    term: str = Field(description="The kind of term that it stands in")
    unit: str = Field(description="Empty where each figure has its own")


class FacetWord(Word):
    of: str = Field(description="The parameter and the part of an answer that has it")


class Vocabulary(Answer):
    measures: list[MeasureWord]
    words: list[FacetWord]


@router.get("/vocabulary", response=Vocabulary)
def vocabulary(request: HttpRequest) -> dict[str, Any]:
    """代码表 What the codes stand for, in Chinese, or in English where that is asked for."""
    measures = [
        {"code": m.code, "label": gettext(m.label), "term": m.kind, "unit": m.unit}
        for m in MEASURES.values()
    ]
    words = [
        {"code": code, "label": gettext(label), "of": name}
        for name, known in LABELS.items()
        for code, label in known.items()
    ]
    return {"measures": measures, "words": words}

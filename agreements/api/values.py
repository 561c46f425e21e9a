"""What a parameter may be. Each is checked exactly as it is described, and no more is let in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from agreements.archive.columns import INDUSTRIES, KINDS, WORDS
from negotiate.law.terms.figures import MEASURES

NO_NUL: Final = "^[^\\x00]*$"
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class OneOf:
    """One of these codes."""

    def __init__(self, codes: Iterable[str]) -> None:
        self.codes = [code for code in codes if code]

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.literal_schema(self.codes)


def _day(said: object) -> object:
    """A day and nothing else that pydantic would take for one, such as seconds since 1970."""
    try:
        if isinstance(said, str) and _DAY.fullmatch(said):
            return date.fromisoformat(said)
    except ValueError:
        pass
    raise PydanticCustomError("day", "no day")


def _flag(said: object) -> object:
    """JSON's own words; `on` and `1` are no booleans there."""
    return {"true": True, "false": False}.get(str(said), "neither")


Day = Annotated[date, BeforeValidator(_day)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Amount = Annotated[str, Field(pattern=r"^-?[0-9]{1,10}(\.[0-9]{1,4})?$")]
Key = Annotated[int, Field(ge=1, le=2**31 - 1)]
Year = Annotated[int, Field(ge=1, le=9999)]
MatterKind = Annotated[str, OneOf(WORDS["matter_kind"])]
Industry = Annotated[str, OneOf(INDUSTRIES)]
Procedure = Annotated[str, OneOf(WORDS["procedure"])]
Standing = Annotated[str, OneOf(WORDS["standing"])]
Grade = Annotated[str, OneOf(WORDS["grade"])]
TermKind = Annotated[str, OneOf(KINDS)]
Measure = Annotated[str, OneOf(MEASURES)]

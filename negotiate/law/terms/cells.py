"""Reading one blank of a form."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal

from negotiate.law.legible import is_legible, tidied
from negotiate.law.refusal import N_, Refused
from negotiate.law.terms.base import NUMERIC, Field, Type

_LIMITS: Mapping[Type, int] = {"text": 100, "long": 2000}
_PLACES: Mapping[Type, int] = {"money": 2, "percent": 2, "decimal": 4, "integer": 0}
_TOO_BIG = Decimal(10**12)
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，－＋％／", "0123456789.,-+%/")
_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?", re.ASCII)
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", re.ASCII)


def is_blank(given: object) -> bool:
    return given is None or (isinstance(given, str) and not given.strip())


def read(field: Field, given: object) -> str | int:
    """The canonical cell, "" for an optional blank. Raises Refused naming the field."""
    if is_blank(given):
        if field.required:
            raise _refused(field, N_("“%(field)s”还没有填。"))
        return ""
    if field.type in NUMERIC:
        return _number(field, given)
    readers: Mapping[Type, Callable[[Field, object], str]] = {"date": _date, "select": _select}
    return readers.get(field.type, _text)(field, given)


def _refused(field: Field, sentence: str, **figures: int) -> Refused:
    return Refused(sentence, field=(field.label,), **figures)


def _text(field: Field, given: object) -> str:
    if not isinstance(given, str):
        raise _refused(field, N_("“%(field)s”要写成文字。"))
    limit = _LIMITS[field.type]
    # Composing may shorten a text, never by more than this.
    if len(given) > limit * 4:
        raise _refused(field, N_("“%(field)s”太长了，最多 %(limit)s 个字。"), limit=limit)
    text = tidied(given)
    if not is_legible(text, lines=field.type == "long"):
        raise _refused(field, N_("“%(field)s”里有看不见的特殊符号，请删掉后重新填写。"))
    if len(text) > limit:
        raise _refused(field, N_("“%(field)s”太长了，最多 %(limit)s 个字。"), limit=limit)
    return text


def _select(field: Field, given: object) -> str:
    if not isinstance(given, str) or given not in dict(field.choices):
        raise _refused(field, N_("“%(field)s”请从给出的选项里选一个。"))
    return given


def _date(field: Field, given: object) -> str:
    if isinstance(given, date) and not isinstance(given, datetime):
        given = given.isoformat()
    text = given.translate(_HALF_WIDTH).strip() if isinstance(given, str) else ""
    match = _DATE.fullmatch(text)
    try:
        when = date(*map(int, match.groups())) if match else None
    except ValueError:
        when = None
    if when is None or not 2000 <= when.year <= 2100:
        raise _refused(field, N_("“%(field)s”要写成日期，例如 2026-05-01。"))
    return when.isoformat()


def _number(field: Field, given: object) -> str | int:
    number = _decimal(field, given)
    if number >= _TOO_BIG:
        raise _refused(field, N_("“%(field)s”的数字太大了，请核对。"))
    places = _PLACES[field.type]
    exact, number = number, abs(round(number, places))
    if number != exact:
        if places == 0:
            raise _refused(field, N_("“%(field)s”要写成整数。"))
        raise _refused(field, N_("“%(field)s”最多写 %(places)s 位小数。"), places=places)
    if field.positive and number == 0:
        raise _refused(field, N_("“%(field)s”要大于零。"))
    if field.type == "percent" and number > 100:
        raise _refused(field, N_("“%(field)s”不能超过百分之一百。"))
    if field.type == "integer":
        return int(number)
    return f"{number:.2f}" if field.type == "money" else plain(number)


def plain(number: Decimal) -> str:
    """Without exponent and without zeros that say nothing: 12.5, 100."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _decimal(field: Field, given: object) -> Decimal:
    """An exact number, not negative. Floats are refused: they are not what was typed."""
    if isinstance(given, str):
        return _typed(field, given)
    if isinstance(given, bool) or not isinstance(given, int | Decimal):
        raise _refused(field, N_("“%(field)s”要写成数字，例如 1200 或 12.5。"))
    number = Decimal(given)
    if not number.is_finite() or number.adjusted() > 20:
        raise _refused(field, N_("“%(field)s”的数字太大了，请核对。"))
    if number < 0:
        raise _refused(field, N_("“%(field)s”不能是负数。"))
    return number


def _typed(field: Field, given: str) -> Decimal:
    text = given.translate(_HALF_WIDTH).strip()
    text = text.removesuffix("%" if field.type == "percent" else field.unit).strip()
    if text.startswith("-"):
        raise _refused(field, N_("“%(field)s”不能是负数。"))
    if len(text) > 40 or not _NUMBER.fullmatch(text):
        raise _refused(field, N_("“%(field)s”要写成数字，例如 1200 或 12.5。"))
    return Decimal(text.replace(",", ""))

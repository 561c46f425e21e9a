"""One row of a table as plain JSON, and back. What is written has one form only, so that the same
county gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import models

from agreements.county.kinds import Kind
from negotiate.law.canonical import sha256_of
from negotiate.people.models import Account

Row = dict[str, Any]
Keep = Callable[[bytes], str]
"""Keeps bytes beside the rows, and gives the SHA-256 by which a row names them."""
Files = Callable[[str], bytes]
"""Gives those bytes back. Raises KeyError."""
Accounts = Callable[[str], int]
"""Gives the key of the account that stands for a name."""


class Unreadable(ValueError):
    """A file that is not what the format says, in one sentence for whoever brings it."""


def written(kind: Kind, row: models.Model, keep: Keep = sha256_of) -> Row:
    return {field.name: _told(field, row, keep) for field in kind.fields}


def _told(field: models.Field[Any, Any], row: models.Model, keep: Keep) -> Any:
    if is_account(field):
        account = getattr(row, field.name)
        return account and account.get_full_name()
    value = getattr(row, field.attname)
    match field:
        case models.BinaryField():
            return None if value is None else keep(bytes(value))
        case models.DecimalField():
            return None if value is None else f"{value:.{field.decimal_places}f}"
        case models.DateTimeField():
            return value and value.astimezone(UTC).isoformat(timespec="microseconds")
        case models.DateField():
            return value and value.isoformat()
    return value


def is_account(field: models.Field[Any, Any]) -> bool:
    return field.is_relation and field.related_model is Account


def require_shape(kind: Kind, row: Any) -> None:
    """Exactly the fields of its kind, and a key. Raises Unreadable."""
    names = {field.name for field in kind.fields}
    if not isinstance(row, dict) or row.keys() != names:
        odd = sorted(names.symmetric_difference(row)) if isinstance(row, dict) else ["all"]
        raise Unreadable(f"{kind.name}: fields missing or unknown: {', '.join(odd)}")
    [key] = (field for field in kind.fields if field.name == kind.key_field)
    if type(row[key.name]) is not _type_of(key):
        raise Unreadable(f"{kind.name}: a row has no key")


def read(kind: Kind, row: Row, files: Files, accounts: Accounts) -> Any:
    """The row as it would be written down. Raises Unreadable."""
    new = kind.model(**{name: made() for name, made in kind.left_out.items()})
    for field in kind.fields:
        try:
            value = _value(field, row[field.name], files, accounts)
        except (ValueError, TypeError, KeyError, ArithmeticError, ValidationError) as fault:
            key = row[kind.key_field]
            raise Unreadable(f"{kind.name} {key}: {field.name} cannot be read") from fault
        setattr(new, field.attname, value)
    return new


def _value(field: models.Field[Any, Any], plain: Any, files: Files, accounts: Accounts) -> Any:
    if plain is None:
        if not field.null:
            raise ValueError("nothing there")
        return None
    if isinstance(field, models.JSONField):
        return plain
    _require_type(field, plain)
    if is_account(field):
        return accounts(plain)
    if isinstance(field, models.BinaryField):
        return files(plain)
    value = next((of(plain) for base, of in _FROM.items() if isinstance(field, base)), plain)
    if not field.is_relation:
        field.run_validators(value)
        if field.flatchoices and value and value not in dict(field.flatchoices):
            raise ValueError("not one of the words known here")
    return value


def _require_type(field: models.Field[Any, Any], plain: Any) -> None:
    if type(plain) is not _type_of(field):
        raise TypeError("of another type")


def _type_of(field: models.Field[Any, Any]) -> type:
    """What stands in the JSON: text, unless it is a number, a yes or no, or names another row."""
    if isinstance(field, models.BooleanField):
        return bool
    is_key = field.is_relation and not is_account(field)
    return int if is_key or isinstance(field, models.IntegerField) else str


def _moment(text: str) -> datetime:
    read = datetime.fromisoformat(text)
    if read.tzinfo is None:
        raise ValueError("no zone")
    return read


_FROM: Final[Mapping[type[models.Field[Any, Any]], Callable[[str], Any]]] = {
    models.DecimalField: Decimal,
    models.DateTimeField: _moment,
    models.DateField: date.fromisoformat,
}

"""Bringing a county in: all of it or nothing, and never over what is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache, partial
from itertools import islice
from typing import Any, Final

from django.core.management.color import no_style
from django.db import DataError, IntegrityError, connection, transaction

from agreements.archive.actions import adopt
from agreements.archive.index import index
from agreements.county.closed import References
from agreements.county.kinds import KINDS, Kind
from agreements.county.scope import County
from agreements.county.sound import require_sound
from agreements.county.source import Source
from agreements.county.telling import Told, nobody
from agreements.county.trust import require_trusted
from agreements.county.values import Row, Unreadable, read, require_shape, written
from agreements.signing import authorities
from agreements.similar.waiting import compare_waiting
from negotiate.law.canonical import sha256_of
from negotiate.people.models import Account, Federation

BATCH: Final = 200
STAND_IN: Final = "imported"
"""How the name begins of the account that stands for one of the county's, which nobody can use."""


def bring_in(source: Source, trusted: Collection[str] = (), told: Told = nobody) -> int:
    """How many rows are new: none, if all of them were there already. `trusted`: fingerprints of
    roots that are to be trusted from now on. Raises Unreadable, and then nothing has changed."""
    roots = require_trusted(source.roots, trusted)
    try:
        with transaction.atomic():
            index().lock()
            new = _rows(source, told)
            if new:
                _settle(source, told)
                for root in roots:
                    authorities.trust(root)
    except (DataError, OverflowError) as fault:
        raise Unreadable(f"something in it can't be kept: {_first_line(fault)}") from fault
    except IntegrityError as fault:
        raise Unreadable(
            f"the same key or name is there already, or a rule is broken: {_first_line(fault)}"
        ) from fault
    if new:
        index().settle()
        compare_waiting(None, partial(told, "cards compared"))
    return new


def _first_line(fault: Exception) -> str:
    """PostgreSQL shows the whole row below it."""
    return str(fault).partition("\n")[0]


def _rows(source: Source, told: Told) -> int:
    references, new = References(), 0
    for kind in KINDS:
        rows, read = source.rows(kind), 0
        while some := list(islice(rows, BATCH)):
            new += _put(kind, some, source, references)
            read += len(some)
            told(kind.name, read)
    references.require_whole()
    return new


def _put(kind: Kind, rows: list[Row], source: Source, references: References) -> int:
    """Write down those that are not there; those that are have to be the same."""
    for row in rows:
        require_shape(kind, row)
        references.note(kind, row)
    told = {row[kind.key_field]: row for row in rows}
    there = kind.model._default_manager.in_bulk(list(told), field_name=kind.key)
    for key, found in there.items():
        if written(kind, found) != told[key]:
            raise Unreadable(f"{kind.name} {key} is there already, and is not the same")
    account = cache(_stand_in)
    new = [read(kind, row, source.file, account) for key, row in told.items() if key not in there]
    kind.model._default_manager.bulk_create(new)
    return len(new)


def _stand_in(name: str) -> int:
    """Whoever did something with an account is named; nobody can sign in as him."""
    account, made = Account.objects.get_or_create(
        username=f"{STAND_IN}-{sha256_of(name.encode())[:32]}",
        defaults={"name": name, "is_active": False},
    )
    if made:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    return account.pk


def _settle(source: Source, told: Told) -> None:
    """Index what came, let the next keys follow the last, and see that all of it holds."""
    federation = Federation.objects.filter(name=source.county).first()
    if federation is None:
        raise Unreadable(f"it has no federation {source.county}")
    adopt(partial(told, "cards indexed"))
    for statement in _next_numbers():
        with connection.cursor() as cursor:
            cursor.execute(statement)
    county = County(federation)
    require_sound(county.books, county.rooms, county.lineage)


def _next_numbers() -> Iterator[Any]:
    """Rows came with their keys: the next key is given after the greatest."""
    yield from connection.ops.sequence_reset_sql(no_style(), [kind.model for kind in KINDS])

"""That a federation's tokens are those that its book tells of."""

import json
from collections.abc import Iterator
from typing import Any

from agreements.api.actions import MAKE, facts_of
from agreements.api.models import Token, TokenBook
from negotiate.people.models import Federation
from negotiate.record import chain

Told = tuple[dict[str, Any], bool]
"""What a token is, and whether it was revoked."""


def token_faults(federation: Federation) -> dict[str, list[str]]:
    """For verify_record; nothing, if the federation never had a token."""
    kept = TokenBook.objects.filter(federation=federation).select_related("book").first()
    if kept is None and not federation.tokens.exists():
        return {}
    return {
        f"book of tokens of {federation}": list(map(str, chain.faults(kept.book))) if kept else [],
        f"tokens of {federation}": list(_faults(federation, kept)),
    }


def _faults(federation: Federation, kept: TokenBook | None) -> Iterator[str]:
    told = _told(kept) if kept else {}
    standing = {token.pk: _as_kept(token) for token in federation.tokens.order_by("pk")}
    for key in sorted({*told, *standing}):
        if told.get(key) != standing.get(key):
            yield f"token {key} is not as the book says"


def _as_kept(token: Token) -> Told:
    return facts_of(token), token.revoked_at is not None


def _told(kept: TokenBook) -> dict[int, Told]:
    found: dict[int, Told] = {}
    for entry in kept.book.entries.order_by("number"):
        act = json.loads(entry.body)
        key = act["data"]["token"]
        if act["action"] == MAKE:
            found[key] = act["data"], False
        elif key in found:
            found[key] = found[key][0], True
    return found

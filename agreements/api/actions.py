"""The only writer of tokens. Each act stands in the federation's book of them."""

import secrets
from datetime import timedelta
from typing import Any, Final

from django.db import transaction

from agreements.api.models import Token, TokenBook
from negotiate import moment
from negotiate.law.canonical import sha256_of
from negotiate.law.refusal import N_, Refused
from negotiate.people.models import Account, Federation
from negotiate.people.office import Office
from negotiate.record.actions import append, open_book

MAKE, REVOKE = "make_token", "revoke_token"
BEGINNING: Final = "ysyy_"  # by which whoever finds one lying about knows what it is
DAYS: Final = 365
MOST: Final = 20  # that count at once, of one federation


@transaction.atomic
def make(
    federation: Federation, name: str, days: int, account: Account | None = None
) -> tuple[Token, str]:
    """Give a new token, and what it reads: that is never to be had again. Raises Refused."""
    if account is not None:
        _require_office(account, federation)
    book = _book(federation)
    if federation.tokens.filter(revoked_at=None, last_day__gte=moment.today()).count() >= MOST:
        raise Refused(N_("最多同时有 %(most)s 个令牌。请先停用不用的。"), most=MOST)
    secret = BEGINNING + secrets.token_urlsafe(32)
    token = Token.objects.create(
        federation=federation,
        name=name,
        digest=_digest(secret),
        made_at=moment.now(),
        made_by=account,
        last_day=moment.today() + timedelta(days=days),
    )
    append(book, MAKE, Office(federation, account).actor(), facts_of(token))
    return token, secret


@transaction.atomic
def revoke(token: Token, account: Account | None = None) -> None:
    """Let it open nothing any more. Raises Refused."""
    if account is not None:
        _require_office(account, token.federation)
    book = _book(token.federation)
    counting = Token.objects.filter(pk=token.pk, revoked_at=None)
    if not counting.update(revoked_at=moment.now(), revoked_by=account):
        raise Refused(N_("这个令牌已经停用了。"))
    append(book, REVOKE, Office(token.federation, account).actor(), {"token": token.pk})


def facts_of(token: Token) -> dict[str, Any]:
    """As the book tells of it."""
    return {
        "token": token.pk,
        "name": token.name,
        "digest": token.digest,
        "last_day": token.last_day.isoformat(),
    }


def token_of(secret: str) -> Token | None:
    """The token that reads so, if it counts today; and note that it was used."""
    today = moment.today()
    counting = Token.objects.filter(revoked_at=None, last_day__gte=today)
    found = counting.select_related("federation").filter(digest=_digest(secret)).first()
    if found is not None and found.used_on != today:
        Token.objects.filter(pk=found.pk).update(used_on=today)
    return found


def _digest(secret: str) -> str:
    """Their 256 bits are random: one hash is enough, and is found by an index."""
    return sha256_of(secret.encode())


def _book(federation: Federation) -> int:
    """The key of the federation's own, which is begun with its first token; one act at a time."""
    Federation.objects.select_for_update().get(pk=federation.pk)
    kept = TokenBook.objects.filter(federation=federation).first()
    kept = kept or TokenBook.objects.create(federation=federation, book=open_book())
    return kept.book_id


def _require_office(account: Account, federation: Federation) -> None:
    if account.federation_id != federation.pk:
        raise Refused(N_("只有本级总工会的人员可以管理令牌。"))

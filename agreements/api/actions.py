"""The only writer of tokens."""

import hashlib
import secrets
from datetime import timedelta
from typing import Final

from agreements.api.models import Token
from negotiate import moment
from negotiate.law.refusal import N_, Refused
from negotiate.people.models import Account, Federation

BEGINNING: Final = "ysyy_"  # by which whoever finds one lying about knows what it is
DAYS: Final = 365
MOST: Final = 20  # that count at once, of one federation


def make(
    federation: Federation, name: str, days: int, account: Account | None = None
) -> tuple[Token, str]:
    """Give a new token, and what it reads: that is never to be had again. Raises Refused."""
    if account is not None:
        _require_office(account, federation)
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
    return token, secret


def revoke(token: Token, account: Account | None = None) -> None:
    """Let it open nothing any more. Raises Refused."""
    if account is not None:
        _require_office(account, token.federation)
    counting = Token.objects.filter(pk=token.pk, revoked_at=None)
    if not counting.update(revoked_at=moment.now(), revoked_by=account):
        raise Refused(N_("这个令牌已经停用了。"))


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
    return hashlib.sha256(secret.encode()).hexdigest()


def _require_office(account: Account, federation: Federation) -> None:
    if account.federation_id != federation.pk:
        raise Refused(N_("只有本级总工会的人员可以管理令牌。"))

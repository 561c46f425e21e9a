"""Who asks, and how often: a program with a federation's token, or anybody."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import Final

from axes.helpers import get_client_ip_address
from django.conf import settings
from django.http import HttpRequest
from limits import RateLimitItem, parse
from ninja.security.http import HttpAuthBase

from agreements.api.actions import token_of
from agreements.api.problems import Problem
from agreements.archive.reader import PUBLIC, Reader
from negotiate.law.refusal import N_, Refused
from negotiate.people.throttle import seconds_shut, seconds_to_wait

UNKNOWN: Final = N_("令牌不存在、已停用或已过期。请向发令牌的总工会要新的。")
WRONG: Final = "api wrong token"
"""Under which the tokens of an address are counted that do not count."""
TOO_OFTEN: Final = N_("查得太频繁，请 %(seconds)s 秒后再试。")


@dataclass(frozen=True)
class Asker:
    """`federation`: in whose name, if in anybody's."""

    reader: Reader
    federation: str = ""


class Bearer(HttpAuthBase):
    """A token stands in the header and nowhere else: addresses are logged, and passed on."""

    openapi_scheme = "bearer"

    def __call__(self, request: HttpRequest) -> Asker:
        """Raises Problem. A token that does not count is told so: who sends one would take the
        published agreements for all there are."""
        address = get_client_ip_address(request) or ""
        said = request.headers.get("Authorization", "")
        if not said:
            _count(settings.API_RATE_PUBLIC, "api", address)
            return Asker(PUBLIC)
        # Whoever guesses is shut out before the database is asked.
        _require_free(seconds_shut(_limit(settings.API_RATE_PUBLIC), WRONG, address))
        scheme, _, secret = said.partition(" ")
        token = token_of(secret.strip()) if scheme.lower() == "bearer" else None
        if token is None:
            _count(settings.API_RATE_PUBLIC, WRONG, address)
            raise _unauthorized()
        _count(settings.API_RATE, "api token", str(token.pk))
        return Asker(Reader.of_federation(token.federation_id), token.federation.name)


def asker_of(request: HttpRequest) -> Asker:
    """Whoever was let in."""
    asker: Asker = request.auth  # type: ignore[attr-defined]
    return asker


def _count(rate: str, *about: str) -> None:
    _require_free(seconds_to_wait(_limit(rate), *about))


def _require_free(wait: int) -> None:
    if wait:
        why = Refused(TOO_OFTEN, seconds=wait)
        raise Problem(HTTPStatus.TOO_MANY_REQUESTS, why, Retry_After=str(wait))


def _unauthorized() -> Problem:
    challenge = 'Bearer realm="archive", error="invalid_token"'
    return Problem(HTTPStatus.UNAUTHORIZED, Refused(UNKNOWN), WWW_Authenticate=challenge)


@cache
def _limit(rate: str) -> RateLimitItem:
    return parse(rate)

"""A browser as far as doors matter: it sends each cookie to that cookie's own paths only."""

import time
from typing import Any

from django.core.signing import TimestampSigner, b62_encode
from django.test import Client

from negotiate.people.links import link_path
from negotiate.people.models import Account, Seat


class Visitor(Client):
    """Django's own test client sends every cookie to every path, and so opens doors that a real
    browser finds closed (and closes none that a real browser would find open)."""

    def _base_environ(self, **request: Any) -> dict[str, Any]:
        environ: dict[str, Any] = super()._base_environ(**request)  # type: ignore[misc]
        path = request.get("PATH_INFO", "/")
        cookies = [c for c in self.cookies.values() if path.startswith(c["path"] or "/")]
        environ["HTTP_COOKIE"] = "; ".join(f"{c.key}={c.coded_value}" for c in cookies)
        return environ


def seated(seat: Seat) -> Visitor:
    """A phone on which the seat's link was opened and pressed."""
    visitor = Visitor()
    answer = visitor.post(link_path(Seat.objects.get(pk=seat.pk)))
    assert answer.status_code == 302, answer.content.decode()
    return visitor


def signed_in(account: Account) -> Visitor:
    visitor = Visitor()
    visitor.force_login(account, "django.contrib.auth.backends.ModelBackend")
    return visitor


class Aged(TimestampSigner):
    """Signs as `seconds` ago, with the product's own key."""

    def __init__(self, salt: str, seconds: int) -> None:
        super().__init__(salt=salt, sep=".")
        self.seconds = seconds

    def timestamp(self) -> str:
        return b62_encode(int(time.time()) - self.seconds)

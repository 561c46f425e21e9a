"""Who may not try to sign in any more for a while."""

from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest
from django.utils import timezone


class LockoutHandler(AxesDatabaseHandler):
    """Axes' rule (a name with an address), and a looser one for a name from many addresses.

    Without the second, a new address buys five new guesses at the same name.
    """

    def is_locked(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        """Say whether this attempt comes after too many others."""
        if super().is_locked(request, credentials):
            return True
        since = timezone.now() - settings.AXES_COOLOFF_TIME
        tried = AccessAttempt.objects.filter(
            username=get_client_username(request, credentials), attempt_time__gte=since
        )
        failures = tried.aggregate(all=Sum("failures_since_start"))["all"] or 0
        if failures < settings.AXES_FAILURE_LIMIT_PER_NAME:
            return False
        # Axes marks only its own rule: without the mark the page would say "wrong password".
        request.axes_locked_out = True  # type: ignore[attr-defined]
        return True

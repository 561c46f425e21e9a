"""What stands in the database, as one hash: so a test can say that nothing changed."""

import hashlib

from django.apps import apps
from django.db.models import Model

# Who looked at what leaves its mark here, and nowhere else.
OF_VISITS = {"Session", "AccessAttempt", "AccessLog", "AccessFailureLog", "AccessAttemptExpiration"}
OF_THE_RECORD = {"Book", "Entry"}


def tables(*, without: set[str] | frozenset[str] = frozenset()) -> list[type[Model]]:
    """Every table of the project, but for those of visits and those named."""
    leave_out = OF_VISITS | without
    models = apps.get_models(include_auto_created=True)
    return [model for model in models if model.__name__ not in leave_out]


def trace(*, without: set[str] | frozenset[str] = frozenset()) -> str:
    """The hash of every row of these tables."""
    seen = hashlib.sha256()
    for model in tables(without=without):
        for row in model._default_manager.order_by("pk").values_list():
            cells = [bytes(c) if isinstance(c, memoryview) else c for c in row]
            seen.update(f"{model.__name__}{cells}\n".encode())
    return seen.hexdigest()

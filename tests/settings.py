"""The product's settings as tests and mypy load them, with what only tests need."""

import os
import tempfile

os.environ["MODE"] = "test"

from negotiate.settings import *  # noqa: F403
from negotiate.settings import DATABASES

# The real one takes a fifth of a second for each password, on purpose.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, as in use: SQLite's in-memory databases have other locks and no WAL. Several runs
    # at once must not share it.
    name = f"{tempfile.gettempdir()}/tests-{os.getpid()}.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": name}

# Tests ask faster than any program may; those of the limits set their own.
API_RATE = API_RATE_PUBLIC = "1000000 per minute"

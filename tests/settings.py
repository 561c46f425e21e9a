"""The product's settings as tests and mypy load them: the mode, and where SQLite's test file is."""

import os
import tempfile

os.environ["MODE"] = "test"

from negotiate.settings import *  # noqa: F403
from negotiate.settings import DATABASES

if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, as in use: SQLite's in-memory databases have other locks and no WAL. Several runs
    # at once must not share it.
    name = f"{tempfile.gettempdir()}/tests-{os.getpid()}.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": name}

"""What a test does on a machine that lacks a program which it needs."""

import os
from typing import NoReturn

import pytest


def lacking(what: str, packages: str) -> NoReturn:
    """Leave the test out, saying how to have it; where CI is set that is a failure."""
    reason = f"not installed: {what} (Debian: {packages})"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)

"""The meeting that other tests sit in too."""

from tests.negotiate.conftest import in_session, meeting

__all__ = ["in_session", "meeting"]

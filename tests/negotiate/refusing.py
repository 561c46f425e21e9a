"""That an act is refused, and changes nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from negotiate.law.refusal import Refused
from tests.trace import trace


def refuses(words: str, act: Callable[..., Any], *args: Any, **given: Any) -> None:
    """Refused with these words, and nothing has changed."""
    before = trace()
    with pytest.raises(Refused, match=words):
        act(*args, **given)
    assert trace() == before

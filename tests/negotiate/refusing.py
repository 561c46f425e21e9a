"""That an act is refused, and changes nothing."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from negotiate.law.refusal import Refused
from tests.trace import trace


def refused(act: Callable[..., Any], *args: Any, **given: Any) -> str:
    """Why it was refused; nothing has changed."""
    before = trace()
    with pytest.raises(Refused) as why:
        act(*args, **given)
    assert trace() == before
    return str(why.value)


def refuses(words: str, act: Callable[..., Any], *args: Any, **given: Any) -> None:
    """Refused with these words (a pattern), and nothing has changed."""
    why = refused(act, *args, **given)
    assert re.search(words, why), why

"""Which page of a long list somebody asked for."""

from typing import Final

from django.http import HttpRequest

ALL: Final = 9_999  # pages: of a list that is gone through to its end


def page_asked(request: HttpRequest, most: int) -> int:
    """Give the page asked for; anything that is none is the first."""
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isdecimal() and len(asked) < 5 else 1
    return number if 1 <= number <= most else 1

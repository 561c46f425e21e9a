"""`{{ parts|drawn }}`: parts of a text, those that were looked for marked."""

from collections.abc import Iterable

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from agreements.archive.excerpts import Part

register = template.Library()


@register.filter
def drawn(parts: Iterable[Part]) -> SafeString:
    pieces = (f"<mark>{escape(text)}</mark>" if hit else escape(text) for text, hit in parts)
    return mark_safe("".join(pieces))  # noqa: S308  each escaped: a page has a hundred of them

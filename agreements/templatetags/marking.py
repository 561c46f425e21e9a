"""`{{ parts|drawn }}`: parts of a text, those that were looked for marked."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from agreements.archive.excerpts import Part

register = template.Library()


@register.filter
def drawn(parts: Iterable[Part]) -> SafeString:
    pieces = (format_html("<mark>{}</mark>", text) if hit else text for text, hit in parts)
    return format_html_join("", "{}", ((piece,) for piece in pieces))

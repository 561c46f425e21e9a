"""`{% kept "part.html" with … %}`: an include that is drawn anew only when something that it
looked at has changed.

What a part looks at is noticed while it is drawn, not declared: nothing can be forgotten, and two
audiences share a part exactly when everything that it looked at is the same for both. A part may
look at its context alone. One that looked at anything but plain values (at a model, say, which
changes and stays equal) is not kept; and nothing is where DEBUG is on, so that an edited template
is seen.
"""

from threading import Lock
from typing import Any, Final

from django import template
from django.conf import settings
from django.template.base import FilterExpression, Parser, Token
from django.template.context import Context
from django.template.loader_tags import IncludeNode, do_include
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from negotiate.drawing.looks import Looks, Manner
from negotiate.drawing.plain import is_plain
from negotiate.drawing.shelf import Shelf

Key = tuple[Any, ...]
CHARACTERS: Final = 32 * 1024 * 1024  # of all kept parts: with their keys 100 MB, if ever full
PARTS: Final[Shelf[Key, SafeString]] = Shelf(CHARACTERS, len)
NOTHING: Final = Manner({})
_manners: dict[str, Manner] = {}  # by part: everything it ever looked at
_lock = Lock()
register = template.Library()


class Kept(IncludeNode):
    """What is drawn is kept under how everything was that the part ever looked at: whatever equals
    that takes the same path through the template, to the same result."""

    def __init__(self, part: FilterExpression, given: dict[str, FilterExpression]) -> None:
        super().__init__(part)
        self.given = given

    def render(self, context: Context) -> SafeString:
        given = {name: value.resolve(context) for name, value in self.given.items()}
        part = str(self.template.resolve(context))
        with context.push(**given):
            manner = _manners.get(part, NOTHING)
            key = _key(part, manner, context)
            try:
                html = PARTS.get(key)
            except TypeError:  # something that can't be a key
                html = None
            return self._anew(part, manner, key, context) if html is None else html

    def _anew(self, part: str, manner: Manner, key: Key, context: Context) -> SafeString:
        looks = Looks(context)
        html = super().render(looks.context())
        if not looks.are_within(manner):
            with _lock:
                manner = _manners[part] = looks.besides(_manners.get(part, NOTHING))
            key = _key(part, manner, context)
        if looks.are_plain and is_plain(key[2:]) and not settings.DEBUG:
            PARTS.put(key, html)
        return html


def _key(part: str, manner: Manner, context: Context) -> Key:
    language = context.get("LANGUAGE_CODE") or get_language()  # where it is told, it costs nothing
    return (part, manner, language, context.autoescape, *manner.of(context))


@register.tag
def kept(parser: Parser, token: Token) -> Kept:
    node = do_include(parser, token)
    return Kept(node.template, node.extra_context)

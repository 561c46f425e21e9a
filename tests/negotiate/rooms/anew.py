"""Drawing with nothing kept: what kept parts are held against."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.template.context import Context
from django.template.loader_tags import IncludeNode

from negotiate.drawing.shelf import Shelf
from negotiate.rooms.sight import lineage
from negotiate.templatetags.kept import Kept


def included(self: Kept, context: Context) -> str:
    """What the tag would be if it were Django's own `include`."""
    node = IncludeNode(self.template, extra_context=self.given)
    node.origin = self.origin
    return node.render(context)


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Every part drawn anew, every version worded anew."""
    empty: Shelf[tuple[str, str], lineage.Told] = Shelf(0)
    with patch.object(Kept, "render", included), patch.object(lineage, "TOLD", empty):
        yield

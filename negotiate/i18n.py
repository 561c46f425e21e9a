"""Finding the sentences in Django's templates, for Babel (babel.cfg names this module)."""

from collections.abc import Collection, Generator, Mapping
from io import BytesIO
from typing import IO, Any, cast

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

Found = Generator[tuple[int, str, str | tuple[str, ...], list[str], str | None], None, None]


def extract_template(
    fileobj: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: dict[str, Any],
) -> Found:
    """Give every sentence of one template with its line.

    Django turns the template into calls of gettext among meaningless words, line for line; without
    their indentation the lines can be read as Python.
    """
    source = templatize(fileobj.read().decode("utf-8"))
    lines = "\n".join(line.lstrip() for line in source.split("\n"))
    yield from extract_python(
        BytesIO(lines.encode("utf-8")), keywords, comment_tags, cast(Any, options)
    )

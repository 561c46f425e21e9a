"""Finding the sentences in Django's templates, for Babel (babel.cfg names this module)."""

from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from typing import IO, Any

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize


def extract_template(
    fileobj: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: Any,
) -> Iterator[Any]:
    """Give every sentence of one template: line, function, sentence(s), comments.

    Django turns the template into calls of gettext among meaningless words, line for line; without
    their indentation the lines can be read as Python.
    """
    source = templatize(fileobj.read().decode("utf-8"))
    lines = "\n".join(line.lstrip() for line in source.split("\n"))
    yield from extract_python(BytesIO(lines.encode("utf-8")), keywords, comment_tags, options)

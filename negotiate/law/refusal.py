"""Refusing an order: one exception type, one plain Chinese sentence for the person."""

from collections.abc import Callable, Mapping
from typing import Union

Figure = Union[str, int, tuple[str, ...], "Refused"]
"""Text as it stands, a number, labels that a screen may translate, or the refusal inside."""


def N_(text: str) -> str:
    """Mark a Chinese string for translation and return it unchanged."""
    return text


def _same(text: str) -> str:
    return text


class Refused(Exception):
    """An order that the law refuses.

    `sentence` is a Chinese msgid with %(name)s placeholders, `figures` fills them in.
    """

    def __init__(self, sentence: str, /, **figures: Figure) -> None:
        self.sentence = sentence
        self.article = ""
        self._given = figures
        super().__init__(sentence)

    def under(self, article: str) -> "Refused":
        """The same, with where the rule stands that refuses it."""
        self.article = article
        return self

    @property
    def figures(self) -> Mapping[str, str | int]:
        """The figures as they read in Chinese."""
        return self._filled(_same)

    def told(self, translate: Callable[[str], str]) -> str:
        """The sentence in another language, then its article, if it has one; labels are translated,
        typed text is not."""
        said = translate(self.sentence) % self._filled(translate)
        if not self.article:
            return said
        return said + translate(N_("依据：%(article)s。")) % {"article": translate(self.article)}

    def __str__(self) -> str:
        return self.told(_same)

    def _filled(self, translate: Callable[[str], str]) -> dict[str, str | int]:
        return {name: _fill(figure, translate) for name, figure in self._given.items()}


def _fill(figure: Figure, translate: Callable[[str], str]) -> str | int:
    if isinstance(figure, Refused):
        return figure.told(translate)
    if isinstance(figure, tuple):
        return translate(N_("、")).join(map(translate, figure))
    return figure

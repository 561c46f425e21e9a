"""Refusing an order: one exception type, one plain Chinese sentence for the person."""

from collections.abc import Callable, Mapping

Figure = str | int | tuple[str, ...]
"""Text as it stands, a number, or a tuple of Chinese labels that a screen may translate."""


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
        self._given = figures
        super().__init__(sentence)

    @property
    def figures(self) -> Mapping[str, str | int]:
        """The figures as they read in Chinese."""
        return self._filled(_same)

    def told(self, translate: Callable[[str], str]) -> str:
        """The sentence in another language; labels are translated, typed text is not."""
        return translate(self.sentence) % self._filled(translate)

    def __str__(self) -> str:
        return self.told(_same)

    def _filled(self, translate: Callable[[str], str]) -> dict[str, str | int]:
        between = translate(N_("、"))
        return {
            name: between.join(map(translate, figure)) if isinstance(figure, tuple) else figure
            for name, figure in self._given.items()
        }

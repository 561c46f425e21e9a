"""Who looks at a screen, as far as it matters to what may be drawn there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Audience:
    """Everything a fragment depends on. Sockets of one audience receive the same bytes.

    `face` is the kind of screen ("phone", "chair", "screen"), `side` is "worker", "employer" or
    "" for nobody's, `capacities` are sorted codes, `language` a Django language code.
    """

    room: int
    face: str
    side: str
    capacities: tuple[str, ...]
    language: str

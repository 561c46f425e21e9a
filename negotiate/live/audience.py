"""Who looks at a screen, as far as it matters to what may be drawn there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Audience:
    """Everything a fragment depends on. Sockets of one audience receive the same bytes.

    `face` is the kind of screen ("phone", "chair", "screen"), `side` is "worker", "employer" or
    "" for nobody's, `capacities` are sorted codes, `language` a Django language code. Whose roll
    somebody is on when a draft is ratified: `in_congress`, and the key of the `bound` enterprise,
    of several that negotiate together.
    """

    room: int
    face: str
    side: str
    capacities: tuple[str, ...]
    language: str
    in_congress: bool = False
    bound: int = 0

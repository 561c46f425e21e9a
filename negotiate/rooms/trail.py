"""A row's earlier figures, as the form draws them beside the new one."""

from collections.abc import Sequence
from dataclasses import dataclass

from negotiate.law.terms import Change, Kind
from negotiate.law.terms.history import Past, since

WIDTH, HEIGHT = 64, 20


@dataclass(frozen=True, slots=True)
class Trail:
    """`key`: what the row is about, as the page's script spells it. `now`: how what stands in the
    form differs from the last figure, if it does."""

    key: str
    last: Past
    figures: tuple[str, ...]
    now: Change | None

    @property
    def points(self) -> str:
        """The figures as a line in a box of WIDTH × HEIGHT; "" where there is but one."""
        heights = [float(figure) for figure in self.figures]
        if len(heights) < 2:
            return ""
        low, high = min(heights), max(heights)
        scale, across = (HEIGHT - 4) / ((high - low) or 1), (WIDTH - 4) / (len(heights) - 1)
        return " ".join(
            f"{2 + place * across:.1f},{HEIGHT - 2 - (figure - low) * scale:.1f}"
            for place, figure in enumerate(heights)
        )


def trail_of(kind: Kind, key: Sequence[str], past: Sequence[Past], typed: object) -> Trail:
    """`typed`: what stands in the form for this row now."""
    figures = tuple(each.figure for each in past)
    return Trail("|".join(key), past[-1], figures, since(kind, past[-1], typed))

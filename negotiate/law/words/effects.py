"""What a change means."""

from negotiate.law.refusal import N_
from negotiate.law.words.word import Word


class Effect(Word):
    """What a change means for the workers."""

    BETTER = "better", N_("对职工更有利")
    WORSE = "worse", N_("对职工更不利")
    NEUTRAL = "neutral", N_("不影响职工利益")

    @property
    def opposite(self) -> "Effect":
        swapped = {Effect.BETTER: Effect.WORSE, Effect.WORSE: Effect.BETTER}
        return swapped.get(self, Effect.NEUTRAL)

"""What may be done now by the law's table, as an answer to each question: a part of a page that
asked one depends on that answer alone."""

from collections.abc import Collection
from functools import lru_cache

from negotiate.law import stages
from negotiate.law.words import Action, Capacity, Procedure, Stage, TermState


class Rights:
    """Of people of the same capacities at the same stage. An attribute's name is an action, "_" and
    the state of the term that it is about, if it is about one: `propose_open`, `suspend_`."""

    def __init__(
        self, procedure: Procedure, capacities: Collection[Capacity], stage: Stage
    ) -> None:
        self._procedure, self._capacities, self._stage = procedure, capacities, stage

    def __getattr__(self, name: str) -> bool:
        """Asked once; then it stands there. Raises ValueError for no action or state."""
        if name.startswith("_"):
            raise AttributeError(name)
        action, _, state = name.rpartition("_")
        term = TermState(state) if state else None
        allowed = stages.allows(
            self._procedure, Action(action), self._capacities, self._stage, term
        )
        self.__dict__[name] = allowed
        return allowed

    def may(self, action: str, state: str = "") -> bool:
        return bool(getattr(self, f"{action}_{state}"))


rights_of = lru_cache(maxsize=1024)(Rights)  # the tables never change

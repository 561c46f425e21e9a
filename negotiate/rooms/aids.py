"""What helps somebody to fill in a term's form: what it opens with, the minimum wage in force, and
what was agreed before for the same rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from negotiate.law import terms
from negotiate.law.minimum_wages import MinimumWage
from negotiate.law.terms import Comparison, Kind, history
from negotiate.rooms import past
from negotiate.rooms.models import Room, Term, Version
from negotiate.rooms.sheet import Sheet, sheet


@dataclass(frozen=True, slots=True)
class Aids:
    kind: Kind
    minimum: MinimumWage | None
    agreed: Sequence[Version]

    def opening(self, term_id: int, version: int | None, *, carry: bool) -> dict[str, Any]:
        """What stands in the form at first: the version on the table; or, where there is none, the
        last agreement's rows if they are to be carried over, else what a template gave."""
        if version is not None:
            kept = Version.objects.get(pk=version).value
            return terms.completed(self.kind.code, kept)
        fact = {"minimum_wage": str(self.minimum.monthly)} if self.minimum else {}
        if carry and self.agreed:
            value = terms.completed(self.kind.code, self.agreed[-1].value)
            return {**fact, **history.carried(self.kind, value)}
        prefill = Term.objects.values_list("prefill", flat=True).get(pk=term_id)
        return {**prefill, **fact}

    def sheet(self, raw: dict[str, Any]) -> Sheet:
        return sheet(self.kind, raw, past.known(self.kind, self.agreed), self.minimum)

    def below(self, term_id: int) -> Comparison:
        """In what the version on the table falls behind the last agreement."""
        version = Version.objects.filter(term=term_id).last()
        if version is None or not self.agreed:
            return Comparison()
        value = terms.completed(self.kind.code, version.value)
        known = past.known(self.kind, self.agreed)
        return Comparison(history.reductions(self.kind, value, known))


def aids_for(room: Room, kind: Kind) -> Aids:
    return Aids(kind, past.minimum_of(room, kind), past.agreed_before(room, kind))

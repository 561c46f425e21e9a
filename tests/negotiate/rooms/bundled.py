"""Talks over three terms, to be bound into packages."""

from negotiate.law.packages import digest_of
from negotiate.law.words import Side, SideRule, TermState
from negotiate.rooms.actions import agreeing, bundling, ledger
from negotiate.rooms.models import Bound, Package, Term
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER
P, A, O = TermState.PROPOSED, TermState.AGREED, TermState.OPEN  # noqa: E741


class Talks(Meeting):
    """Three terms, each with a version on the table; the chiefs decide for their sides."""

    def __init__(self, rule: SideRule = SideRule.CHIEF) -> None:
        super().__init__("award")
        self.open()
        item = self.term.item_id
        for title in ("工具费", "班车"):
            ledger.add_term(self.chair, item_id=item, title=title, kind="tier_table")
        self.terms = list(Term.objects.filter(item=item))
        room = self.room
        room.worker_rule = room.employer_rule = rule.value
        room.save(update_fields=["worker_rule", "employer_rule"])
        for each in self.terms:
            self.on(each).propose(30000, 500)

    def on(self, term: Term) -> "Talks":
        self.term = term
        return self

    def bind(self, *places: int, side: Side = W) -> Package:
        return bundling.bundle(self.chief(side), [self.terms[place].pk for place in places])

    def agree(self, side: Side = W, package: Package | None = None) -> None:
        package = package or Package.objects.latest("pk")
        bound = Bound.objects.filter(package=package).select_related("version")
        text = digest_of([(each.term_id, each.version.digest) for each in bound])
        agreeing.agree(self.chief(side), package.pk, text)

    def states(self) -> list[TermState]:
        return [Term.objects.get(pk=term.pk).is_at for term in self.terms]

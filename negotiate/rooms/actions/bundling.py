"""Packages: versions on the table that are agreed together or not at all."""

from collections.abc import Collection

from negotiate import moment
from negotiate.ballots import actions as ballots
from negotiate.law import packages
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Side, TermState
from negotiate.people.models import Seat
from negotiate.rooms.models import Bound, Confirmation, Package, Room, Term, Version
from negotiate.rooms.order import Order, ordered


def bundle(seat: Seat, term_ids: Collection[int]) -> Package:
    """Bind what lies on the table of these terms: all or nothing."""
    with ordered(seat, Action.BUNDLE) as order:
        terms = list(Term.objects.filter(item__room=order.room, pk__in=term_ids))
        if len(terms) != len(set(term_ids)):
            raise Refused("没有这个条款。")
        versions = [term.versions.last() for term in terms]
        pairs = list(zip(terms, versions, strict=True))
        packages.require_bindable([_candidate(*pair, order.seat) for pair in pairs])
        package = Package.objects.create(
            room=order.room,
            number=order.room.packages.count() + 1,
            seat=order.seat,
            side=order.seat.side,
        )
        Bound.objects.bulk_create(
            Bound(package=package, term=term, version=version) for term, version in pairs
        )
        order.room.has_packages = True
        order.room.save(update_fields=["has_packages"])
        order.note(
            package=package.number, terms=[_told(version) for version in versions if version]
        )
        return package


def _candidate(term: Term, version: Version | None, seat: Seat) -> packages.Candidate:
    said = version.confirmations.filter(side=seat.side, void=False) if version else None
    return packages.Candidate(
        title=term.title,
        state=term.is_at,
        is_through=version is not None and version.is_through_gate,
        is_bound=term.bound.filter(holds=True).exists(),
        has_word=said is not None and said.exists(),
    )


def _told(version: Version) -> str:
    return f"“{version.term.title}”第{version.number}版"


def unbundle(seat: Seat, package_id: int) -> None:
    """Break the own side's package."""
    with ordered(seat, Action.UNBUNDLE) as order:
        package = order.room.packages.filter(pk=package_id, agreed_at=None, broken_at=None).first()
        if package is None:
            raise Refused("这一包已经拆开或者谈定了。")
        if package.side != order.seat.side:
            raise Refused("这一包是对方打的，只有对方可以拆开。")
        _break(order, package)


def put_back(order: Order, terms: Collection[Term]) -> list[str]:
    """Agreed terms that a congress rejects or the authority objects to go back to the table, with
    all that was agreed in one package with them. Their titles."""
    asked = [term.pk for term in terms]
    Term.objects.filter(pk__in=asked).update(state=TermState.OPEN.value, acclaimed=False)
    for term in terms:
        fall_with(order, term.pk)
    return [*(term.title for term in terms), *order.facts.pop("reopened", [])]


def fall_with(order: Order, term_id: int | None = None) -> None:
    """What happens to one term (that of the order) breaks the package in which it stands. Of an
    agreed one, which was all or nothing, the others come back to the table with it."""
    bound = _of(order.room, term_id or order.about().pk)
    if bound is None:
        return
    package = bound.package
    if package.agreed_at is not None:
        others = package.bound.exclude(term=bound.term_id).values("term")
        agreed = Term.objects.filter(pk__in=others, state=TermState.AGREED.value)
        before = order.facts.get("reopened", [])
        order.note(reopened=[*before, *(term.title for term in agreed)])
        agreed.update(state=TermState.OPEN.value)
    _break(order, package)


def _of(room: Room, term_id: int) -> Bound | None:
    """The term in the package that holds it, if there is one."""
    if not room.has_packages:
        return None
    return Bound.objects.select_related("package").filter(term=term_id, holds=True).first()


def _break(order: Order, package: Package) -> None:
    """Its terms are free, and what the chiefs have said under it is void."""
    package.broken_at = moment.now()
    package.save(update_fields=["broken_at"])
    package.bound.update(holds=False)
    voided = package.words.filter(void=False).update(void=True)
    order.note(broke=package.number, voided=voided)


def speak_for(order: Order, version: Version) -> bool:
    """Write down a chief's word on this version. Whether it was the last one missing: then the term
    is agreed, or all its package at once."""
    bound = _of(order.room, version.term_id)
    Confirmation.objects.create(
        version=version,
        side=order.seat.side,
        seat=order.seat,
        digest=version.digest,
        package=bound.package if bound else None,
    )
    together = [version]
    if bound:
        order.note(package=bound.package.number)
        together = [each.version for each in bound.package.bound.select_related("version__term")]
    words = Confirmation.objects.filter(version__in=together, void=False)
    said = {(key, Side(side)) for key, side in words.values_list("version", "side")}
    if not packages.is_agreed([each.pk for each in together], said):
        return False
    for each in together:
        each.term.state = TermState.AGREED.value
        each.term.save(update_fields=["state"])
        ballots.void_open(order.room.pk, term=each.term_id)  # advice that comes too late
    if bound:
        bound.package.agreed_at = moment.now()
        bound.package.save(update_fields=["agreed_at"])
        order.note(settled=[_told(each) for each in together])
    return True

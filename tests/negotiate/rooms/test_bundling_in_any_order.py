"""All or nothing, in whatever order terms are bound, confirmed, changed and taken apart."""

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.rooms.actions import bundling, ledger
from negotiate.rooms.models import Bound, Package, Term
from tests.negotiate.rooms.bundled import A, P, Talks, W
from tests.trace import OF_THE_RECORD, trace

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("bind"), st.sampled_from(Side), st.sets(st.integers(0, 2), min_size=2)),
        st.tuples(st.just("confirm"), st.sampled_from(Side), st.integers(0, 2)),
        st.tuples(st.just("agree"), st.sampled_from(Side), st.just(0)),
        st.tuples(st.just("propose"), st.sampled_from(Side), st.integers(0, 2)),
        st.tuples(st.just("unbundle"), st.sampled_from(Side), st.just(0)),
        st.tuples(st.just("reopen"), st.just(W), st.integers(0, 2)),
    ),
    max_size=14,
)


def do(talks: Talks, act: str, side: Side, what: object, amount: int) -> None:
    package = Package.objects.filter(agreed_at=None, broken_at=None).first()
    if act == "bind" and isinstance(what, set):
        talks.bind(*what, side=side)
    elif act == "agree" and package:
        talks.agree(side, package)
    elif act == "unbundle" and package:
        bundling.unbundle(talks.chief(side), package.pk)
    elif isinstance(what, int):
        talks.on(talks.terms[what])
        if act == "confirm":
            talks.confirm(side)
        elif act == "propose":
            talks.propose(amount, 500, side=side)
        elif act == "reopen":
            ledger.reopen(talks.chair, talks.term.pk)


def require_whole(talks: Talks) -> None:
    """All or nothing, and nothing without both chiefs' standing words on that very text."""
    for package in Package.objects.all():
        states = {each.term.is_at for each in package.bound.select_related("term")}
        if package.agreed_at and not package.broken_at:
            assert states == {A}
        elif not package.broken_at:
            assert states == {P}
    for term in Term.objects.filter(state=A.value):
        version = ledger.current(term)
        said = version.confirmations.filter(void=False, digest=version.digest)
        assert {each.side for each in said} == {"worker", "employer"}
    for term in Term.objects.filter(state=P.value):
        version = ledger.current(term)
        bound = Bound.objects.filter(term=term, holds=True).exists()
        assert bound or version.confirmations.filter(void=False).count() < len(Side)


@given(STEPS)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_in_any_order_it_is_all_or_nothing(
    talks: Talks, steps: list[tuple[str, Side, object]]
) -> None:
    point = transaction.savepoint()
    for number, (act, side, what) in enumerate(steps):
        before = trace(without=OF_THE_RECORD)
        try:
            do(talks, act, side, what, 30001 + number)
        except Refused:
            assert trace(without=OF_THE_RECORD) == before
        require_whole(talks)
    transaction.savepoint_rollback(point)

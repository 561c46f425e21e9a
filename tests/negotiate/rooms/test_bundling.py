"""A package is agreed as a whole or not at all, in whatever order it is bound, confirmed, changed
and taken apart."""

from collections.abc import Callable

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negotiate.law.packages import digest_of
from negotiate.law.refusal import Refused
from negotiate.law.words import Side, SideRule, TermState
from negotiate.record.chain import read
from negotiate.rooms.actions import agreeing, bundling, consent, ledger
from negotiate.rooms.models import Bound, Confirmation, Package, Term
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.faces import audience_of
from negotiate.rooms.sight.reading import read as look
from tests.negotiate.meeting import Meeting
from tests.trace import OF_THE_RECORD, trace

W, E = Side.WORKER, Side.EMPLOYER


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


@pytest.fixture
def talks(db: None) -> Talks:
    """Give three terms on the table, for chiefs who need no poll."""
    return Talks()


P, A, O = TermState.PROPOSED, TermState.AGREED, TermState.OPEN  # noqa: E741


def test_both_chiefs_press_once_each_and_all_is_agreed(talks: Talks) -> None:
    talks.bind(0, 1)
    talks.agree(W)
    assert talks.states() == [P, P, P]
    talks.agree(E)
    assert talks.states() == [A, A, P]


def test_one_term_of_a_package_is_not_agreed_alone(talks: Talks) -> None:
    talks.bind(0, 1)
    for side in Side:
        talks.on(talks.terms[0]).confirm(side)
    assert talks.states() == [P, P, P]
    talks.on(talks.terms[1]).confirm()
    assert talks.states() == [A, A, P]


def test_a_word_given_before_counts_and_outlives_the_package(talks: Talks) -> None:
    talks.on(talks.terms[0]).confirm(E)
    package = talks.bind(0, 1)
    talks.on(talks.terms[0]).confirm(W)
    assert talks.states() == [P, P, P]
    bundling.unbundle(talks.chief(W), package.pk)
    said = Confirmation.objects.filter(version__term=talks.terms[0])
    assert {(each.side, each.void) for each in said} == {(E.value, False), (W.value, True)}
    talks.on(talks.terms[0]).confirm(W)
    assert talks.states() == [A, P, P]


def test_a_package_has_terms_of_its_own_room_alone(talks: Talks) -> None:
    other = Talks()
    with pytest.raises(Refused, match="没有这个条款"):
        bundling.bundle(talks.chief(W), [talks.terms[0].pk, other.terms[1].pk])
    package = other.bind(0, 1)
    with pytest.raises(Refused, match="已经拆开或者谈定"):
        bundling.unbundle(talks.chief(W), package.pk)
    with pytest.raises(Refused, match="已经拆开或者谈定"):
        talks.agree(W, package)


def test_what_is_agreed_or_taken_apart_is_not_taken_apart(talks: Talks) -> None:
    package = talks.bind(0, 1)
    for side in Side:
        talks.agree(side)
    with pytest.raises(Refused, match="已经拆开或者谈定"):
        bundling.unbundle(talks.chief(W), package.pk)
    assert talks.states() == [A, A, P]


def test_who_has_given_his_word_cannot_add_a_condition(talks: Talks) -> None:
    talks.on(talks.terms[0]).confirm(W)
    with pytest.raises(Refused, match="不能再附加条件"):
        talks.bind(0, 1)


@pytest.mark.parametrize(
    "change",
    [
        lambda talks: talks.on(talks.terms[1]).propose(30000, 600),
        lambda talks: ledger.defer(talks.chair, talks.terms[1].pk, reason="以后再谈"),
        lambda talks: ledger.withdraw(talks.chief(W), talks.terms[1].pk, reason="不提了"),
        lambda talks: bundling.unbundle(talks.chief(W), Package.objects.get().pk),
    ],
    ids=["a new version", "put off", "taken back", "unbundled"],
)
def test_what_breaks_it_voids_what_was_said_under_it(
    talks: Talks, change: Callable[[Talks], object]
) -> None:
    talks.bind(0, 1)
    talks.agree(E)
    change(talks)
    assert Package.objects.get().broken_at
    assert [each.void for each in Confirmation.objects.all()] == [True, True]
    last = [*read(talks.room.book)][-1]["data"]
    assert (last["broke"], last["voided"]) == (1, 2)
    assert talks.states()[0] is P
    talks.on(talks.terms[0]).confirm()
    assert talks.states()[0] is A


def test_only_the_side_that_bound_it_takes_it_apart(talks: Talks) -> None:
    package = talks.bind(0, 1)
    with pytest.raises(Refused, match="只有对方可以拆开"):
        bundling.unbundle(talks.chief(E), package.pk)
    bundling.unbundle(talks.chief(W), package.pk)
    with pytest.raises(Refused, match="已经拆开或者谈定"):
        bundling.unbundle(talks.chief(W), package.pk)


def test_a_term_stands_in_one_package(talks: Talks) -> None:
    talks.bind(0, 1)
    with pytest.raises(Refused, match="已经在另一个包里"):
        talks.bind(1, 2, side=E)


def test_an_agreed_package_comes_back_as_a_whole(talks: Talks) -> None:
    talks.bind(0, 1)
    for side in Side:
        talks.agree(side)
    talks.on(talks.terms[2]).confirm()
    ledger.reopen(talks.chair, talks.terms[0].pk)
    assert talks.states() == [O, O, A]


def test_each_sides_rule_is_asked_for_every_term(db: None) -> None:
    talks = Talks(SideRule.POLL)
    talks.bind(0, 1)
    talks.on(talks.terms[0]).vote()
    before = trace(without=OF_THE_RECORD)
    with pytest.raises(Refused, match="本方还没有表决通过"):
        talks.agree(W)
    assert trace(without=OF_THE_RECORD) == before  # not even the first term's
    talks.on(talks.terms[1]).vote()
    talks.agree(W)
    talks.agree(E)
    assert talks.states() == [A, A, P]


def test_a_press_is_for_the_package_that_was_read(talks: Talks) -> None:
    package = talks.bind(0, 1)
    with pytest.raises(Refused, match="看清"):
        agreeing.agree(talks.chief(W), package.pk, "0" * 64)
    talks.agree(W)
    with pytest.raises(Refused, match="已同意过"):
        talks.agree(W)
    bundling.unbundle(talks.chief(W), package.pk)
    with pytest.raises(Refused, match="已经拆开"):
        talks.agree(E, package)
    with pytest.raises(Refused, match="首席代表"):
        agreeing.agree(talks.other(W), talks.bind(0, 1).pk, digest_now())


def digest_now() -> str:
    bound = Bound.objects.filter(holds=True).select_related("version")
    return digest_of([(each.term_id, each.version.digest) for each in bound])


def test_what_waits_for_the_rest_of_its_package_is_not_talked_over(db: None) -> None:
    talks = Talks(SideRule.POLL)
    talks.bind(0, 2)

    def board(side: Side | None = None) -> Board:
        seat = talks.chief(side) if side else talks.chair
        return Board(look(talks.room.pk), audience_of(seat))

    assert board().at == talks.terms[0].pk
    talks.on(talks.terms[0]).vote()
    assert board().at == talks.terms[1].pk
    assert board(W).to_confirm is None
    assert board(W).to_agree is None
    ledger.defer(talks.chair, talks.terms[1].pk, reason="以后再谈")
    talks.on(talks.terms[2]).vote()
    assert board().at == talks.terms[0].pk
    found = board(W).to_agree
    assert found
    assert [each.title for each in found.terms] == [talks.terms[0].title, talks.terms[2].title]


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


def test_confirming_alone_stays_what_it_was(talks: Talks) -> None:
    version = ledger.current(talks.terms[2])
    consent.confirm(talks.chief(W), talks.terms[2].pk, version.digest)
    consent.confirm(talks.chief(E), talks.terms[2].pk, version.digest)
    assert talks.states() == [P, P, A]

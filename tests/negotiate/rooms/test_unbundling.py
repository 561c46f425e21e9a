"""What takes a package apart, and what then stands of what was said under it."""

from collections.abc import Callable

import pytest

from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.record.chain import read
from negotiate.rooms.actions import bundling, ledger
from negotiate.rooms.models import Confirmation, Package
from tests.negotiate.rooms.bundled import A, E, O, P, Talks, W


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


def test_what_is_agreed_or_taken_apart_is_not_taken_apart(talks: Talks) -> None:
    package = talks.bind(0, 1)
    for side in Side:
        talks.agree(side)
    with pytest.raises(Refused, match="已经拆开或者谈定"):
        bundling.unbundle(talks.chief(W), package.pk)
    assert talks.states() == [A, A, P]


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


def test_an_agreed_package_comes_back_as_a_whole(talks: Talks) -> None:
    talks.bind(0, 1)
    for side in Side:
        talks.agree(side)
    talks.on(talks.terms[2]).confirm()
    ledger.reopen(talks.chair, talks.terms[0].pk)
    assert talks.states() == [O, O, A]

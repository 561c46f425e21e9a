"""A package is agreed as a whole or not at all, under each side's own rule."""

import pytest

from negotiate.law.packages import digest_of
from negotiate.law.refusal import Refused
from negotiate.law.words import Side, SideRule
from negotiate.rooms.actions import agreeing, bundling, consent, ledger
from negotiate.rooms.models import Bound
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.faces import audience_of
from negotiate.rooms.sight.reading import read as look
from tests.negotiate.rooms.bundled import A, E, P, Talks, W
from tests.trace import OF_THE_RECORD, trace


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


def test_confirming_alone_stays_what_it_was(talks: Talks) -> None:
    version = ledger.current(talks.terms[2])
    consent.confirm(talks.chief(W), talks.terms[2].pk, version.digest)
    consent.confirm(talks.chief(E), talks.terms[2].pk, version.digest)
    assert talks.states() == [P, P, A]


def test_a_package_has_terms_of_its_own_room_alone(talks: Talks) -> None:
    other = Talks()
    with pytest.raises(Refused, match="没有这个条款"):
        bundling.bundle(talks.chief(W), [talks.terms[0].pk, other.terms[1].pk])
    package = other.bind(0, 1)
    with pytest.raises(Refused, match="已经拆开或者谈定"):
        bundling.unbundle(talks.chief(W), package.pk)
    with pytest.raises(Refused, match="已经拆开或者谈定"):
        talks.agree(W, package)


def test_who_has_given_his_word_cannot_add_a_condition(talks: Talks) -> None:
    talks.on(talks.terms[0]).confirm(W)
    with pytest.raises(Refused, match="不能再附加条件"):
        talks.bind(0, 1)


def test_a_term_stands_in_one_package(talks: Talks) -> None:
    talks.bind(0, 1)
    with pytest.raises(Refused, match="已经在另一个包里"):
        talks.bind(1, 2, side=E)


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

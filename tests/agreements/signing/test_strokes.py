"""Drawings a phone sends: which are signatures, and which are refused in plain words."""

from __future__ import annotations

import pytest

from agreements.signing.strokes import MAX_POINTS, Strokes, digest, parse
from negotiate.law.refusal import Refused
from tests.agreements.signing.drawings import as_sent, signature


def test_a_signature_is_kept_point_by_point() -> None:
    sent = signature()
    assert [[list(point) for point in line] for line in parse(as_sent(sent)).lines] == sent


def test_the_digest_names_the_strokes_and_not_how_they_were_spaced() -> None:
    tight = as_sent(signature())
    assert digest(parse(tight)) == digest(parse(tight.replace(",", " , ")))
    assert digest(parse(tight)) != digest(parse(as_sent(signature(1))))
    assert len(digest(parse(tight))) == 64


def test_an_empty_drawing_is_told_to_sign() -> None:
    with pytest.raises(Refused, match="还没有签名"):
        parse("[]")


@pytest.mark.parametrize(
    "drawing",
    [
        [[[50, 50, 0]]],
        [[[50, 50, 0], [60, 60, 20]]],
        [[[50 + n % 2 * 9, 50, n] for n in range(200)]],
        [[[n * 40, 50, n]] for n in range(12)],
    ],
    ids=["dot", "tick", "rubbed dot", "row of dots"],
)
def test_a_drawing_that_names_nobody_is_told_to_write_the_whole_name(drawing: object) -> None:
    with pytest.raises(Refused, match="签名太短"):
        parse(as_sent(drawing))


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "签名",
        "null",
        "{}",
        "[[]]",
        "[1]",
        "[[1]]",
        "[[[1,2]]]",
        "[[[1,2,3,4]]]",
        "[[[1.0,2,3]]]",
        "[[[true,2,3]]]",
        '[[["1",2,3]]]',
        "[[[-1,2,3]]]",
        "[[[1,10001,3]]]",
        "[[[1,2,3600001]]]",
        "[[[NaN,2,3]]]",
        f"[[[1{'0' * 5000},2,3]]]",
        "[" * 60_000,
        '"\\ud800"',
    ],
)
def test_anything_that_is_no_drawing_is_asked_for_again(sent: str) -> None:
    with pytest.raises(Refused, match="没有传送完整"):
        parse(sent)


def test_a_drawing_too_large_to_be_a_signature_is_refused_unread() -> None:
    with pytest.raises(Refused, match="笔画太多"):
        parse(as_sent([[[n % 300, 50, n] for n in range(9000)]]))
    with pytest.raises(Refused, match="笔画太多"):
        parse("名" * 22_000)


def test_points_are_counted_over_all_strokes() -> None:
    line = [[0, 0, 0]] * 10
    with pytest.raises(Refused, match="笔画太多"):
        parse(as_sent([line] * (MAX_POINTS // 10 + 1)))


def test_strokes_are_values() -> None:
    assert parse(as_sent(signature())) == parse(as_sent(signature()))
    assert isinstance(parse(as_sent(signature())), Strokes)

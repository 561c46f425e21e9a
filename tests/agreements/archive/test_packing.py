"""Several small facts as one number: what goes in comes out, and is counted as it went in."""

import numpy as np
import pytest

from agreements.archive.columns import WORDS
from agreements.archive.packing import Packing

KNOWN = {"grade": ("B", "C", "OLD"), "standing": ("signed", "expired"), "procedure": ("", "a")}


def drawn(many: int) -> dict[str, np.ndarray]:
    draw = np.random.default_rng(7)
    return {name: draw.integers(0, len(words) + 1, many) for name, words in KNOWN.items()}


def test_each_fact_comes_out_as_it_went_in() -> None:
    facts, packing = drawn(500), Packing(KNOWN)
    packed = packing.pack(facts)
    for name, places in facts.items():
        np.testing.assert_array_equal(packing.unpack(packed, name), places)
    assert len(set(packed.tolist())) == 4 * 3 * 3


def test_each_place_is_counted_that_of_the_unknown_among_them() -> None:
    facts, packing = drawn(500), Packing(KNOWN)
    numbers = packing.numbers(packing.pack(facts))
    for name, places in facts.items():
        np.testing.assert_array_equal(numbers[name], np.bincount(places))


def test_what_has_one_of_some_places_is_marked() -> None:
    facts, packing = drawn(500), Packing(KNOWN)
    packed = packing.pack(facts)
    for wanted in ([], [0], [1, 2], [-1], [2, -1]):
        marked = packing.mask(packed, "grade", wanted)
        np.testing.assert_array_equal(marked, np.isin(facts["grade"], wanted))


def test_more_than_one_number_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="too many"):
        Packing({**WORDS, "more": tuple("abcdefghijklmnopqrstuvwxyzäöüß")})

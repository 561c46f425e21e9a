"""A key is found where it stands, and one that is not there nowhere."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from agreements.archive.models import PLACES
from agreements.archive.places import KeyPlaces

days = st.integers(738_000, 738_006)
numbers = st.one_of(st.integers(0, 4), st.sampled_from([65_534, 65_535]))
keys = st.builds(lambda day, number: (day << PLACES) + number, days, numbers)


@given(st.sets(keys, max_size=20), st.lists(keys | st.sampled_from([0, 1, 1 << 62]), max_size=30))
def test_each_key_has_its_place(held: set[int], wanted: list[int]) -> None:
    there = sorted(held)
    found = KeyPlaces(np.array(there, np.int64)).of(np.array(wanted, np.int64))
    assert found.tolist() == [there.index(key) if key in held else len(there) for key in wanted]

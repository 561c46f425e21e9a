"""The table of tags is that of the papers."""

from __future__ import annotations

from dataclasses import fields

import pytest

from agreements.layouts.closed import Closed
from agreements.layouts.meanings import FILTERS, MEANINGS
from agreements.layouts.samples import samples
from agreements.layouts.tags import tags

PICTURES = ("signatures[].image", "check_code")
KINDS = ("minutes", "contract")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_paper_has_a_tag_with_a_meaning(kind: str) -> None:
    text = samples(kind)[0]
    named = {tag.path for tag in tags(text)}
    assert {field.name for field in fields(text)} <= named
    assert {"sections", "annexes", "explanation", "proofs", "hands"} <= named
    assert all(tag.meaning for tag in tags(text))


def test_no_meaning_is_left_over() -> None:
    used = {tag.family for kind in KINDS for tag in tags(samples(kind)[0])}
    assert used == set(MEANINGS)


def test_every_filter_is_explained_and_there_is_no_other() -> None:
    assert set(FILTERS) == set(Closed().filters)


def test_a_tag_has_a_sample_unless_it_is_looped_over() -> None:
    for kind in KINDS:
        for tag in tags(samples(kind)[0]):
            assert tag.sample or tag.is_list or tag.path in PICTURES, tag.path

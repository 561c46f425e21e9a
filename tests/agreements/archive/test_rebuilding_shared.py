"""The index is written anew by several, one after the other or at once, and by other code."""

from collections.abc import Mapping, Sequence

import pytest

from agreements.archive import rebuilding
from agreements.archive.index_models import Rebuild
from agreements.archive.indexing import Entry
from agreements.archive.models import Card
from agreements.archive.rebuilding import Superseded, reindex
from agreements.similar.actions import Firsts, FoundBy
from negotiate.people.models import Enterprise
from tests.agreements.archive.eleven import PAPERS, firm, keys, paper, rebuild
from tests.agreements.archive.whole import faults, rows_of_each

__all__ = ["firm"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", 2)


def test_two_at_once_share_the_work(firm: Enterprise) -> None:
    """Another one begins in the midst of it, and comes to the end of it."""

    def second(batch: int) -> None:
        if batch == 2:
            assert reindex() == PAPERS
            assert faults() == []

    assert rebuild(second) == 2
    assert faults() == []


def test_another_one_that_has_done_a_batch_meanwhile_is_followed(
    firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has written what this one was about to write."""
    write, batches = rebuilding._write, list[bool]()

    def late(
        now: Rebuild, entries: Sequence[Entry], alike: Mapping[int, FoundBy], firsts: Firsts
    ) -> bool:
        if len(batches) < 3:
            batches.append(write(Rebuild.objects.get(), entries, alike, firsts))
        return write(now, entries, alike, firsts)

    monkeypatch.setattr(rebuilding, "_write", late)
    assert reindex() == PAPERS
    assert batches == [True] * 3
    assert faults() == []


def test_one_that_stopped_is_gone_on_with(firm: Enterprise) -> None:
    def stop(batch: int) -> None:
        if batch == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(stop)
    assert Rebuild.objects.get().last_key == Card.objects.order_by("key")[3].key
    paper(firm, "停下以后签的", 1)
    paper(firm, "停下以后签的", 11)
    assert rebuild(lambda batch: None) == 4  # of the eight that are left
    assert len(keys(firm, "停下以后签的")) == 2
    assert faults() == []


def test_what_other_code_has_begun_is_begun_anew(
    firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(batch: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as before:
        before.setattr(rebuilding, "edition", lambda: "another")
        with pytest.raises(KeyboardInterrupt):
            rebuild(stop)
    assert rebuild(lambda batch: None) == 6
    assert faults() == []


def test_what_other_code_begins_anew_is_left_to_it(firm: Enterprise) -> None:
    def upgrade(batch: int) -> None:
        if batch == 2:
            Rebuild.objects.update(edition="another")

    with pytest.raises(Superseded):
        rebuild(upgrade)
    assert rows_of_each()

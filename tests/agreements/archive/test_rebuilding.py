"""The index is written anew while it is searched and written to."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest

from agreements.archive import codes, rebuilding, remembered
from agreements.archive.actions import Agreed
from agreements.archive.index import Row, index
from agreements.archive.index.base import Index
from agreements.archive.index_models import Rebuild
from agreements.archive.indexing import Entry, entry_of
from agreements.archive.models import Card
from agreements.archive.old_cards import OfOld, add_old, divide
from agreements.archive.rebuilding import reindex
from agreements.old.models import Import, OldPaper
from agreements.similar.actions import Firsts, FoundBy
from negotiate.people.models import Enterprise
from negotiate.record.actions import open_book
from tests.agreements.archive.eleven import FIRST, PAPERS, firm, keys, paper, rebuild
from tests.agreements.archive.shelf import enterprise
from tests.agreements.archive.whole import faults

__all__ = ["firm"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", 2)


def test_what_is_found_stays_the_same_before_while_and_after_it_is_rebuilt(
    firm: Enterprise,
) -> None:
    queries = ["", "奖", "奖金", "第7号", "第3号", "午餐每份", "无", "奖金 -第7号", "srjy"]
    before = [keys(firm, query) for query in queries]
    assert [len(found) for found in before] == [11, 11, 11, 1, 1, 11, 0, 10, 11]

    def same(batch: int) -> None:
        assert [keys(firm, query) for query in queries] == before

    assert rebuild(same) == 6
    same(0)
    assert faults() == []


def test_a_paper_that_is_signed_while_it_is_rebuilt_is_found_at_once_and_afterwards(
    firm: Enterprise,
) -> None:
    """At each point of it: one before all others, one among those that are done, one just behind
    the last of these, and one behind all."""
    made: dict[str, int] = {}

    def sign(batch: int) -> None:
        for day in (-batch, 1, 4 * batch - 1, 100 + batch):
            if batch < 6:
                text = f"新签{batch}在{day}天"
                made[text] = paper(firm, text, day).key
                assert keys(firm, text) == [made[text]]

    assert rebuild(sign) > 6
    assert len(made) == 20
    assert {text: keys(firm, text) for text in made} == {text: [key] for text, key in made.items()}
    assert faults() == []


def test_an_old_file_that_is_divided_while_it_is_rebuilt_is_found_by_its_clauses_alone(
    firm: Enterprise,
) -> None:
    """Each before its turn, and each after it; also twice."""
    olds = [old_file(firm, f"旧文第{number}号送餐", 2 * number) for number in range(10)]

    def settle(batch: int) -> None:
        for number in (batch, 9 - batch):
            if 0 <= number < 10:
                term = Agreed("text", "条款", f"第{batch}次改为带徒", {"body": "带徒"})
                divide(olds[number], [term])
                assert olds[number].key in keys(firm, f"第{batch}次改为带徒")
                assert olds[number].key not in keys(firm, "送餐")

    rebuild(settle)
    assert keys(firm, "送餐") == []
    assert len(keys(firm, "次改为带徒")) == 10
    assert faults() == []


def test_what_is_signed_and_divided_after_a_batch_was_made_and_before_it_is_written_is_in_it(
    firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, batches = rebuilding._write, list[int]()

    def late(
        now: Rebuild, entries: Sequence[Entry], alike: Mapping[int, FoundBy], firsts: Firsts
    ) -> bool:
        batches.append(now.last_key)
        if len(batches) in (2, 4):
            last = Card.objects.get(pk=entries[-1].row.key)
            divide(last, [Agreed("text", "条款", "改为带徒", {"body": "带徒"})])
        if len(batches) in (3, 4):
            day = Card.objects.get(pk=entries[-1].row.key).signed_on - FIRST.date()
            paper(firm, "赶在中间", day.days)
        return write(now, entries, alike, firsts)

    monkeypatch.setattr(rebuilding, "_write", late)
    reindex()
    assert len(batches) > len(set(batches))
    assert (len(keys(firm, "改为带徒")), len(keys(firm, "赶在中间"))) == (2, 2)
    assert faults() == []


def test_what_is_signed_while_the_new_table_is_completed_is_in_it(
    firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = type(index())
    complete = backend.complete

    def slowly(table: Index) -> None:
        complete(table)
        if not keys(firm, "最后签的"):
            paper(firm, "最后签的", 1)
            paper(firm, "最后签的", 1000)

    monkeypatch.setattr(backend, "complete", slowly)
    reindex()
    assert len(keys(firm, "最后签的")) == 2
    assert faults() == []


def old_file(firm: Enterprise, text: str, day: int) -> Card:
    listed = Import.objects.first() or Import.objects.create(
        federation=firm.federation, name="名单.zip", sha256="0" * 64, total=10, at=FIRST,
        book=open_book(),
    )  # fmt: skip
    old = OldPaper.objects.create(
        enterprise=firm, added_by=listed, kind="minutes", name=f"{text}.docx", media_type="x/x",
        content=text.encode(), sha256=f"{day:064}", text=text, has_text=True, is_cut=False,
    )  # fmt: skip
    signed_on = (FIRST + timedelta(days=day)).date()
    return add_old(old, OfOld("旧文件", "", signed_on, "award", None, ["王桂芳"]))


def test_what_the_index_had_wrong_is_right_afterwards(firm: Enterprise) -> None:
    card = Card.objects.order_by("key")[3]
    index().replace(Row(card.key, codes.codes({"错"})), entry_of(card).row.codes)
    card.searched.text = "错"
    card.searched.save()
    assert len(faults()) > 2
    assert len(keys(firm, "奖金")) == PAPERS - 1
    reindex()
    assert faults() == []
    assert len(keys(firm, "奖金")) == PAPERS


def test_what_a_process_remembers_it_forgets_with_the_old_table(
    firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "MANY", 1)
    card = Card.objects.order_by("key")[3]
    index().replace(Row(card.key, codes.codes({"错"})), entry_of(card).row.codes)
    assert len(keys(firm, "奖金")) == PAPERS - 1
    reindex()
    assert len(keys(firm, "奖金")) == PAPERS


def test_an_archive_without_agreements_is_rebuilt_too() -> None:
    assert reindex() == 0
    assert faults() == []
    firm = enterprise("神瑞胶业")
    paper(firm, "奖金", 0)
    assert len(keys(firm, "奖金")) == 1

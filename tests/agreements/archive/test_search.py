"""Search against brute force: exactly the papers in which the words stand, newest first."""

import random
import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from agreements.archive import actions, grams
from agreements.archive.search import BOUND, PAGE, PAGES, Wish, search
from agreements.papers.models import Paper
from negotiate.people.models import Enterprise
from tests.agreements.archive.shelf import enterprise, signed

pytestmark = pytest.mark.django_db
LETTERS = "职工奖金带徒餐费㐀𠀀"
PIECES = [
    *LETTERS,
    *LETTERS,
    *LETTERS,
    "A4",
    "b",
    "ＩＳＯ",
    "500",
    "1500",
    "，",
    " ",
    "\t",
    "\n",
    "%",
    "'",
]


def some_text(source: random.Random, length: int) -> str:
    return "".join(source.choices(PIECES, k=length))


def plain(paper: Paper) -> str:
    """All that is searched in, told apart from the code under test."""
    clauses = [f"{clause.heading}\n{clause.text}" for clause in paper.clauses.all()]
    text = "\n".join([paper.title, paper.number, *clauses])
    return unicodedata.normalize("NFKC", text).lower()


def stands(word: str, text: str) -> bool:
    """`in`, except that letters and figures count only as a whole."""
    before = r"(?<![0-9a-z])" if re.match(r"[0-9a-z]", word) else ""
    after = r"(?![0-9a-z])" if re.search(r"[0-9a-z]\Z", word) else ""
    return re.search(before + re.escape(word) + after, text) is not None


def day_of(paper: Paper) -> date:
    """The day of completion where the office is, eight hours ahead."""
    assert paper.completed_at is not None
    return (paper.completed_at + timedelta(hours=8)).date()


def every_page(wish: Wish) -> list[Paper]:
    papers: list[Paper] = []
    for page in range(1, PAGES + 1):
        found = search(wish, page)
        papers += found.papers
        if not found.more:
            assert not found.exact or found.total == len(papers)
            break
    return papers


@pytest.fixture
def firms() -> list[Enterprise]:
    return [enterprise(f"企业{number}") for number in range(3)]


@pytest.fixture
def shelf(firms: list[Enterprise]) -> list[Paper]:
    """Many papers of three enterprises in the order of the archive: the newest day first, and
    within a day the last archived first."""
    source = random.Random(20260301)  # noqa: S311
    began = datetime(2026, 3, 1, tzinfo=UTC)
    papers = []
    for _ in range(240):
        clauses = [some_text(source, source.randint(1, 30)) for _ in range(source.randint(1, 3))]
        at = began + timedelta(hours=source.randint(0, 200))
        title, kind = some_text(source, 5), source.choice(["award", "catering"])
        papers.append(signed(source.choice(firms), *clauses, title=title, kind=kind, at=at))
    return sorted(papers, key=lambda p: (day_of(p), p.pk), reverse=True)


def compare(shelf: list[Paper], reach: list[Enterprise], queries: Iterable[str]) -> None:
    keys = tuple(firm.pk for firm in reach)
    texts = {paper.pk: plain(paper) for paper in shelf if paper.enterprise_id in keys}
    hits = 0
    for query in queries:
        words = unicodedata.normalize("NFKC", query).lower().split()
        wanted = [pk for pk, text in texts.items() if all(stands(w, text) for w in words)]
        found = [paper.pk for paper in every_page(Wish(keys, grams.words(query)))]
        assert found == wanted, query
        hits += len(found)
    assert hits


def test_one_character_finds_exactly_what_holds_it(
    shelf: list[Paper], firms: list[Enterprise]
) -> None:
    compare(shelf, firms, [*LETTERS, "无"])


def test_two_characters_find_exactly_what_holds_them(
    shelf: list[Paper], firms: list[Enterprise]
) -> None:
    compare(shelf, firms[:2], ("".join(pair) for pair in product(LETTERS, repeat=2)))


def test_many_characters_find_exactly_what_holds_them(
    shelf: list[Paper], firms: list[Enterprise]
) -> None:
    source = random.Random(3)  # noqa: S311
    drawn = ["".join(source.choices(LETTERS, k=source.randint(3, 4))) for _ in range(80)]
    texts = [re.sub(r"\s", "", paper.clauses.all()[0].text) for paper in shelf[:60]]
    taken = [text[: source.randint(3, 9)] for text in texts]
    compare(shelf, firms, [query for query in drawn + taken if grams.words(query)])


def test_letters_and_figures_are_found_as_a_whole(
    shelf: list[Paper], firms: list[Enterprise]
) -> None:
    compare(
        shelf, firms, ["a4", "Ａ４", "b", "iso", "500", "1500", "15", "500，", "奖500", "iso工"]
    )


def test_several_words_must_all_stand_in_the_paper(
    shelf: list[Paper], firms: list[Enterprise]
) -> None:
    source = random.Random(5)  # noqa: S311
    words = [*LETTERS, "奖金", "带徒", "餐费职", "500", "a4"]
    compare(shelf, firms[1:], (" ".join(source.sample(words, k=3)) for _ in range(60)))


def test_nothing_asked_gives_everything_in_reach(
    shelf: list[Paper], firms: list[Enterprise]
) -> None:
    compare(shelf, firms, [""])
    compare(shelf, firms[:1], [""])
    assert search(Wish(())).total == 0


def test_signs_of_query_languages_mean_nothing(shelf: list[Paper], firms: list[Enterprise]) -> None:
    signs = ['"', "'", "*", "^", ":", "(", ")", "-", "{", "\\", "%", "_", ";", "--", "' OR 1=1 --"]
    keys = tuple(firm.pk for firm in firms)
    everything = search(Wish(keys, grams.words("奖"))).total
    for sign in signs[:-1]:
        assert search(Wish(keys, grams.words(f"奖 {sign}"))).total == everything
        assert search(Wish(keys, grams.words(f"{sign}奖{sign}金"))).total <= everything
    assert search(Wish(keys, grams.words(signs[-1]))).total == 0


@pytest.mark.parametrize("words", ["AND OR NOT", "NEAR", "codes : 奖", "rowid"])
def test_words_of_query_languages_are_words(words: str, firms: list[Enterprise]) -> None:
    signed(firms[0], "奖金")
    paper = signed(firms[0], f"{words}。奖金")
    found = search(Wish((firms[0].pk,), grams.words(words)))
    assert [one.pk for one in found.papers] == [paper.pk]


def test_filters_narrow_what_is_found(shelf: list[Paper], firms: list[Enterprise]) -> None:
    keys = (firms[0].pk,)
    since, until = date(2026, 3, 3), date(2026, 3, 5)
    wish = Wish(keys, ("奖",), kind="catering", since=since, until=until)
    wanted = [
        paper.pk
        for paper in shelf
        if paper.enterprise_id in keys
        and paper.matter_kind == "catering"
        and since <= day_of(paper) <= until
        and "奖" in plain(paper)
    ]
    assert wanted
    assert [paper.pk for paper in every_page(wish)] == wanted


def test_the_first_and_the_last_day_of_the_calendar_are_days(firms: list[Enterprise]) -> None:
    signed(firms[0], "奖金")
    everything = Wish((firms[0].pk,), since=date.min, until=date.max)
    assert search(everything).total == 1
    assert search(Wish((firms[0].pk,), until=date.min)).total == 0
    assert search(Wish((firms[0].pk,), since=date.max)).total == 0


def test_a_day_ends_at_midnight_where_the_office_is(firms: list[Enterprise]) -> None:
    at = datetime(2026, 3, 1, 15, 59, 59, 999999, tzinfo=UTC)  # 23:59:59 in Nanjing
    signed(firms[0], "奖金", at=at)
    day = date(2026, 3, 1)
    assert search(Wish((firms[0].pk,), since=day, until=day)).total == 1
    assert search(Wish((firms[0].pk,), since=day + timedelta(days=1))).total == 0


def test_after_reindexing_papers_of_a_day_stand_by_time(
    shelf: list[Paper], firms: list[Enterprise]
) -> None:
    actions.reindex()
    found = every_page(Wish(tuple(firm.pk for firm in firms)))
    in_order = sorted(shelf, key=lambda p: (p.completed_at, p.pk), reverse=True)
    assert [paper.pk for paper in found] == [paper.pk for paper in in_order]


def test_only_the_title_is_searched_when_that_is_asked(firms: list[Enterprise]) -> None:
    signed(firms[0], "师带徒报酬", title="食堂用餐会议纪要")
    paper = signed(firms[0], "每月200元", title="师带徒报酬会议纪要")
    for query in ("徒", "带徒", "师带徒", "纪要 师带徒"):
        found = search(Wish((firms[0].pk,), grams.words(query), in_title=True))
        assert [one.pk for one in found.papers] == [paper.pk], query


def test_a_paper_is_found_by_its_number(firms: list[Enterprise]) -> None:
    paper, _ = signed(firms[0], "奖金"), signed(firms[0], "奖金")
    found = search(Wish((firms[0].pk,), grams.words(paper.number)))
    assert [one.pk for one in found.papers] == [paper.pk]


def test_thousands_of_enterprises_are_one_reach(firms: list[Enterprise]) -> None:
    paper = signed(firms[0], "奖金")
    reach = (*range(10**6, 10**6 + 5000), firms[0].pk)
    assert [one.pk for one in search(Wish(reach, ("奖",))).papers] == [paper.pk]


def test_a_large_total_is_told_as_an_estimate_and_no_false_hit_is_shown(
    firms: list[Enterprise],
) -> None:
    for number in range(BOUND + 120):
        signed(firms[0], "带徒费" if number % 2 else "带徒，徒费")
    wish = Wish((firms[0].pk,), ("带徒费",))
    found = search(wish)
    assert not found.exact
    assert found.total == (BOUND + 120) // 2
    papers = every_page(wish)
    assert len(papers) == (BOUND + 120) // 2
    assert all("带徒费" in plain(paper) for paper in papers)
    assert len(found.papers) == PAGE

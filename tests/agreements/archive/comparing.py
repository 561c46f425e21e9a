"""A search held against the reference."""

from agreements.archive import asked
from agreements.archive.asked import Where
from agreements.archive.ranges import Range
from agreements.archive.reader import Reader
from agreements.archive.search import PAGE, Wish, search
from tests.agreements.archive import reference
from tests.agreements.archive.reference import Asking, Kept, Within


def compare(
    shelf: list[Kept], reach: set[int], query: str, asking: Asking, page: int = 0, own: int = 0
) -> int:
    """Hold one page, the total and every count against the reference; give the total."""
    wish = Wish(
        asked=asked.read(query),
        where=Where.TITLE if asking.in_title else Where("minutes" if asking.in_minutes else ""),
        chosen=asking.chosen or {},
        figures=tuple(_range(each) for each in asking.figures),
        since=asking.since,
        until=asking.until,
        newest=not asking.title_first,
    )
    hits = reference.found(shelf, reach, asking, own)
    wanted = reference.narrowed(hits, asking)
    page = page % (len(wanted) // PAGE + 1) + 1
    found = search(Reader(frozenset(reach), own), wish, page)
    keys = [kept.key for kept in wanted[(page - 1) * PAGE : page * PAGE]]
    assert found.keys == keys, (query, asking)
    if found.exact:
        assert found.total == len(wanted), (query, asking)
    counts = reference.counts(hits, asking)
    for name, values in found.counts.items():
        assert values.exact or name in wish.chosen or not found.exact, (query, asking)
        if values.exact:
            assert dict(values) == counts.get(name, {}), (query, asking)
    return found.total * found.exact


def _range(each: Within) -> Range:
    return Range(each.measure or "", each.unit or "", each.about or "", each.least, each.most)


def split(query: str) -> Asking:
    """What a query without quotation marks asks for."""
    words = reference.plain(query).split()
    telling = [word for word in words if any(map(str.isalnum, word))]
    without = [word[1:] for word in telling if word[0] == "-"]
    return Asking([word for word in telling if word[0] != "-"], without)

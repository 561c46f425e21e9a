"""No page of the ordinary procedure keeps anybody out, at any of its stages."""

from tests.e2e.browser import PHONE, Pages, barriers
from tests.e2e.long_walk import LongWalk
from tests.e2e.measure import obstacles
from tests.server import Server


def test_no_page_of_a_negotiation_keeps_anybody_out(server: Server, pages: Pages) -> None:
    found = []
    for view in LongWalk(server, pages).views():
        if view.is_english and not view.is_phone:
            continue  # a desk's English page has the same bones as its Chinese one
        trouble = barriers(view.page)
        if view.is_phone:
            trouble += obstacles(view.page, wide=PHONE["width"])
        found += [f"{view.name}: {each}" for each in trouble]
    assert not found, "\n".join(found)

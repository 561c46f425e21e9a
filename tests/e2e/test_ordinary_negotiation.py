"""The whole ordinary procedure in real browsers, by its own pages only: the union chair in the
office, everybody else on a phone; once for one enterprise, once for a sector of twenty."""

from tests.e2e import congress_votes, contract_days, long_talks, opening_talks
from tests.e2e.browser import Pages
from tests.e2e.papers import words
from tests.e2e.table import Table
from tests.server import Server


def test_a_contract_on_wages_from_the_matter_to_its_publication(
    server: Server, pages: Pages
) -> None:
    table = Table(server, pages, "wages")
    opening_talks.raise_and_book(table)
    opening_talks.offer_and_reply(table)
    opening_talks.compose(table)
    negotiate(table)
    contract_days.publish(table)
    contract = words(table.chair.fetch("下载 Word 文件"))
    assert "2,800" in contract


def test_a_sector_settles_its_least_wages_for_twenty_enterprises(
    server: Server, pages: Pages
) -> None:
    table = Table(server, pages, "sector")
    assert len(table.story.bound) == 20
    assert sum(one.head_count for one in table.story.bound) == 5000
    opening_talks.raise_and_book(table)
    opening_talks.offer_and_reply(table)
    opening_talks.compose(table)
    negotiate(table)
    contract = words(table.chair.fetch("下载 Word 文件"))
    assert contract.count("+160") == 9
    assert all(one.name in contract for one in table.story.bound)


def negotiate(table: Table) -> None:
    """From the door of the session to the contract's first day."""
    long_talks.begin(table)
    long_talks.propose_and_counter(table)
    long_talks.take_a_break(table)
    long_talks.agree(table)
    long_talks.draw_up(table)
    congress_votes.ratify(table)
    contract_days.sign(table)
    contract_days.file(table)
    contract_days.take_effect(table)

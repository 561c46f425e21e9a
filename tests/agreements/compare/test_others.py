"""While a term is drafted: what others agreed, and one tap to begin with it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.archive import actions
from agreements.archive.models import Card, Clause
from negotiate.law import terms
from negotiate.law.words import Side
from negotiate.people.models import Enterprise, Seat
from negotiate.rooms.models import Version
from tests.agreements.archive.shelf import agreed, enterprise
from tests.agreements.compare.floors import counted, published
from tests.negotiate.meeting import Meeting
from tests.visitor import Visitor, seated

W, E = Side.WORKER, Side.EMPLOYER


class Table(Meeting):
    """The award meeting, in session, with nothing on the table; each seat keeps its phone."""

    def __init__(self) -> None:
        super().__init__("award")
        self.open()
        self.phones: dict[int, Visitor] = {}

    def page(self, seat: Seat, query: str = "") -> Any:
        if seat.pk not in self.phones:
            self.phones[seat.pk] = seated(seat)
        return self.phones[seat.pk].get(f"/s/{seat.pk}/terms/{self.term.pk}/propose/{query}")

    def names(self, seat: Seat | None = None) -> list[str]:
        shown = self.page(seat or self.chief(W)).context["examples"]
        return [example.of for example in shown]


@pytest.fixture
def meeting(db: None) -> Table:
    return Table()


def award(of: Enterprise, amount: int, day: int = 1, matter: str = "award") -> Card:
    rows = [
        {"rank": "一等奖", "criterion": f"{of.name}的新产品", "amount": f"{amount}"},
        {"rank": "二等奖", "criterion": "新工艺", "amount": "500"},
    ]
    value = terms.parse("tier_table", {"rows": rows})
    text = terms.word("tier_table", "奖励", value).text
    term = actions.Agreed("tier_table", "奖励", text, value)
    at = datetime(2026, 4, day, 1, tzinfo=UTC)
    return agreed(of, [term], kind=matter, at=at)


def test_what_is_published_is_shown_in_short(meeting: Table) -> None:
    card = published(award(enterprise("方舟环保"), 31234))
    text = meeting.page(meeting.chief(W)).content.decode()
    assert "别家怎么定的：1 例" in text
    assert "一等奖 31234 元" in text
    assert f"?from={card.clauses.get().pk}" in text
    assert text.count("方舟环保") == 1  # and not the whole table


def test_the_same_industry_comes_first_then_the_newest(meeting: Table) -> None:
    own = meeting.room.enterprise
    own.industry = "34"
    own.save()
    near, other = enterprise("近行"), enterprise("他行")
    near.industry, other.industry = "34", "36"
    near.save()
    other.save()
    for day, firm in enumerate((near, other, enterprise("无行")), 1):
        published(award(firm, 30000, day))
    assert meeting.names() == ["近行", "无行", "他行"]


def test_of_each_enterprise_only_the_newest_is_shown_and_of_few_enterprises(
    meeting: Table,
) -> None:
    firm = enterprise("方舟环保")
    published(award(firm, 11111, 1))
    published(award(firm, 22222, 2))
    text = meeting.page(meeting.chief(W)).content.decode()
    assert "22222" in text
    assert "11111" not in text
    for n in range(9):
        published(award(enterprise(f"{n}厂"), 30000, 3))
    assert len(meeting.names()) == 6


def test_another_kind_of_matter_is_no_example(meeting: Table) -> None:
    published(award(enterprise("方舟环保"), 30000, matter="other"))
    text = meeting.page(meeting.chief(W)).content.decode()
    assert "别家怎么定的" not in text


def test_one_tap_fills_the_form_and_proposes_nothing(meeting: Table) -> None:
    card = published(award(enterprise("方舟环保"), 31234))
    text = meeting.page(meeting.chief(W), f"?from={card.clauses.get().pk}").content.decode()
    assert 'name="rows-0-amount" value="31234.00"' in text
    assert 'value="方舟环保的新产品"' in text or ">方舟环保的新产品<" in text
    assert not Version.objects.exists()


def test_a_counter_may_begin_with_it_too(meeting: Table) -> None:
    card = published(award(enterprise("方舟环保"), 31234))
    meeting.propose(30000, 500)
    text = meeting.page(meeting.chief(E), f"?from={card.clauses.get().pk}").content.decode()
    assert 'name="rows-0-amount" value="31234.00"' in text
    assert 'name="answers" value="1"' in text
    assert 'name="rows-1-criterion" value="新工艺"' in text or ">新工艺<" in text


@pytest.mark.parametrize("seat", [W, E])
def test_both_sides_see_what_is_published_and_their_own_and_nothing_else(
    seat: Side, meeting: Table
) -> None:
    own = meeting.room.enterprise
    under = own.federation.name
    shown = {
        published(award(enterprise("公厂"), 30001)): True,
        award(own, 30002): True,
        award(enterprise("邻厂", under=under), 30003): False,
        counted(published(award(enterprise("小厂"), 30004)), 4): False,
    }
    assert set(meeting.names(meeting.chief(seat))) == {"公厂", own.name}
    for card, is_shown in shown.items():
        query = f"?from={card.clauses.get().pk}"
        text = meeting.page(meeting.chief(seat), query).content.decode()
        amount = card.figures.get(about="一等奖").amount
        assert (f'value="{amount:.2f}"' in text) == is_shown
        assert (f"{amount:.0f}" in text) == is_shown


@pytest.mark.parametrize("key", ["", "0", "x", "9" * 40, "-1", "1 OR 1"])
def test_an_unknown_example_leaves_the_form_as_it_was(key: str, meeting: Table) -> None:
    published(award(enterprise("方舟环保"), 31234))
    answer = meeting.page(meeting.chief(W), f"?from={key}")
    assert answer.status_code == 200
    assert 'value="31234.00"' not in answer.content.decode()


def test_who_may_not_propose_is_shown_no_examples(meeting: Table) -> None:
    published(award(enterprise("方舟环保"), 31234))
    assert meeting.names(meeting.chair) == []


def test_what_is_taken_back_from_the_public_is_no_example(meeting: Table) -> None:
    card = published(award(enterprise("方舟环保"), 31234))
    actions.change(card, published_on=None)
    assert meeting.names() == []
    actions.change(card, published_on=date(2026, 7, 1))
    assert meeting.names() == ["方舟环保"]


def test_a_proposal_that_is_made_reads_no_examples_and_a_refused_one_does(meeting: Table) -> None:
    published(award(enterprise("方舟环保"), 31234))
    chief = meeting.chief(W)
    meeting.page(chief)
    address = f"/s/{chief.pk}/terms/{meeting.term.pk}/propose/"
    sheet = {
        "rows-0-rank": "一等奖", "rows-0-criterion": "新产品", "rows-0-amount": "三万",
        "rows-1-rank": "二等奖", "rows-1-criterion": "新工艺", "rows-1-amount": "500",
    }  # fmt: skip
    refused = meeting.phones[chief.pk].post(address, sheet)
    assert refused.status_code == 422
    assert [one.of for one in refused.context["examples"]] == ["方舟环保"]
    with CaptureQueriesContext(connection) as asked:
        made = meeting.phones[chief.pk].post(address, sheet | {"rows-0-amount": "30000"})
    assert made.status_code == 302
    assert not [one for one in asked.captured_queries if Clause._meta.db_table in one["sql"]]

"""The comparison: summed up, as a histogram, over the years, enterprise by enterprise."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from negotiate.people.models import Enterprise
from tests.agreements.archive.shelf import chair, enterprise, officer
from tests.agreements.compare.floors import floors

pytestmark = pytest.mark.django_db


@pytest.fixture
def firms() -> tuple[Enterprise, Enterprise]:
    return enterprise("方舟环保"), enterprise("神瑞胶业")


@pytest.fixture
def client(firms: tuple[Enterprise, Enterprise]) -> Client:
    """Give an officer of the federation over both."""
    client = Client()
    client.force_login(officer(firms[0].federation))
    return client


def test_figures_are_summed_up(client: Client, firms: tuple[Enterprise, Enterprise]) -> None:
    floors(firms[0], 2025, {"焊工": "3000", "普工": "2600"})
    floors(firms[1], 2026, {"焊工": "3500"})
    shown = client.get(reverse("compare")).context
    spread = shown["spread"]
    assert (spread.agreements, spread.enterprises, spread.figures) == (2, 2, 3)
    assert (spread.lowest, spread.middle, spread.highest) == (2600, 3000, 3500)
    assert shown["chosen"].measure == "post_floor_table.amount"
    assert shown["measures"][0][2] == 2


def test_the_middle_of_two_lies_between_them(
    client: Client, firms: tuple[Enterprise, Enterprise]
) -> None:
    floors(firms[0], 2026, {"焊工": "3000.01", "普工": "3000.00"})
    spread = client.get(reverse("compare")).context["spread"]
    assert spread.middle == Decimal("3000.005")


def test_the_table_has_a_row_for_each_post_with_its_years(
    client: Client, firms: tuple[Enterprise, Enterprise]
) -> None:
    floors(firms[0], 2024, {"焊工": "3000"})
    old = floors(firms[1], 2025, {"焊工": "3100"})
    new = floors(firms[0], 2026, {"焊工": "3200", "普工": "2600"})
    table = client.get(reverse("compare")).context["table"]
    assert [(row.newest.pk, row.about) for row in table.rows][-1] == (old.pk, "焊工")
    assert {row.about for row in table.rows[:2]} == {"焊工", "普工"}
    assert table.rows[0].newest.pk == new.pk
    welder = next(row for row in table.rows[:2] if row.about == "焊工")
    cells = [cell.newest.amount if cell.newest else None for cell in welder.cells]
    assert cells == [3000, None, 3200]
    assert table.years == [2024, 2025, 2026]


def test_a_year_with_several_figures_shows_the_newest_and_says_so(
    client: Client, firms: tuple[Enterprise, Enterprise]
) -> None:
    floors(firms[0], 2026, {"焊工": "3000"})
    floors(firms[0], 2026, {"焊工": "3300"})
    answer = client.get(reverse("compare"))
    (cell,) = answer.context["table"].rows[0].cells
    assert cell.newest.amount == 3300
    assert "另 1 次" in answer.content.decode()


def test_years_before_the_columns_are_not_lost(
    client: Client, firms: tuple[Enterprise, Enterprise]
) -> None:
    for year in range(2020, 2027):
        floors(firms[0], year, {"焊工": str(year)})
    (row,) = client.get(reverse("compare")).context["table"].rows
    assert [each.year for each in row.earlier] == [2020, 2021, 2022]


def test_few_rows_are_lines_and_many_are_summed_up(
    client: Client, firms: tuple[Enterprise, Enterprise]
) -> None:
    for year in (2025, 2026):
        floors(firms[0], year, {"焊工": f"{year}", "普工": f"{year - 100}"})
    chart = client.get(reverse("compare")).context["chart"]
    drawn = {line.label: [(dot.year, dot.amount) for dot in line.dots] for line in chart.lines}
    assert drawn == {
        "方舟环保 焊工": [(2025, 2025), (2026, 2026)],
        "方舟环保 普工": [(2025, 1925), (2026, 1926)],
    }
    floors(firms[1], 2026, dict.fromkeys(("车工", "钳工", "电工"), "2500"))
    chart = client.get(reverse("compare")).context["chart"]
    assert [line.label for line in chart.lines] == ["最高", "中间", "最低"]


def test_one_year_has_no_chart_and_equal_figures_no_histogram(
    client: Client, firms: tuple[Enterprise, Enterprise]
) -> None:
    for firm in firms:
        floors(firm, 2026, {"焊工": "3000"})
    shown = client.get(reverse("compare")).context
    assert shown["chart"] is None
    assert shown["bars"] == []


def test_each_bar_leads_to_as_many_agreements_as_it_counts(
    client: Client, firms: tuple[Enterprise, Enterprise]
) -> None:
    for n in range(12):
        floors(firms[n % 2], 2026, {"焊工": f"{2500 + n * 97}.50", "普工": "2500"})
    bars = client.get(reverse("compare")).context["bars"]
    assert 2 <= len(bars) <= 10
    for bar, address in bars:
        assert bool(address) == bool(bar.agreements)
        if address:
            assert client.get(address).context["found"].total == bar.agreements
            assert bar.start <= bar.least <= bar.most < bar.end
    assert max(bar.width for bar, _ in bars) == 100


@pytest.mark.parametrize(
    ("asked", "amounts"),
    [
        ({"about": "焊工"}, [3000, 3500]),
        ({"about": "焊", "least": "3100"}, [3500]),
        ({"most": "3000"}, [2600, 3000]),
        ({"least": "2600", "most": "2600"}, [2600]),
        ({"q": "方舟"}, [2600, 3000]),
        ({"year": "2026"}, [3500]),
        ({"term": "tier_table"}, []),
        ({"measure": "tier_table.amount"}, []),
        ({"q": "≥3200元"}, [3500]),
    ],
)
def test_what_was_searched_for_is_what_is_compared(
    asked: dict[str, str],
    amounts: list[int],
    client: Client,
    firms: tuple[Enterprise, Enterprise],
) -> None:
    floors(firms[0], 2025, {"焊工": "3000", "普工": "2600"})
    floors(firms[1], 2026, {"焊工": "3500"})
    shown = client.get(reverse("compare"), asked).context
    assert sorted(int(one.amount) for row in shown["table"].rows for one in row.agreed) == amounts


def test_the_archive_leads_here_with_its_own_question(
    client: Client, firms: tuple[Enterprise, Enterprise]
) -> None:
    card = floors(firms[0], 2026, {"焊工": "3000"})
    asked = {"q": "方舟", "term": "post_floor_table", "page": "1"}
    text = client.get(reverse("archive"), asked).content.decode()
    assert f"{reverse('compare')}?q=%E6%96%B9%E8%88%9F&amp;term=post_floor_table" in text
    assert reverse("compare") not in client.get(reverse("archive")).content.decode()
    text = client.get(reverse("archive-paper", args=[card.pk])).content.decode()
    assert f"{reverse('compare')}?term=post_floor_table" in text


def test_a_long_table_comes_in_pages(client: Client, firms: tuple[Enterprise, Enterprise]) -> None:
    floors(firms[0], 2026, {f"岗位{chr(0x4E00 + n)}": str(2500 + n) for n in range(21)})
    first = client.get(reverse("compare"), {"page": "1"})
    assert len(first.context["table"].rows) == 20
    assert "page=2" in first.content.decode()
    assert len(client.get(reverse("compare"), {"page": "2"}).context["table"].rows) == 1
    assert client.get(reverse("compare"), {"page": "3"}).status_code == 404


def test_what_cannot_be_asked_compares_nothing(client: Client) -> None:
    answer = client.get(reverse("compare"), {"least": "2", "most": "1"})
    assert answer.status_code == 422
    assert client.get(reverse("compare-book"), {"least": "x"}).status_code == 404


def test_an_agreement_that_is_new_is_compared_at_once(
    client: Client, firms: tuple[Enterprise, Enterprise]
) -> None:
    floors(firms[0], 2026, {"焊工": "3000"})
    assert client.get(reverse("compare")).context["spread"].figures == 1
    floors(firms[0], 2025, {"焊工": "2900"})
    assert client.get(reverse("compare")).context["spread"].figures == 2


def test_nothing_to_compare_is_said_in_plain_words(firms: tuple[Enterprise, Enterprise]) -> None:
    client = Client()
    client.force_login(chair(firms[0]))
    assert "没有可以对比的数额" in client.get(reverse("compare")).content.decode()

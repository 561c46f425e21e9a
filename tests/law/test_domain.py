"""The table of domain.md §4, copied by hand from there: value by value, article by article."""

import pytest

from agreements.papers.numbering import chinese
from negotiate.law.profiles import Value, profile

# place: key value article. d days, w working days, m months; no article where the table has none.
TABLE = {
    "national": """
        balance equal 19 · representatives_min 3 19 · experts 1/3 23 · reply 20d 32
        materials_wages 5d · presiding in_turn 34 · record_signed_by chiefs
        suspension_grounds agreed 35 · attendance 2/3 36 · approval half_or_more 36
        secret important · filing 10d 42 · copies 3 42 · filing_wages 7d · effect 15d 54
        publication promptly · publication_wages 5d · renewal 3m 38 · renewal_wages 60d
        vacancy 15d 31 · term_years_min 1 38 · term_years_max 3 38
        coordination 30d · coordination_extension 15d
    """,
    "chongqing": """
        representatives_min 3 8 · representatives_max 15 8 · balance employer_not_more 8
        experts 1/3 11 · reply 20d 19 · materials 10d 20 · presiding in_turn 21
        record_signed_by chiefs 22 · suspension 30d 22 · suspension_longer yes 22
        attendance 2/3 26 · approval half_or_more 26 · filing 10d 28 · copies 3 28
        effect 15d · publication 10d 29
    """,
    "zhejiang": """
        representatives_min 3 10 · representatives_large_min 5 10 · balance equal 10
        experts 1/3 10 · reply 10w 7 · materials 7d 16 · presiding in_turn 16
        record_signed_by chiefs 16 · suspension_grounds worker_consents 17 · attendance 2/3 24
        approval more_than_half 24 · secret every · filing 10d 34 · copies 5 34 · effect 15d
        publication 5w 35
    """,
    "hangzhou": """
        representatives_min 3 16 · representatives_max 9 16 · representatives_large_min 5 16
        experts 1/3 17 · reply 10w 24 · presiding in_turn 26 · record_signed_by chiefs 26
        suspension 30d 27 · suspension_in_all yes 27 · talks 60d 29 · talks_from offer 29
        attendance 2/3 28 · approval more_than_half 28 · secret every · filing 10d 40 · effect 15d
        publication 5w 41
    """,
    "ningbo": """
        representatives_min 3 8 · representatives_max 10 8 · representatives_large_min 5 8
        experts 1/3 9 · reply 10w 14 · materials 7d 17 · presiding proposer_first 16
        record_signed_by chiefs 18 · suspension 60d 19 · suspension_in_all yes 19 · talks 30w 16
        talks_from first_session 16 · approval more_than_half · secret every · filing 10d 34
        effect 15d · publication 5w 35
    """,
    "beijing": """
        balance equal 7 · representatives_min 3 7 · representatives_max 10 7 · chief_insider yes
        reply 20d 32 · presiding in_turn 34 · record_signed_by chiefs 35 · suspension 60d 37
        attendance 2/3 38 · approval half_or_more 38 · filing 10d 39 · effect 15d
    """,
    "shanghai": """
        representatives_min 3 6 · balance employer_not_more 6 · reply 15d 15
        materials on_request · presiding jointly 18 · record_signed_by chiefs 18
        attendance 2/3 28 · approval half_or_more 22 · secret required 31 · filing 10d 23
        effect 15d
    """,
    "shandong": """
        balance equal 7 · representatives_min 3 7 · front_line_share 1/3 7 · experts 0/1 12
        reply 10d 21 · materials 10d 23 · presiding proposer_first 25
        record_signed_by representatives 26 · suspension_grounds force_majeure 28
        suspension_stops_clock yes 28 · talks 60d 28 · approval more_than_half 27 · filing 10d 29
        effect 15d · publication 7d 31
    """,
    "henan": """
        balance equal 12 · representatives_min 3 12 · experts 1/3 11 · reply 10w 21 · materials 5w
        presiding proposer_first 24 · record_signed_by attending 25
        suspension_grounds force_majeure 26 · talks 2m 26 · approval more_than_half
        secret important · filing 5w 28 · effect 15d · publication 5d 30 · renewal 2m
    """,
}
UNITS = {"d": "days", "w": "working_days", "m": "months"}


def said(value: Value) -> str:
    """As the table writes it."""
    if isinstance(value.value, bool):
        return "yes" if value.value else "no"
    if isinstance(value.value, tuple):
        return f"{value.value[0]}/{value.value[1]}"
    short = {unit: letter for letter, unit in UNITS.items()}
    return f"{value.value}{short.get(value.unit, '')}"


ROWS = [
    (place, *row.split())
    for place, table in TABLE.items()
    for line in table.strip().splitlines()
    for row in line.split("·")
]


@pytest.mark.parametrize("row", ROWS, ids=" ".join)
def test_a_place_says_what_the_table_says(row: tuple[str, ...]) -> None:
    place, key, value, *articles = row
    found = profile(place).values[key]
    assert said(found) == value
    for number in articles:
        assert found.article.endswith(f"》第{chinese(int(number))}条")


@pytest.mark.parametrize("place", TABLE)
def test_a_place_rules_on_nothing_that_the_table_does_not_have(place: str) -> None:
    """What it has beside its row of the table it has from the national rules, word for word; only
    from when talks are counted is said where the table is silent."""
    in_table = {row[1] for row in ROWS if row[0] == place} | {"talks_from"}
    national = profile("national").values
    for key, value in profile(place).values.items():
        assert key in in_table or value == national[key], key


def test_jiangsu_is_the_national_rules_unread_but_for_who_must_agree_and_who_presides() -> None:
    own = {"approval": "more_than_half", "simplified_presiding": "union_chair"}
    jiangsu, national = profile("jiangsu").values, profile("national").values
    assert {key: value.value for key, value in jiangsu.items()} == {
        **{key: value.value for key, value in national.items()},
        **own,
    }
    assert not any(value.verified for value in jiangsu.values())
    for key in jiangsu.keys() - own:
        assert jiangsu[key].article == national[key].article

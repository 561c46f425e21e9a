"""docs/signing.md prints the tables of tampering as the tests have them."""

from tests.agreements.verifying import cases, judged
from tests.documented import ROOT

PAGE = (ROOT / "docs" / "signing.md").read_text("utf-8")


def test_the_table_of_tampering_is_printed_as_it_is_tested() -> None:
    assert f"<!-- tampering -->\n{cases.table()}\n" in PAGE


def test_what_others_say_is_printed_as_it_is_tested() -> None:
    assert f"<!-- others -->\n{judged.table()}\n" in PAGE

"""docs/terms.md says what the kinds are."""

from pathlib import Path

from negotiate.law.terms.printed import as_markdown

PAGE = Path(__file__).parents[3] / "docs" / "terms.md"


def test_the_page_is_what_the_kinds_say() -> None:
    assert PAGE.read_text("utf-8") == as_markdown()

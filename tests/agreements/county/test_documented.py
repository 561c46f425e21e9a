"""The page on the format names every kind and every field: who adds one decides what leaves."""

from pathlib import Path

from agreements.county.kinds import FORMAT, KINDS, Kind
from agreements.county.values import is_account

PAGE = Path(__file__).parents[3] / "docs" / "county-format.md"


def table() -> str:
    """The kinds as the page lists them."""
    rows = [f"| `{kind.name}` | {_fields(kind)} | {_left_out(kind)} |" for kind in KINDS]
    return "\n".join(["| kind | fields | left out |", "|---|---|---|", *rows])


def _fields(kind: Kind) -> str:
    def said(name: str, is_name: bool) -> str:
        other = kind.references.get(name)
        return f"{name} → {other}" if other else f"{name} (a name)" if is_name else name

    return ", ".join(said(field.name, is_account(field)) for field in kind.fields)


def _left_out(kind: Kind) -> str:
    own = () if kind.key == "pk" else ("id",)
    return ", ".join((*own, *kind.left_out)) or "–"


def test_the_page_lists_every_kind_with_its_fields() -> None:
    page = PAGE.read_text("utf-8")
    assert table() in page
    assert FORMAT in page

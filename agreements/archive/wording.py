"""A clause's stored text as paragraphs and a table again."""

from negotiate.law.terms import Table, Wording


def worded(text: str) -> Wording:
    """Take apart what Wording.text put together: lines with tabs are the table, head first."""
    lines = text.split("\n")
    paragraphs = tuple(line for line in lines if "\t" not in line)
    rows = [tuple(line.split("\t")) for line in lines if "\t" in line]
    return Wording(paragraphs, Table(rows[0], tuple(rows[1:])) if rows else None)

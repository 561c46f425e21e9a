"""What the record, and from it the minutes, say of a version put on the table."""

from typing import Any

from negotiate.law import terms
from negotiate.rooms.models import Version


def noted(version: Version, comparison: terms.Comparison) -> dict[str, Any]:
    """Its value and text, and how it differs from the one it answers."""
    wording = version.wording()
    return {
        "version": version.number,
        "value": version.value,
        "digest": version.digest,
        "effect": comparison.effect,
        "words": list(wording.paragraphs),
        "rows": [list(row) for row in wording.table.rows] if wording.table else [],
        "changes": [told(change) for change in comparison.changes] if version.parent_id else [],
    }


def told(change: terms.Change) -> str:
    """A change as the minutes tell it: what, from what, to what, by how much."""
    share = f"（{change.percent}）" if change.percent else ""
    if not change.old:
        return f"增加{change.where}：{change.new}"
    if not change.new:
        return f"删去{change.where}：{change.old}"
    return f"{change.where}由{change.old}改为{change.new}{share}"

"""The files that docs/production.md prints, for tests that start exactly them."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "production.md"


def printed(name: str) -> str:
    """The file that the page prints under this name."""
    (found,) = re.findall(
        rf"^```\w+\n(# {re.escape(name)}\n.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S
    )
    return str(found)

"""The form of a page as its browser would send it."""

import re
from html import unescape

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?>')


def hidden_fields(page: str, form: str) -> dict[str, str]:
    """What the form of this id carries without being asked."""
    inside = page.split(f'id="{form}"')[1].split("</form>")[0]
    return {name: unescape(value) for name, value in HIDDEN.findall(inside)}

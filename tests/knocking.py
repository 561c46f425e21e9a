"""Looking through a door and pushing it."""

from typing import Any

from django.urls import reverse

from tests.visitor import Visitor
from tests.world import ANYTHING, addresses

ADDRESSES = dict(addresses())
SHUT = {404, 405}  # 405: the method is wrong whoever asks


def path_of(name: str, about: dict[str, Any]) -> str:
    return reverse(name, kwargs={part: about[part] for part in ADDRESSES[name]})


def form_for(path: str) -> dict[str, Any]:
    """What would be done if the door were open. A proposal takes no field too many."""
    if path.endswith("/propose/"):
        return {name: v for name, v in ANYTHING.items() if name.startswith(("rows", "answers"))}
    return ANYTHING | ({"kind": "text"} if path.endswith("/add/") else {})


def knock(visitor: Visitor, path: str) -> tuple[int, int]:
    """Look and push: the two statuses."""
    return visitor.get(path).status_code, visitor.post(path, form_for(path)).status_code

"""What phones and server say to each other, as far as the bench looks at it."""

import re
import secrets
from dataclasses import dataclass

import msgspec


class Said(msgspec.Struct):
    """What the bench looks at in a message; the rest is skipped."""

    t: str = ""
    v: int = 0
    n: int = 0
    poll: int = 0
    cast: int = 0
    roll: int = 0
    key: str = ""
    receipt: str = ""
    text: str = ""


# What an event of the bench leaves in the fragment (tests/load/events.py): a screen is right when
# it shows the event, whatever the version it says.
EVENT = re.compile(rb"@(\d+)@")
said = msgspec.json.Decoder(Said).decode


@dataclass(slots=True)
class Paper:
    """A vote, when it was due, when it was pressed, and what came of it when."""

    text: bytes
    key: str
    choice: str
    due: float = 0.0
    pressed: float = 0.0
    answered: float = 0.0
    receipt: str = ""
    refused: str = ""


def paper(poll: int, choice: str) -> Paper:
    """A vote as the page sends it, with a key of its own."""
    key = secrets.token_hex(16)
    text = f'{{"t":"vote","poll":{poll},"choice":"{choice}","key":"{key}"}}'
    return Paper(text.encode(), key, choice)

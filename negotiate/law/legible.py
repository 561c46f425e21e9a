"""Which typed signs everybody sees: only those may be stored, read aloud, printed and signed."""

import unicodedata
from typing import Final

# Controls, direction marks and zero-width signs, halves of characters, line separators.
UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# What comes along when a phone pastes: nobody sees it, so nobody could take it out.
PASTED: Final = {0x9: " ", 0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}


def tidied(text: str) -> str:
    """The text with one form for each character and each end of a line, and nothing around it."""
    lines = text.replace("\r\n", "\n").translate(PASTED)
    return unicodedata.normalize("NFC", lines).strip()


def is_legible(text: str, *, lines: bool = False) -> bool:
    """Whether every sign is one that is seen; `lines` allows ends of lines."""
    seen = text.replace("\n", "") if lines else text
    return not any(unicodedata.category(sign) in UNSEEN for sign in seen)

"""What every word of the vocabulary is."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A stored identifier with the Chinese label that people read."""

    label: str

    # The empty default is for type checkers, which take Side("worker") for this signature.
    def __new__(cls, value: str, label: str = "") -> Self:
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        return word

"""Packages: versions of several terms that are agreed together or not at all (一揽子).

A package stands from the moment a side's chief binds what lies on the table, until all of it is
agreed or it is broken: by him, by a new version of one of its terms, or by a term that is put off
or taken back. What the chiefs have said under it falls with it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from negotiate.law.canonical import digest
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Side, TermState

LEAST: Final = 2  # terms

Word = tuple[int, Side]
"""A version's key, and the side whose chief stands by it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term that somebody wants to bind. `is_through`: its version is past the gate; `is_bound`:
    it stands in another package; `has_word`: he who binds has confirmed this version already."""

    title: str
    state: TermState
    is_through: bool
    is_bound: bool
    has_word: bool


def require_bindable(chosen: Sequence[Candidate]) -> None:
    """Who has given his word without conditions can't add one."""
    if len(chosen) < LEAST:
        raise Refused(N_("打包至少要选两个条款。"))
    for term in chosen:
        if term.state is not TermState.PROPOSED:
            raise Refused(N_("“%(term)s”桌面上没有正在协商的方案，不能打包。"), term=term.title)
        if term.is_bound:
            raise Refused(N_("“%(term)s”已经在另一个包里，请先拆开那一包。"), term=term.title)
        if not term.is_through:
            raise Refused(N_("“%(term)s”还没有通过程序门槛，不能打包。"), term=term.title)
        if term.has_word:
            raise Refused(N_("“%(term)s”您已经确认过，不能再附加条件。"), term=term.title)


def is_agreed(versions: Collection[int], words: Collection[Word]) -> bool:
    """Whether both chiefs stand by every one of these versions: by one alone, or by a package."""
    return all((version, side) in words for version in versions for side in Side)


def digest_of(texts: Sequence[tuple[int, str]]) -> str:
    """What a chief agrees to with one press: of each term, by its key, exactly this text."""
    return digest([[term, text] for term, text in sorted(texts)])

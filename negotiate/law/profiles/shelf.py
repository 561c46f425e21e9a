"""The profiles that come with the product, one file each."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from negotiate.law.profiles.keys import key_of
from negotiate.law.profiles.notes import UNNUMBERED
from negotiate.law.profiles.profile import Profile, Value, value_of
from negotiate.law.refusal import Refused

FOLDER: Final = Path(__file__).parent
DEFAULT: Final = "jiangsu"
NATIONAL: Final = "national"
AS_IT_STANDS: Final = "（以条例原文为准）"

_OF_A_FILE: Final = {"base", "name", "act", "unread", "values"}
_OF_A_VALUE: Final = {"value", "unit", "article", "verified", "note"}


class BrokenProfile(ValueError):
    """A file that is no profile; says which, where and why."""


@cache
def codes() -> tuple[str, ...]:
    """The profiles there are, the default first and the national rules next."""
    found = sorted(path.stem for path in FOLDER.glob("*.toml"))
    return (DEFAULT, NATIONAL, *(code for code in found if code not in (DEFAULT, NATIONAL)))


@cache
def profile(code: str) -> Profile:
    """The profile of this code. What its act does not state holds as in its `base`, with the
    base's article: as unverified, if nobody has read whether it does. Raises KeyError if there is
    none, BrokenProfile for a faulty file."""
    if code not in codes():
        raise KeyError(code)
    return read(code, (FOLDER / f"{code}.toml").read_text("utf-8"))


def read(code: str, text: str) -> Profile:
    """The profile that a file of this text makes. What its act rules on, it rules on for every
    contract: the base's special rule for wages then holds no more. Raises BrokenProfile."""
    try:
        facts = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BrokenProfile(f"{code}: {fault}") from fault
    _require_known(code, facts, _OF_A_FILE)
    if not all(isinstance(facts.get(name), str) for name in ("name", "act")):
        raise BrokenProfile(f"{code}: name and act must be given")
    inherited = dict(profile(facts["base"]).values) if "base" in facts else {}
    if "unread" in facts:
        for key, value in inherited.items():
            inherited[key] = replace(value, verified=False, note=facts["unread"])
    own = {
        key: _value(f"{code}: {key}", key, facts["act"], given)
        for key, given in facts.get("values", {}).items()
    }
    for key in own:
        inherited.pop(f"{key}_wages", None)
    return Profile(code, facts["name"], {**inherited, **own}, facts["act"])


def _value(where: str, key: str, act: str, given: dict[str, Any]) -> Value:
    """An article of the profile's own act is written without the act's name; without any, nobody
    has noted which it is, so that it is not verified either."""
    _require_known(where, given, _OF_A_VALUE)
    article, value = given.get("article", ""), given.get("value")
    unit, note = given.get("unit", ""), given.get("note", "")
    verified = given.get("verified", True)
    if not isinstance(verified, bool) or not all(isinstance(w, str) for w in (article, unit, note)):
        raise BrokenProfile(f"{where}: wrong type")
    if not article:
        article, note = AS_IT_STANDS, note or UNNUMBERED
        verified = False
    try:
        key_of(key).require(value, unit)
    except Refused as fault:
        raise BrokenProfile(f"{where}: {fault}") from fault
    cited = article if article.startswith("《") else f"{act}{article}"
    return value_of(value, unit=unit, article=cited, verified=verified, note=note)


def _require_known(where: str, given: object, known: set[str]) -> None:
    if not isinstance(given, dict):
        raise BrokenProfile(f"{where}: a table is expected")
    unknown = sorted(given.keys() - known)
    if unknown:
        raise BrokenProfile(f"{where}: unknown {', '.join(unknown)}")

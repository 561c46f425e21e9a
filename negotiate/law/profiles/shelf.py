"""The profiles that come with the product, one file each."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from negotiate.law.profiles.profile import Profile, Value, value_of

FOLDER: Final = Path(__file__).parent
DEFAULT: Final = "jiangsu"


@cache
def codes() -> tuple[str, ...]:
    """The profiles there are, the default first."""
    found = sorted(path.stem for path in FOLDER.glob("*.toml"))
    return (DEFAULT, *(code for code in found if code != DEFAULT))


@cache
def profile(code: str) -> Profile:
    """The profile of this code. What its act does not state holds as in its `base`, with the
    base's article: as unverified, if nobody has read whether it does. Raises KeyError if there is
    none."""
    if code not in codes():
        raise KeyError(code)
    facts = tomllib.loads((FOLDER / f"{code}.toml").read_text("utf-8"))
    inherited = dict(profile(facts["base"]).values) if "base" in facts else {}
    if "unread" in facts:
        for key, value in inherited.items():
            inherited[key] = replace(value, verified=False, note=facts["unread"])
    own = {key: _value(facts["act"], given) for key, given in facts.get("values", {}).items()}
    return Profile(code, facts["name"], {**inherited, **own})


def _value(act: str, given: dict[str, Any]) -> Value:
    """An article of the profile's own act is written without the act's name."""
    article = given.pop("article", "")
    return value_of(**given, article=article if article.startswith("《") else f"{act}{article}")

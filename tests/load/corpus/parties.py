"""Who negotiates: federations in three levels, enterprises under them, and those who sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Final, NamedTuple

from tests.load.corpus.words import (
    BRANDS,
    CITIES,
    FORMS,
    GIVEN,
    SURNAMES,
    TOWNSHIPS,
    TRADES,
)

EACH: Final = 5  # agreements of an enterprise, on average
PEOPLE: Final = 4000
OF_CITIES: Final = (5, 3, 2)  # what share of enterprises the cities have


class Federation(NamedTuple):
    """`parent`: the key of the one above."""

    key: int
    name: str
    parent: int | None


@dataclass(frozen=True, slots=True)
class Enterprise:
    key: int
    name: str
    federation: int
    industry: str


@dataclass(frozen=True)
class Parties:
    federations: list[Federation]
    enterprises: list[Enterprise]
    people: list[str]


def parties(draw: Random, agreements: int) -> Parties:
    """Make everybody for so many agreements. The first federation is a city's, with half of all
    enterprises under it, and the second its first county's."""
    federations = list(_federations())
    number = max(agreements // EACH, 20)
    people = [draw.choice(SURNAMES) + "".join(draw.choices(GIVEN, k=2)) for _ in range(PEOPLE)]
    return Parties(federations, _enterprises(draw, federations, number), people)


def zipf(number: int, soft: int) -> list[float]:
    """Give cumulated weights: the n-th is chosen 1 / (n + soft) as often as the first would be."""
    return list(accumulate(1 / (place + soft) for place in range(number)))


def _federations() -> Iterator[Federation]:
    key = 0
    for city, counties in CITIES.items():
        key += 1
        of_city = key
        yield Federation(key, f"{city}总工会", None)
        for county in counties:
            key += 1
            of_county = key
            yield Federation(key, f"{city}{county}总工会", of_city)
            for township in TOWNSHIPS:
                key += 1
                yield Federation(key, f"{city}{county}{township}总工会", of_county)


def _enterprises(draw: Random, federations: list[Federation], number: int) -> list[Enterprise]:
    """Names in which a few characters are frequent and most are rare; no two are the same."""
    of_city = len(federations) // len(CITIES)
    townships = [one for one in federations if one.name.removesuffix("总工会").endswith(TOWNSHIPS)]
    weights = [OF_CITIES[(one.key - 1) // of_city] for one in townships]
    frequent = zipf(len(BRANDS), 10)
    made: dict[str, Enterprise] = {}
    while len(made) < number:
        (township,) = draw.choices(townships, weights)
        place = draw.choice([*CITIES[township.name[:3]], township.name[:3]]).rstrip("市县区")
        brand = "".join(draw.choices(BRANDS, cum_weights=frequent, k=draw.choice([2, 2, 3])))
        industry = draw.choice(list(TRADES))
        name = f"{place}{brand}{draw.choice(TRADES[industry])}{draw.choice(FORMS)}"
        if name not in made:
            made[name] = Enterprise(len(made) + 1, name, township.key, industry)
    return list(made.values())

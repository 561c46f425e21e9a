"""That the old files of a federation are those that the books of their imports tell of."""

import json
from collections.abc import Iterator
from typing import Any

from agreements.archive.models import Card
from agreements.old.actions import ADD, CONFIRM, digest_of, facts_of
from agreements.old.models import Import, OldPaper
from negotiate.law.canonical import sha256_of
from negotiate.people.models import Federation
from negotiate.record import chain

Told = tuple[dict[str, Any], str]
"""What the book says of a file, and the digest of the clauses that a person confirmed, if any."""


def old_faults(federation: Federation) -> dict[str, list[str]]:
    """For verify_record; nothing, if the federation never imported any."""
    found: dict[str, list[str]] = {}
    for one in federation.imports.select_related("book").order_by("pk"):
        found[f"book of import {one.pk}"] = list(map(str, chain.faults(one.book)))
        found[f"old files of import {one.pk}"] = list(_faults(one))
    return found


def _faults(one: Import) -> Iterator[str]:
    told = _told(one)
    for paper in one.papers.select_related("card").iterator(chunk_size=1):
        card: Card | None = getattr(paper, "card", None)
        if card is None or told.pop(card.pk, None) != _as_kept(paper, card):
            yield f"{paper.name} is not as the book says"
    for key in told:
        yield f"card {key} is gone"


def _as_kept(paper: OldPaper, card: Card) -> Told:
    """What is searched and shown of an old file, in the words of its book."""
    said = [(clause.heading, clause.text) for clause in card.clauses.all()]
    whole = [(paper.name[:60], paper.text)] if paper.text else []
    clauses = "" if said == whole and not paper.is_confirmed else digest_of(said)
    return facts_of(paper, card) | {"sha256": sha256_of(bytes(paper.content))}, clauses


def _told(one: Import) -> dict[int, Told]:
    """By the key of each card."""
    found: dict[int, Told] = {}
    for entry in one.book.entries.order_by("number"):
        act = json.loads(entry.body)
        data = act["data"]
        if act["action"] == ADD:
            found[data["card"]] = {key: data[key] for key in data if key != "line"}, ""
        elif act["action"] == CONFIRM and data["card"] in found:
            found[data["card"]] = found[data["card"]][0], data["sha256"]
    return found

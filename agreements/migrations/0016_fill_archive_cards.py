"""Cards are filled from their papers and rooms, clauses from what was agreed there; and the index is
made anew, without owners: the cards' columns say who may read what."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from agreements.archive import codes, grams, pinyin
from agreements.archive.index import Row, index_of
from negotiate import moment
from negotiate.law.terms import completed, word
from negotiate.law.terms.figures import figures
from negotiate.matters.kinds import MATTER_KINDS

STANDING = {
    "signed": "to_file",
    "filed": "filed",
    "effective": "in_force",
    "performing": "in_force",
    "superseded": "superseded",
    "terminated": "terminated",
    "expired": "expired",
}


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    index = index_of(editor.connection)
    index.remove()
    index.install()
    cards = apps.get_model("agreements", "Card").objects.order_by("key")
    for serial, card in enumerate(cards.select_related("paper__room", "paper__enterprise"), 1):
        _fill_card(apps, card, serial)
        clauses = _fill_clauses(apps, card)
        index.add([Row(card.key, codes.codes(_grams(card, clauses)))])


def _fill_card(apps: StateApps, card: Any, serial: int) -> None:
    paper, room, enterprise = card.paper, card.paper.room, card.paper.enterprise
    blocks = paper.frozen["text"]["signatures"]
    card.serial = serial
    card.enterprise, card.federation_id = enterprise, enterprise.federation_id
    card.industry = enterprise.industry
    card.title, card.number = paper.title, paper.number
    card.names = "\n".join([enterprise.name, *(block["name"] for block in blocks)])
    card.signed_on = moment.day_of(paper.completed_at)
    card.matter_kind, card.procedure = paper.matter_kind, room.procedure
    card.grade = paper.grade
    card.standing = "signed"
    if paper.kind == "contract":
        stage = STANDING.get(room.stage, "objected")
        card.standing = stage if _is_newest(apps, paper) else "objected"
    card.workers = _workers(room)
    clauses = apps.get_model("agreements", "Clause").objects.filter(paper=paper)
    kinds = clauses.order_by("position").values_list("kind", flat=True)
    card.kinds = ",".join(dict.fromkeys(kinds))
    card.save()


def _is_newest(apps: StateApps, paper: Any) -> bool:
    papers = apps.get_model("agreements", "Paper").objects.filter(room=paper.room)
    return bool(papers.latest("pk") == paper)


def _workers(room: Any) -> int | None:
    bound = sum(each.head_count for each in room.bound.all())
    if bound or not room.on_roll:
        return bound or None
    staff = room.seats.filter(capacity="staff", in_congress=False)
    return room.on_roll if staff.exists() else None


def _fill_clauses(apps: StateApps, card: Any) -> list[Any]:
    clauses = list(apps.get_model("agreements", "Clause").objects.filter(paper=card.paper))
    clauses.sort(key=lambda clause: clause.position)
    figure = apps.get_model("agreements", "Figure")
    for clause, agreed in zip(clauses, _agreed_now(apps, card, clauses), strict=True):
        clause.card = card
        clause.value = _as_printed(apps, card, clause) or agreed
        clause.save()
        if clause.value is None:
            continue
        value = completed(clause.kind, clause.value)
        figure.objects.bulk_create(
            figure(
                card=card,
                clause=clause,
                measure=one.measure,
                about=grams.normalise(one.about)[:200],
                unit=one.unit[:30],
                amount=one.amount,
            )
            for one in figures(clause.kind, value)
        )
    return clauses


def _as_printed(apps: StateApps, card: Any, clause: Any) -> Any:
    """The newest version that is worded like the clause: what was objected to and signed anew stands
    in the older paper as it was then."""
    versions = apps.get_model("negotiate", "Version").objects.filter(
        term__item__room=card.paper.room, term__kind=clause.kind, term__title=clause.heading
    )
    for version in versions.order_by("-number"):
        if word(clause.kind, clause.heading, version.value).text == clause.text:
            return version.value
    return None


def _agreed_now(apps: StateApps, card: Any, clauses: list[Any]) -> list[Any]:
    """What is agreed in the room, in the order of the clauses, for those that were worded otherwise
    when they were printed; nothing where it would not be certain."""
    terms = apps.get_model("negotiate", "Term").objects.filter(
        item__room=card.paper.room, state="agreed"
    )
    agreed = list(terms.order_by("item__position", "position"))
    alike = [term.kind for term in agreed] == [clause.kind for clause in clauses]
    if not alike or not _is_newest(apps, card.paper):
        return [None] * len(clauses)
    return [term.versions.latest("number").value for term in agreed]


def _grams(card: Any, clauses: list[Any]) -> set[str]:
    matter = MATTER_KINDS[card.matter_kind].label
    texts = (f"{clause.heading}\n{clause.text}" for clause in clauses)
    text = "\n".join([card.title, card.number, card.names, matter, *texts])
    return (
        grams.of_text(text)
        | grams.of_text(card.title, grams.TITLE)
        | {grams.SOUND + sound for sound in pinyin.sounds(card.names)}
    )


class Migration(migrations.Migration):
    dependencies = [("agreements", "0015_archive_cards")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]

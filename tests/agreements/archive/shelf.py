"""Papers for the archive's tests: complete ones, without the talks that lead to them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from django.db.models import ForeignObjectRel, Model

from agreements.archive import actions
from agreements.archive.models import Card, Clause
from agreements.papers.models import Paper
from agreements.similar.waiting import compare_waiting
from negotiate.people.models import Account, Enterprise, Federation
from negotiate.record.actions import open_book
from negotiate.rooms.models import Room

BEGAN = datetime(2026, 3, 1, 1, tzinfo=UTC)
numbers = count(1)


def enterprise(name: str, under: str = "高淳区总工会") -> Enterprise:
    federation, _ = Federation.objects.get_or_create(name=under)
    return Enterprise.objects.create(name=name, federation=federation)


def chair(of: Enterprise) -> Account:
    return Account.objects.create_user(f"chair-{of.pk}", name="陈国强", enterprise=of)


def officer(of: Federation) -> Account:
    return Account.objects.create_user(f"officer-{of.pk}", name="王芳", federation=of)


def unsigned(
    of: Enterprise,
    title: str = "技术创新奖会议纪要",
    kind: str = "award",
    told: Mapping[str, Any] | None = None,
) -> Paper:
    """`told`: of its text what it tells besides its clauses."""
    room = Room.objects.create(
        enterprise=of, title="技术创新奖", place="会议室", scheduled_at=BEGAN, book=open_book()
    )
    return Paper.objects.create(
        room=room,
        enterprise=of,
        matter_kind=kind,
        title=title,
        number=f"集协纪〔2026〕{next(numbers)}号",
        frozen={"text": told} if told else {},
        digest="0" * 64,
    )


def signed(
    of: Enterprise,
    *clauses: str,
    title: str = "技术创新奖会议纪要",
    kind: str = "award",
    at: datetime | None = None,
    signers: Sequence[str] = ("王桂芳", "李建国"),
) -> Card:
    """An agreement in the archive; without `at`, each one minute after the last."""
    texts = [
        actions.Agreed("text", f"条款{n}", text, {"body": text})
        for n, text in enumerate(clauses, 1)
    ]
    return agreed(of, texts, title, kind, at, signers)


def agreed(of: Enterprise, terms: Sequence[actions.Agreed], *facts: Any, **named: Any) -> Card:
    """The same with terms of any kind (facts: of `archived`), compared as right after a commit:
    there is none in a test's transaction."""
    card = archived(of, terms, *facts, **named)
    compare_waiting()
    return card


def archived(
    of: Enterprise,
    terms: Sequence[actions.Agreed],
    title: str = "技术创新奖会议纪要",
    kind: str = "award",
    at: datetime | None = None,
    signers: Sequence[str] = (),
    told: Mapping[str, Any] | None = None,
) -> Card:
    """One of which nothing has been done after the transaction that archives it."""
    paper = unsigned(of, title, kind, told)
    paper.docx, paper.sha256, paper.grade = b"PK", "ab" * 32, "B"
    paper.completed_at = at or BEGAN + timedelta(minutes=Paper.objects.count())
    paper.save()
    return actions.add(paper, terms, signers)


def paper_of(card: Card) -> Paper:
    """Cards of old files have none; those on this shelf have."""
    return Paper.objects.get(card=card)


def take_out(card: Card) -> None:
    """Take it out of the archive, with whatever hangs on it."""
    clauses = list(card.clauses.all())
    for relation in _hanging_on(Clause):
        relation.related_model._default_manager.filter(
            **{f"{relation.field.name}__in": clauses}
        ).delete()
    for relation in _hanging_on(Card):
        relation.related_model._default_manager.filter(**{relation.field.name: card}).delete()
    card.delete()


def _hanging_on(model: type[Model]) -> list[ForeignObjectRel]:
    fields = model._meta.get_fields(include_hidden=True)
    return [field for field in fields if isinstance(field, ForeignObjectRel)]

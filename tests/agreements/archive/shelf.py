"""Papers for the archive's tests: complete ones, without the talks that lead to them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count

from agreements.archive import actions
from agreements.papers.models import Clause, Paper
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


def unsigned(of: Enterprise, title: str = "技术创新奖会议纪要", kind: str = "award") -> Paper:
    room = Room.objects.create(
        enterprise=of, title="技术创新奖", place="会议室", scheduled_at=BEGAN, book=open_book()
    )
    return Paper.objects.create(
        room=room,
        enterprise=of,
        matter_kind=kind,
        title=title,
        number=f"集协纪〔2026〕{next(numbers)}号",
        frozen={},
        digest="0" * 64,
    )


def signed(
    of: Enterprise,
    *clauses: str,
    title: str = "技术创新奖会议纪要",
    kind: str = "award",
    at: datetime | None = None,
) -> Paper:
    """A paper in the archive; without `at`, each one minute after the last."""
    paper = unsigned(of, title, kind)
    paper.docx, paper.sha256, paper.grade = b"PK", "ab" * 32, "B"
    paper.completed_at = at or BEGAN + timedelta(minutes=paper.pk)
    paper.save()
    write_clauses(paper, clauses)
    actions.add(paper)
    return paper


def write_clauses(paper: Paper, clauses: Sequence[str]) -> None:
    for position, text in enumerate(clauses, 1):
        Clause.objects.create(
            paper=paper, position=position, kind="text", heading=f"条款{position}", text=text
        )

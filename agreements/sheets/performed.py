"""What follows a signed paper: 公示公告, which names its signatories alone, and 履约检查表."""

from collections.abc import Iterator

from agreements.archive.models import Clause
from agreements.papers.models import Paper
from agreements.papers.sheet import Section, Sheet
from agreements.papers.text import SignatureBlock
from agreements.sheets.words import BLANK, day, party
from negotiate.law.terms import Table
from negotiate.law.words import Side
from negotiate.people.models import Seat
from negotiate.rooms.models import Draft, Room

READING = "全文可以在工会办公室和公示栏查阅；电子文件可以在核对网页上核对真伪。"
OBJECTING = "对内容有意见的，可以在公示期内向工会或者企业书面提出，也可以向上级工会反映。"


def completed(room: Room) -> Paper | None:
    return Paper.objects.of_room(room.pk).filter(completed_at__isnull=False).first()


def notices(room: Room) -> Iterator[Sheet]:
    paper = completed(room)
    if paper is not None:
        yield _notice(room, paper)


def _notice(room: Room, paper: Paper) -> Sheet:
    clauses = list(paper.card.clauses.all())
    return Sheet(
        title=f"关于{room.title}协商结果的公示",
        number=paper.number,
        enterprise=room.enterprise.name,
        at=paper.completed_at or room.scheduled_at,
        addressee=f"{room.enterprise}全体职工",
        sections=(
            Section("协商事项", (f"{room.title}。",)),
            Section("协商结果", tuple(map(_told, clauses))),
            Section("生效日期和期限", tuple(_holds(room, paper))),
            Section(
                "查阅方法",
                (READING,),
            ),
            Section("意见的提出", (OBJECTING,)),
            Section("签署人", (f"{'、'.join(_signatories(paper))}。",)),
        ),
        signatures=tuple(SignatureBlock("", "", party(room, side)) for side in Side),
        date=day(None),
    )


def _told(clause: Clause) -> str:
    """The clause in one paragraph, a table's row in a sentence."""
    return f"{clause.heading}：{_sentence(clause.text)}。"


def _sentence(text: str) -> str:
    lines = ("，".join(line.split("\t")) for line in text.split("\n"))
    return "；".join(line.rstrip("。：:") for line in lines)


def _holds(room: Room, paper: Paper) -> Iterator[str]:
    draft: Draft | None = room.drafts.last() if paper.is_contract else None
    if draft is None:
        yield "自双方首席代表签署之日起生效。"
        return
    begins = day(draft.effective_on) if draft.effective_on else "审查期满未有异议之日"
    yield f"自{begins}起生效，期限至{day(draft.ends_on)}。"
    publication = getattr(draft, "publication", None)
    if publication is not None:
        yield f"已于{day(publication.published_on)}在{publication.place}公布。"


def _signatories(paper: Paper) -> list[str]:
    """Whose hands the paper bears, and no other name."""
    found = Seat.objects.filter(pk__in=paper.frozen["signers"]).select_related("person")
    names = {seat.pk: seat.person.name for seat in found}
    return [names[key] for key in paper.frozen["signers"]]


def inspections(room: Room) -> Iterator[Sheet]:
    paper = completed(room)
    if paper is not None:
        yield _inspection(room, paper)


def _inspection(room: Room, paper: Paper) -> Sheet:
    """For each clause what was promised, and room for what is found."""
    owner = room.agenda.all()[0].matter
    return Sheet(
        title=f"{room.title}履约检查表",
        number=paper.number,
        enterprise=room.enterprise.name,
        at=paper.completed_at or room.scheduled_at,
        facts=(("单位", room.enterprise.name), ("检查日期", day(None))),
        sections=tuple(
            Section(clause.heading, (), _checked(clause, owner.owner, day(owner.due)))
            for clause in paper.card.clauses.all()
        ),
        signatures=tuple(SignatureBlock(f"{side.label}检查人", "") for side in Side),
        lead_in="双方检查人：",
    )


def _checked(clause: Clause, owner: str, due: str) -> Table:
    rows = (
        ("约定和标准", f"{_sentence(clause.text)}。"),
        ("证据", BLANK),
        ("完成比例", "　　％"),
        ("存在问题", BLANK),
        ("责任人", owner),
        ("期限", due),
        ("整改情况", BLANK),
        ("回头看", BLANK),
    )
    return Table(("检查项目", "检查情况"), rows)

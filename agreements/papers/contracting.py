"""From a room of the ordinary procedure that has summed up to the text of its contract. Terms are
worded by the law from the structured versions; what varies by place is the profile's."""

from collections.abc import Iterator
from datetime import date, datetime

from agreements.papers.composing import (
    agreed_terms,
    block_of,
    check_at,
    clause_of,
    day,
    parties_of,
    seats_in_order,
)
from agreements.papers.contract import ContractText
from negotiate.law.canonical import digest
from negotiate.law.lasting import renewal_opens
from negotiate.law.profiles import NATIONAL, Duration, profile
from negotiate.law.words import ClockKind, Contract, Scope
from negotiate.record.models import Book
from negotiate.rooms.actions.composition import head_count
from negotiate.rooms.actions.filing import copies_of
from negotiate.rooms.models import Draft, Room

# What every contract says in the same words, after 《劳动合同法》 54-56 and 《集体合同规定》.
CHANGE = (
    "经双方协商代表协商一致，可以变更或者解除本合同；变更或者解除适用集体协商程序"
    "（《集体合同规定》第三十九条、第四十一条）。",
    "期限届满或者双方约定的终止条件出现，本合同终止（《集体合同规定》第三十八条）。",
)
STANDARDS = (
    "企业与职工个人订立的劳动合同中劳动报酬和劳动条件等标准，不得低于本合同的规定"
    "（《劳动合同法》第五十五条）。"
)
BREACH = (
    "企业违反本合同，侵犯职工劳动权益的，工会可以依法要求企业承担责任（《劳动合同法》第五十六条）。",
    "双方按本合同约定履行义务；一方不履行的，另一方可以书面要求其限期改正。",
)
DISPUTES = (
    "因履行本合同发生争议，双方应当协商解决；协商解决不成的，工会可以依法申请仲裁、提起诉讼"
    "（《劳动合同法》第五十六条）。",
)
RATIFIED = (
    "本合同草案经职工代表大会或者职工大会讨论通过后，由双方首席代表签订；"
    "讨论通过的文本和签订的文本是同一文本（《集体合同规定》第三十六条、第三十七条）。"
)
COPIES = "本合同由双方各执一份，工会存档一份；电子文本与打印件内容相同。"
UNCHECKED = "（以原文为准）"


def compose_contract(room: Room, draft: Draft, number: str, now: datetime) -> ContractText:
    """The whole contract as it will be signed, at grade B and with open places for signatures.

    Runs in the transaction that sums up: the record stands still until that ends.
    """
    agreed = agreed_terms(room)
    seats = seats_in_order(room)
    book = Book.objects.select_for_update().get(pk=room.book_id)
    return ContractText(
        title=f"{room.enterprise}{Contract(room.contract).label}",
        number=number,
        enterprise=room.enterprise.name,
        dated=now,
        parties=tuple(parties_of(room, seats)),
        head=tuple(_head(room)),
        basis=tuple(_basis(room)),
        clauses=tuple(clause_of(term, version) for term, version in agreed),
        term=tuple(_term(room, draft)),
        change=CHANGE,
        breach=(STANDARDS, *BREACH),
        disputes=DISPUTES,
        filing=(RATIFIED, *_filing(room)),
        copies=(COPIES,),
        grade="B",
        signatures=tuple(block_of(room, seat) for seat in seats if seat.is_chief),
        terms_digest=digest([version.digest for _, version in agreed]),
        record_head=book.head,
        record_length=book.length,
        check_at=check_at(),
        bound=tuple(
            (one.name, f"{one.head_count}", one.mandated_by, _short_day(one.mandated_on))
            for one in room.bound.all()
        ),
    )


def _short_day(on: date) -> str:
    """As the narrow column of a Chinese table has it."""
    return f"{on.year}.{on.month}.{on.day}"


def _head(room: Room) -> Iterator[str]:
    """What kind of contract it is, and for how many, where that is known."""
    yield f"合同类型：{Contract(room.contract).label}"
    workers, bound = head_count(room), room.bound.count()
    if bound:
        yield f"适用于附件所列{bound}家企业及其职工，职工共{workers}人"
    elif workers:
        yield f"适用于{room.enterprise}全体职工，名册{workers}人"
    else:
        yield f"适用于{room.enterprise}全体职工"


def _basis(room: Room) -> Iterator[str]:
    yield (
        "《中华人民共和国劳动法》《中华人民共和国工会法》《中华人民共和国劳动合同法》"
        "和《集体合同规定》的有关规定。"
    )
    if room.contract == Contract.WAGES:
        yield "《工资集体协商试行办法》的有关规定。"
    if room.enterprise.scope != Scope.ENTERPRISE:
        yield "《中华人民共和国劳动合同法》第五十三条关于行业性、区域性集体合同的规定。"
    act = room.rules.act
    if act and act != profile(NATIONAL).act:
        yield f"{act}的有关规定{UNCHECKED}。"


def _term(room: Room, draft: Draft) -> Iterator[str]:
    yield f"本合同期限自{day(draft.starts_on)}起至{day(draft.ends_on)}止。"
    opens = renewal_opens(room.rules, room.contract, draft.ends_on)
    if opens is not None:
        lead = room.rules.duration(ClockKind.RENEWAL, room.contract)
        source = f"（{_cited(lead)}）" if lead else ""
        yield f"自{day(opens)}起至期满前，任何一方可以向对方提出重新签订或者续订的要求{source}。"


def _filing(room: Room) -> Iterator[str]:
    """Within which times it is filed, takes effect and is published."""
    filing = room.rules.duration(ClockKind.FILING, room.contract)
    if filing:
        yield (
            f"自双方首席代表签字之日起{_long(filing)}内，由企业将文本一式{copies_of(room)}份"
            f"报送人力资源社会保障行政部门审查（{_cited(filing)}）。"
        )
    effect = room.rules.duration(ClockKind.EFFECT, room.contract)
    if effect:
        yield (
            f"人力资源社会保障行政部门自收到文本之日起{_long(effect)}内未提出异议的，"
            f"本合同即行生效（{_cited(effect)}）；提出异议的，双方就有异议的条款重新协商。"
        )
    publication = room.rules.duration(ClockKind.PUBLICATION, room.contract)
    within = f"{_long(publication)}内" if publication else "及时"
    cited = f"（{_cited(publication)}）" if publication else ""
    yield f"本合同自生效之日起{within}以适当形式向全体职工公布{cited}。"


def _long(duration: Duration) -> str:
    return f"{duration.amount}{duration.count.label}"


def _cited(duration: Duration | None) -> str:
    """Where it stands; with a word of warning where nobody has read it there."""
    if duration is None:
        return ""
    return f"{duration.article}{'' if duration.verified else '，以原文为准'}"

"""Raising a matter and asking the gate's questions; done by a union chair's account."""

from datetime import date

from django.db import transaction

from negotiate.law import gate, stages
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Procedure, Side, Stage
from negotiate.matters.models import Matter, Screening
from negotiate.people.models import Account, Enterprise
from negotiate.record.actions import append, open_book

UNION_CHAIR = frozenset({Capacity.UNION_CHAIR})


def raise_matter(
    account: Account,
    *,
    title: str,
    kind: str,
    raised_by: str,
    raised_side: Side,
    owner: str,
    due: date,
    summary: str = "",
) -> Matter:
    """Write down what somebody wants settled, who answers for it, and by when."""
    enterprise = office(account)
    rule = stages.check(Procedure.SIMPLIFIED, Action.RAISE, UNION_CHAIR, None)
    with transaction.atomic():
        matter = Matter.objects.create(
            enterprise=enterprise,
            title=title,
            kind=kind,
            summary=summary,
            raised_by=raised_by,
            raised_side=raised_side.value,
            owner=owner,
            due=due,
            stage=str(rule.leads_to),
            book=open_book(),
            created_by=account,
        )
        facts = {
            "title": title,
            "kind": kind,
            "raised_by": raised_by,
            "raised_side": raised_side.value,
            "owner": owner,
            "due": due.isoformat(),
        }
        append(matter.book_id, Action.RAISE, actor_of(account), facts)
        return matter


def screen(
    account: Account, matter_id: int, answers: gate.Answers, *, answered_by: str, note: str = ""
) -> Refused | None:
    """Put the gate's answers on record. Returns why the simplified procedure is barred, if so:
    the matter then stands as one for the ordinary procedure. Refused, if it would take the
    simplified one under the name of a contract."""
    with transaction.atomic():
        matter = matter_of(account, matter_id)
        rule = stages.check(matter.goes_by, Action.SCREEN, UNION_CHAIR, Stage(matter.stage))
        barred = gate.barred(answers)
        if barred is None:
            gate.require_simple_title(matter.title)
        Screening.objects.create(
            matter=matter,
            contract=answers.contract,
            reduces_rights=answers.reduces_rights,
            answered_by=answered_by,
            note=note,
            account=account,
        )
        facts = {
            "contract": answers.contract,
            "reduces_rights": answers.reduces_rights,
            "answered_by": answered_by,
            "note": note,
            "barred": str(barred) if barred else "",
        }
        move(matter, rule.leads_to, rule.into if barred else None)
        append(matter.book_id, Action.SCREEN, actor_of(account), facts)
        return barred


def matter_of(account: Account, matter_id: int) -> Matter:
    """The matter, locked, if it is this chair's enterprise's."""
    matter = (
        Matter.objects.select_for_update(of=("self",))
        .select_related("enterprise", "book")
        .filter(pk=matter_id, enterprise=office(account))
        .first()
    )
    if matter is None:
        raise Refused("没有这个议题。")
    return matter


def move(matter: Matter, stage: Stage | None, into: Procedure | None = None) -> None:
    """To the next stage; and into another procedure, if one is given."""
    assert stage is not None  # noqa: S101  every matter's rule leads somewhere
    matter.stage = stage.value
    matter.procedure = into.value if into else matter.procedure
    matter.save(update_fields=["stage", "procedure"])


def office(account: Account) -> Enterprise:
    """The enterprise whose union this account chairs; a federation's officer only reads."""
    if account.enterprise is None:
        raise Refused("只有企业的工会主席可以办理议题。")
    return account.enterprise


def actor_of(account: Account) -> dict[str, str | int]:
    return {"account": account.pk, "name": account.name, "capacity": Capacity.UNION_CHAIR.value}

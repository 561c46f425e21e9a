"""Opening an agreement to everybody, and closing it again: its own enterprise's union decides."""

from datetime import date
from typing import Final

from django.db import transaction

from agreements.archive.actions import change
from agreements.archive.index import index
from agreements.archive.models import Card
from negotiate import moment
from negotiate.law.refusal import N_, Refused
from negotiate.people.models import Account
from negotiate.record.actions import append
from negotiate.record.models import Book

PUBLISH, WITHDRAW = "publish_in_archive", "withdraw_from_archive"
NOT_YOURS: Final = N_("只有这家企业的工会账号可以公开或收回这份文件。")


def may_publish(account: Account, card: Card) -> bool:
    """An old file's hands nobody has compared with anything: it stays with its own."""
    return card.paper_id is not None and account.enterprise_id == card.enterprise_id


def publish(account: Account, card: Card) -> None:
    """Let everybody read it from today on. Raises Refused."""
    if not may_publish(account, card):
        raise Refused(NOT_YOURS)
    with transaction.atomic():
        if _published_on(card) is not None:
            raise Refused(N_("这份文件已经公开了。"))
        change(card, published_on=moment.today())
        _record(card, account, PUBLISH)


def withdraw(account: Account, card: Card) -> None:
    """Let nobody but its own enterprise and its federations read it any more. Raises Refused."""
    if not may_publish(account, card):
        raise Refused(NOT_YOURS)
    with transaction.atomic():
        if _published_on(card) is None:
            raise Refused(N_("这份文件没有公开。"))
        change(card, published_on=None)
        _record(card, account, WITHDRAW)


def _published_on(card: Card) -> date | None:
    """As it is now: nobody else can change it until this is done."""
    index().lock()
    return Card.objects.values_list("published_on", flat=True).get(pk=card.pk)


def _record(card: Card, account: Account, act: str) -> None:
    """It stands in the book of the talks that the agreement came from."""
    actor = {
        "account": account.pk,
        "name": account.get_full_name(),
        "office": card.enterprise.name,
    }
    book = Book.objects.get(room__papers=card.paper_id)
    append(book.pk, act, actor, {"number": card.number})

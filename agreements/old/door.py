"""Whose imports an account keeps: a federation's officer those of the federation, nobody else any;
and whose old files."""

from django.http import Http404

from agreements.archive.models import Card
from agreements.old.models import Import
from negotiate.people.models import Account, Federation


def import_at(federation: Federation, key: int) -> Import:
    found = Import.objects.filter(pk=key, federation=federation).first()
    if found is None:
        raise Http404
    return found


def may_divide(account: Account, card: Card) -> bool:
    """Whether an officer may say how an old file is divided into clauses."""
    is_office = account.federation_id is not None and card.old_id is not None
    return is_office and account.enterprises().filter(pk=card.enterprise_id).exists()

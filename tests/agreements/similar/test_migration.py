"""What was archived before there were bands gets the same as what is archived now."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from agreements.similar.models import AgreementBand, ClauseBand, Likeness
from tests.agreements.archive.shelf import enterprise, signed
from tests.agreements.similar.test_copies import LONG, copied
from tests.agreements.similar.test_words import LUNCH

pytestmark = pytest.mark.django_db


def kept() -> list[set[tuple[int, ...]]]:
    return [
        set(ClauseBand.objects.values_list("band", "card", "clause")),
        set(AgreementBand.objects.values_list("band", "card")),
        set(Likeness.objects.values_list("card", "first")),
    ]


def test_the_migration_writes_what_archiving_writes() -> None:
    copied("甲厂")
    copied("乙厂")
    signed(enterprise("丙厂"), LUNCH, "奖金五百元")
    signed(enterprise("丁厂"), LONG[::-1])
    before = kept()
    assert all(before)
    for model in (AgreementBand, Likeness, ClauseBand):
        model.objects.all().delete()
    migration = import_module("agreements.migrations.0019_clause_bands")
    migration.fill(apps, connection.schema_editor())
    assert kept() == before

"""An enterprise, and a program with a token of its federation."""

import pytest
from django.test import Client

from negotiate.people.models import Enterprise
from tests.agreements.api.county import program
from tests.agreements.archive.shelf import enterprise


@pytest.fixture
def firm() -> Enterprise:
    return enterprise("神瑞胶业")


@pytest.fixture
def client(firm: Enterprise) -> Client:
    return program(firm.federation)

"""An enterprise, and its union's chair before a screen."""

import pytest
from django.test import Client

from negotiate.people.models import Enterprise
from tests.agreements.archive.shelf import chair, enterprise


@pytest.fixture
def firm() -> Enterprise:
    return enterprise("神瑞胶业")


@pytest.fixture
def client(firm: Enterprise) -> Client:
    client = Client()
    client.force_login(chair(firm))
    return client

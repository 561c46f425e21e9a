"""What healed by itself is counted, for whoever runs the server and nobody else."""

from django.test import Client

from negotiate.live.counts import COUNTS
from negotiate.people.models import Account


def test_an_administrator_reads_the_counts_of_the_process(db: None) -> None:
    Account.objects.create_superuser("root", password="long enough to pass")
    client = Client()
    assert client.get("/counts").status_code == 404
    client.force_login(Account.objects.get(username="root"))
    assert client.get("/counts").json() == {
        name: getattr(COUNTS, name) for name in COUNTS.__slots__
    }

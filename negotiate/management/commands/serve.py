"""`manage.py serve PORT`: one server process of production, behind a proxy on this computer."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from negotiate.serve import SERVERS, serve, tell_systemd


class Command(BaseCommand):
    help = "Serve pages and sockets on 127.0.0.1:PORT for the proxy in front (docs/production.md)."
    requires_system_checks: list[str] = []  # noqa: RUF012  (Django's; checks run at migration)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("port", type=int)
        parser.add_argument("--server", choices=sorted(SERVERS), default="daphne")

    def handle(self, *args: Any, **options: Any) -> None:
        serve("127.0.0.1", options["port"], tell_systemd, options["server"])

"""`manage.py serve PORT`: one server process of production, behind a proxy."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from negotiate.serve import SERVERS, serve, tell_systemd


class Command(BaseCommand):
    help = "Serve pages and sockets for the proxy in front (docs/production.md)."
    requires_system_checks: list[str] = []  # noqa: RUF012  (Django's; checks run at migration)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("port", type=int)
        parser.add_argument("--host", default="127.0.0.1", help="another machine's proxy: where")
        parser.add_argument("--server", choices=sorted(SERVERS), default="daphne")

    def handle(self, *args: Any, **options: Any) -> None:
        serve(options["host"], options["port"], tell_systemd, options["server"])

"""`manage.py revoke_token FEDERATION --name FOR`: it opens nothing any more from now on."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agreements.api import actions
from agreements.api.models import Token


class Command(BaseCommand):
    help = "Revoke every token of this name that a federation's programs still ask with."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("federation")
        parser.add_argument("--name", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        named = {"federation__name": options["federation"], "name": options["name"]}
        found = Token.objects.filter(**named, revoked_at=None)
        if not found:
            raise CommandError("no such token counts")
        for token in found:
            actions.revoke(token)
            self.stdout.write(f"revoked: {token}")

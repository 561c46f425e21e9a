"""`manage.py revoke_certificate SERIAL --reason WHY`: it counts no more from now on."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agreements.signing.models import Certificate, Revocation
from negotiate import moment


class Command(BaseCommand):
    help = (
        "Revoke a certificate that a paper was signed with, by its serial number in hexadecimal. "
        "What is signed with it after this moment is not trusted; what was before stays."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("serial")
        parser.add_argument("--reason", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        serial = options["serial"].lower().lstrip("0")
        if not Certificate.objects.filter(serial=serial).exists():
            raise CommandError(f"no paper was signed with a certificate {serial}")
        reason, now = options["reason"], moment.now()
        made, is_new = Revocation.objects.get_or_create(
            serial=serial, defaults={"reason": reason, "since": now}
        )
        told = "revoked" if is_new else "was revoked before"
        self.stdout.write(f"{serial} {told}: {made.reason}")

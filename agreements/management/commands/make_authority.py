"""`manage.py make_authority NAME`: the certification authority that papers are signed under."""

from argparse import ArgumentParser
from typing import Any

from cryptography.x509 import load_pem_x509_certificate
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from agreements.signing import authorities
from agreements.signing.digital.authority import fingerprint


class Command(BaseCommand):
    help = (
        "Make the certification authority under which papers are signed, once before the first "
        "one; with --another its successor, while what was signed before stays trusted. Its keys "
        "are encrypted with AUTHORITY_PASSPHRASE. docs/signing.md: backing up, rotating, revoking."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="whose authority it is: the federation, or who runs this")
        parser.add_argument("--another", action="store_true", help="there is one; make the next")

    def handle(self, *args: Any, **options: Any) -> None:
        if len(settings.AUTHORITY_PASSPHRASE) < authorities.SHORTEST and settings.PRODUCTION:
            raise CommandError(
                f"set AUTHORITY_PASSPHRASE to at least {authorities.SHORTEST} random characters"
            )
        if authorities.numbers() and not options["another"]:
            raise CommandError("there is an authority already; --another makes its successor")
        number = authorities.make(options["name"])
        root = load_pem_x509_certificate(authorities.roots()[-1])
        self.stdout.write(f"root {number} in {authorities.folder()}: {fingerprint(root)}")
        self.stdout.write("Back the folder up now, and the passphrase apart from it.")

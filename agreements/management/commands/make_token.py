"""`manage.py make_token FEDERATION --name FOR`: lets a program read a federation's archive."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agreements.api import actions
from agreements.api.forms import TokenForm
from negotiate.law.refusal import Refused
from negotiate.people.models import Federation


class Command(BaseCommand):
    help = (
        "Make a token for the API of the archive, and print it: it is not kept, and never shown "
        "again. Whoever has it reads what the officers of the federation read."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("federation")
        parser.add_argument("--name", required=True, help="who uses it, and for what")
        parser.add_argument("--days", type=int, default=actions.DAYS)

    def handle(self, *args: Any, **options: Any) -> None:
        federation = Federation.objects.filter(name=options["federation"]).first()
        if federation is None:
            raise CommandError(f"there is no federation {options['federation']}")
        form = TokenForm({"name": options["name"], "days": options["days"]})
        if not form.is_valid():
            raise CommandError(" ".join(f"{n}: {said[0]}" for n, said in form.errors.items()))
        try:
            token, secret = actions.make(federation, **form.cleaned_data)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(secret)
        self.stderr.write(f"{token} counts until the end of {token.last_day}; shown only now.")

"""Who reads the corpus: officers of its first city, with half of all enterprises under it, and of
that city's first county."""

from typing import Final

from negotiate.people.models import Account, Federation

OFFICERS: Final = {"city": ("王芳", 1), "county": ("李建国", 2)}
"""By the name to sign in with: what they are called, and the key of their federation."""
PASSWORD: Final = "corpus-of-agreements"


def make_officers() -> None:
    for username, (name, federation) in OFFICERS.items():
        Account.objects.create_user(
            username,
            password=PASSWORD,
            name=name,
            federation=Federation.objects.get(pk=federation),
        )

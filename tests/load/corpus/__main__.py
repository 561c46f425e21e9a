"""`python -m tests.load.corpus --size N [--seed WORDS]`: fills the database of DATABASE_URL, which
must have no agreements yet, with an archive of N agreements and two officers who may read it
(docs/archive.md)."""

import argparse
import os
import sys
import time
from random import Random

import django


def fill_database(size: int, seed: str) -> None:
    """Make the tables, the parties, the agreements and the officers; tell how far it is."""
    from django.core.management import call_command

    from tests.load.corpus.agreements import agreements
    from tests.load.corpus.filling import fill
    from tests.load.corpus.officers import make_officers
    from tests.load.corpus.parties import parties
    from tests.load.corpus.passages import pool

    began, draw = time.monotonic(), Random(seed)  # noqa: S311  (no secret)
    call_command("migrate", verbosity=0)
    passages, known = pool(draw), parties(draw, size)
    for done in fill(known, agreements(draw, passages, known, size)):
        _tell(f"\r{done} of {size} agreements, {time.monotonic() - began:.0f} s")
    make_officers()
    _tell(f"\n{size} agreements, whole: {time.monotonic() - began:.0f} s\n")


def _tell(words: str) -> None:
    print(words, end="", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.load.corpus", description=__doc__)
    parser.add_argument("--size", type=int, required=True)
    parser.add_argument("--seed", default="corpus")
    words = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "negotiate.settings")
    django.setup()
    fill_database(words.size, words.seed)


if __name__ == "__main__":
    main()

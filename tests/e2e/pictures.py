"""`python -m tests.e2e.pictures DIR [meeting|ordinary [STEP…]]`: a picture of every page at every
stage, in both languages: of the meetings of the simplified procedure, or of the ordinary one, of
which single steps may be chosen."""

import os
import sys
import tempfile
from pathlib import Path

import django

from tests.e2e.browser import Pages, start_browser
from tests.server import Server, migrated


def take(folder: Path, which: str, steps: list[str]) -> int:
    """Walk through the product and keep a picture of each page; how many."""
    from tests.e2e.long_walk import LongWalk
    from tests.e2e.walk import Walk

    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    with tempfile.TemporaryDirectory() as place, start_browser() as browser:
        server = Server(migrated(Path(place) / "pictures.sqlite3"), Path(place) / "server.log")
        try:
            walk: Walk | LongWalk
            if which == "meeting":
                walk = Walk(server, Pages(browser))
            else:
                walk = LongWalk(server, Pages(browser))
                walk.wanted = steps or walk.wanted
            for view in walk.views():
                view.page.screenshot(path=folder / f"{view.name}.png", full_page=True)
                taken += 1
        finally:
            server.stop()
            print(server.said(), file=sys.stderr)
    return taken


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    which = sys.argv[2:3] or ["meeting", "ordinary"]
    for each in which:
        print(take(Path(sys.argv[1]) / each, each, sys.argv[3:]), "pictures")

"""`manage.py play SCENARIO --out DIR`: a whole meeting, from matter to signed paper."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from agreements.scenarios.long_player import player_of
from agreements.scenarios.opening import book, chair_of
from agreements.scenarios.story import names, story
from negotiate import moment
from negotiate.record.chain import faults, read


class Command(BaseCommand):
    help = (
        "Play a scenario through the product's own actions; leave the paper and the record. One "
        "that takes months is played ahead: its days are still to come. Not in production."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("scenario", nargs="?", help="which one; --list names them")
        parser.add_argument("--list", action="store_true", help="name the scenarios, one a line")
        parser.add_argument("--out", type=Path, default=Path(), help="folder for what it leaves")
        parser.add_argument("--json", action="store_true", help="say what was left as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["list"]:
            self.stdout.write("\n".join(names()))
            return
        name = options["scenario"]
        if name not in names():
            raise CommandError(f"no scenario {name!r}; there are: {', '.join(names())}")
        if settings.PRODUCTION:
            raise CommandError("scenarios are played for show, never among real agreements")
        left = self._play(name, options["out"])
        self.stdout.write(
            json.dumps(left, ensure_ascii=False)
            if options["json"]
            else "\n".join(f"{key}: {value}" for key, value in left.items())
        )

    @transaction.atomic
    def _play(self, name: str, out: Path) -> dict[str, Any]:
        told = story(name)
        with moment.travelling():
            chair = book(told, chair_of(told))
            paper = player_of(told, chair).play()
        record = chair.room.book
        record.refresh_from_db()
        broken = [str(fault) for fault in faults(record)]
        if broken or paper.docx is None:
            raise CommandError(f"the record does not hold: {broken}")
        out.mkdir(parents=True, exist_ok=True)
        docx, lines = out / f"{name}.docx", out / f"{name}.record.jsonl"
        docx.write_bytes(bytes(paper.docx))
        acts = (json.dumps(act, ensure_ascii=False) for act in read(record))
        lines.write_text("\n".join(acts) + "\n", "utf-8")
        return {
            "scenario": name,
            "room": chair.room_id,
            "number": paper.number,
            "title": paper.title,
            "grade": paper.grade,
            "sha256": paper.sha256,
            "docx": str(docx),
            "record": str(lines),
            "entries": record.length,
            "head": record.head,
        }

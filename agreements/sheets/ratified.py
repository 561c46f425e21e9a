"""职代会决议: one for each ratification that has been concluded, as it was written down then."""

from collections.abc import Iterator

from agreements.papers.sheet import Section, Sheet
from agreements.papers.text import SignatureBlock
from agreements.sheets.words import day
from negotiate.law.ratifying import BODIES
from negotiate.rooms.models import Ratification, Room


def resolutions(room: Room) -> Iterator[Sheet]:
    decided = room.ratifications.exclude(resolution="").select_related("bound")
    for of in decided.order_by("pk"):
        yield _resolution(room, of)


def _resolution(room: Room, of: Ratification) -> Sheet:
    """The kept text, line by line: its first is the title, and nothing is worded anew."""
    title, *lines = of.resolution.split("\n")
    who = of.bound.name if of.bound else room.enterprise.name
    body = BODIES[of.by][0]
    return Sheet(
        title=title,
        number=f"第{of.attempt}次审议",
        enterprise=who,
        at=of.concluded_at or of.called_at,
        facts=(("应到", f"{of.roll_size}人"), ("实到", f"{of.present}人")),
        sections=(
            Section("", tuple(lines)),
            Section("", (f"本决议文本的摘要（SHA-256）：{of.digest}",)),
        ),
        signatures=(SignatureBlock("大会主席团", "", f"{who}{body}"),),
        date=day(of.concluded_at),
    )

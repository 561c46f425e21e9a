"""`python -m tests.load.drawing [rooms]`: what it costs to draw a room's news.

Whole meetings of twelve are played on DATABASE_URL's server (without one: SQLite), in a database
made for it. After each act the seven audiences of the room are drawn in three ways: as the product
does, from one reading with nothing kept, and each by itself with nothing kept. Times are this
process's CPU in milliseconds, medians, the acts themselves left out; where other things run too,
only their ratios mean much.
"""

import json
import os
import sys
from collections import defaultdict
from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import (  # noqa: E402
    CaptureQueriesContext,
    setup_databases,
    teardown_databases,
)

from negotiate.rooms.desk import stands  # noqa: E402
from negotiate.rooms.sight.faces import draw_fragment, draw_fragments  # noqa: E402
from negotiate.rooms.sight.reading import read  # noqa: E402
from tests.load.figures import percentile  # noqa: E402
from tests.negotiate.rooms.anew import nothing_kept  # noqa: E402
from tests.negotiate.rooms.course import Course, audiences  # noqa: E402

Times = dict[str, list[float]]


class Bench:
    """CPU by way of drawing and by act, and the time on the wall of the product's way."""

    def __init__(self) -> None:
        self.cpu: dict[str, Times] = defaultdict(lambda: defaultdict(list))
        self.wall: list[float] = []
        self.queries: dict[str, int] = {}

    def event(self, room: int, act: str) -> None:
        """To the first way of drawing alone the event is news."""
        who = audiences(room)
        began = perf_counter()
        self._take("kept", act, lambda: draw_fragments(who))
        self.wall.append(1000 * (perf_counter() - began))
        self._take("no news", act, lambda: draw_fragments(who))
        self._take("reading", act, lambda: read(room))
        self._take("stand", act, lambda: stands([room]))
        with nothing_kept():
            self._take("anew", act, lambda: draw_fragments(who))
            self._take("apart", act, lambda: [draw_fragment(audience) for audience in who])

    def _take(self, way: str, act: str, draw: Callable[[], object]) -> None:
        began = process_time()
        draw()
        self.cpu[way][act].append(1000 * (process_time() - began))

    def count(self, room: int) -> None:
        """The queries of each way."""
        who = audiences(room)
        ways: dict[str, Callable[[], object]] = {
            "kept": lambda: draw_fragments(who),
            "apart": lambda: [draw_fragment(audience) for audience in who],
            "stand": lambda: stands([room]),
        }
        for way, draw in ways.items():
            with CaptureQueriesContext(connection) as asked:
                draw()
            self.queries[way] = len(asked)

    def result(self) -> dict[str, Any]:
        every = {
            way: [t for times in acts.values() for t in times] for way, acts in self.cpu.items()
        }
        return {
            "database": connection.vendor,
            "events": len(self.wall),
            "cpu_ms": {way: round(median(times), 2) for way, times in every.items()},
            "kept_cpu_p95_ms": round(percentile(every["kept"], 0.95), 2),
            "kept_wall_ms": round(median(self.wall), 2),
            "anew_vs_apart": round(median(every["anew"]) / median(every["apart"]), 3),
            "kept_vs_anew": round(median(every["kept"]) / median(every["anew"]), 3),
            "kept_vs_apart": round(median(every["kept"]) / median(every["apart"]), 3),
            "queries": self.queries,
        }

    def show(self) -> None:
        ways = list(self.cpu)
        print(f"{'after':18}{'events':>7}" + "".join(f"{way:>9}" for way in ways))
        for act, times in self.cpu["kept"].items():
            middles = (median(self.cpu[way][act]) for way in ways)
            print(f"{act:18}{len(times):7}" + "".join(f"{ms:9.2f}" for ms in middles))


def main(rooms: int) -> None:
    bench = Bench()
    first = Course(0)
    for _ in first.acts():  # templates, SQL, and what parts look at: once a process
        draw_fragments(audiences(first.chair.room_id))
    for number in range(1, rooms + 1):
        course = Course(number)
        for act in course.acts():
            bench.event(course.chair.room_id, act)
    bench.count(course.chair.room_id)
    bench.show()
    print(json.dumps(bench.result()))


if __name__ == "__main__":
    old = setup_databases(0, interactive=False)
    try:
        main(int(sys.argv[1]) if sys.argv[1:] else 10)
    finally:
        teardown_databases(old, 0)

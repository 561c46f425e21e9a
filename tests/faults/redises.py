"""Redis in all the ways that docs/production.md names, each of real processes: gives the address
for REDIS_URL, and the processes that carry the news."""

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from redis import Redis

from tests.process import PATIENCE, Process, free_port, listens, running
from tests.services import Service, redis, redis_program

SLOTS = 16384  # of a cluster, shared out among its nodes
Redises = tuple[str, list[Service]]


@contextlib.contextmanager
def side_by_side(folder: Path) -> Iterator[Redises]:
    """Two that know nothing of each other."""
    with redis(folder) as one, redis(folder) as other:
        yield f"{one.url},{other.url}", [one, other]


@contextlib.contextmanager
def watched(folder: Path) -> Iterator[Redises]:
    """A master, a replica and the Sentinel that watches them; the master comes first."""
    port, settings = free_port(), folder / "sentinel.conf"
    words = [redis_program(), settings, "--sentinel"]
    sentinel = Process(words, folder / "sentinel.log", ready=lambda: listens(port))
    with redis(folder) as master, redis(folder, "--replicaof", *_place(master)) as replica:
        settings.write_text(
            f"port {port}\nbind 127.0.0.1\ndir {folder}\n"
            f"sentinel monitor hall {' '.join(_place(master))} 1\n"
            "sentinel down-after-milliseconds hall 500\nsentinel failover-timeout hall 3000\n"
        )
        with running(sentinel), Redis(port=port) as line:
            _wait(lambda: line.sentinel_masters()["hall"]["num-slaves"] == 1)
            yield f"redis+sentinel://127.0.0.1:{port}/hall", [master, replica]


@contextlib.contextmanager
def clustered(folder: Path) -> Iterator[Redises]:
    """Three nodes that share out the slots."""
    with contextlib.ExitStack() as running_:
        nodes = []
        for name in ("node-0.conf", "node-1.conf", "node-2.conf"):
            words = ["--cluster-enabled", "yes", "--cluster-config-file", folder / name]
            nodes.append(running_.enter_context(redis(folder, *words)))
        share = SLOTS // len(nodes) + 1
        lines = [running_.enter_context(Redis.from_url(node.url)) for node in nodes]
        for n, line in enumerate(lines):
            line.execute_command("CLUSTER ADDSLOTS", *range(SLOTS)[n * share : (n + 1) * share])
            line.execute_command("CLUSTER MEET", *_place(nodes[0]))
        _wait(lambda: all(line.cluster("INFO")["cluster_state"] == "ok" for line in lines))
        places = ",".join(":".join(_place(node)) for node in nodes)
        yield f"redis+cluster://{places}", nodes


def _place(service: Service) -> list[str]:
    """Host and port."""
    return service.url.removeprefix("redis://").removesuffix("/0").split(":")


def _wait(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.05)

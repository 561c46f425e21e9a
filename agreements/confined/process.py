"""Starting such a process, and reading what it wrote, however it ended."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile, mkdtemp
from typing import Final, NamedTuple

from agreements.confined.limits import OUT_OF_MEMORY

_ROOT: Final = Path(__file__).parents[2]
_PROGRAM: Final = (
    "import sys; sys.path.append(sys.argv[1]); "
    "from importlib import import_module; import_module(sys.argv[2]).main()"
)
_SIGXCPU: Final = -24
_TOO_SLOW: Final = (_SIGXCPU, -9)  # the kernel ends what does not heed its time


class Ended(NamedTuple):
    """What it wrote, and its exit status; none, if whoever waited lost patience."""

    status: int | None
    said: bytes

    @property
    def was_too_slow(self) -> bool:
        return self.status is None or self.status in _TOO_SLOW

    @property
    def was_too_large(self) -> bool:
        return self.status == OUT_OF_MEMORY


def run(module: str, job: bytes, wall_seconds: int) -> Ended:
    """Let the module's `main` work at a job, which it reads from its input."""
    with TemporaryFile() as out:
        status: int | None = None
        with suppress(subprocess.TimeoutExpired):
            status = subprocess.run(  # noqa: S603  a program of ours
                [sys.executable, "-I", "-X", _compiled(), "-c", _PROGRAM, str(_ROOT), module],
                input=job,
                stdout=out,
                stderr=subprocess.DEVNULL,
                timeout=wall_seconds,
                env={name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},
                check=False,
            ).returncode
        out.seek(0)
        return Ended(status, out.read())


@cache
def _compiled() -> str:
    """Where Python keeps what it has compiled for those processes, each of which would compile it
    anew where what is installed is not: that takes longer than the work."""
    folder = mkdtemp(prefix="confined-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return f"pycache_prefix={folder}"

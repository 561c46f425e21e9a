"""Programs that tests start, stop, kill, freeze and start again under the eyes of others."""

import contextlib
import random
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PATIENCE = 30  # seconds that a program may take to answer or to end


class Process:
    """One program, always run with the same words. Its log grows over all its lives.

    `ready` says whether it answers; `ordered` and `sudden` are the signals of its two ends.
    """

    def __init__(
        self,
        words: list[Any],
        log: Path,
        ready: Callable[[], bool],
        ordered: int = signal.SIGTERM,
        sudden: int = signal.SIGKILL,
        **options: Any,
    ) -> None:
        self.log = log
        self.ready = ready
        self._words = [str(word) for word in words]
        self._options = options
        self._ordered, self._sudden = ordered, sudden
        self._running: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Start, without waiting for the first answer."""
        assert self._running is None, "already started"
        with self.log.open("ab") as output:
            # A session of its own: a Ctrl-C meant for the tests is not meant for it.
            options: dict[str, Any] = {
                "stdout": output,
                "stderr": output,
                "start_new_session": True,
            }
            self._running = subprocess.Popen(self._words, **(options | self._options))

    def start(self) -> None:
        """Start and wait until it answers."""
        self.begin()
        self.wait()

    def wait(self) -> None:
        """Wait until it answers; if it does not, show what it said."""
        assert self._running is not None, "not started"
        until = time.monotonic() + PATIENCE
        while not self.ready():
            if self._running.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{self._words[0]} did not start:\n{self.said()}")
            time.sleep(0.05)

    def stop(self) -> None:
        """End in order, if started."""
        self._end(self._ordered)

    def kill(self) -> None:
        """End at once, as a power cut would."""
        self._end(self._sudden)

    def freeze(self) -> None:
        """Keep every connection and answer nothing, until `thaw`."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def said(self) -> str:
        """What it wrote, in all its lives."""
        return self.log.read_text("utf-8", "replace") if self.log.exists() else ""

    @property
    def pid(self) -> int:
        assert self._running is not None, "not started"
        return self._running.pid

    def _signal(self, number: int) -> None:
        assert self._running is not None, "not started"
        self._running.send_signal(number)

    def _end(self, number: int) -> None:
        if self._running is None:
            return
        self._signal(number)
        self._signal(signal.SIGCONT)  # one that is frozen hears nothing else
        try:
            self._running.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._running.kill()
            self._running.wait()
        self._running = None


@contextlib.contextmanager
def running(process: Process) -> Iterator[None]:
    """Run a program for the length of the block and wait for its end."""
    try:
        process.start()
        yield
    finally:
        process.stop()


def free_port() -> int:
    """Find a port on which nothing listens at the moment.

    Not one of those that the system itself gives to outgoing connections (from 32768 on): while
    its server is dead, a phone that knocks could be given it.
    """
    while True:
        port = random.randrange(10240, 32768)  # noqa: S311  (no secret)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def listens(port: int) -> bool:
    """Say whether connections are accepted at a port of this computer."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0

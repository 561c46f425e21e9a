"""`python -m tests.call`: the other end of `Server.call`.

The product is loaded once; each call is then a process of its own, forked, on connections of its
own. A line in is `[name, arguments]`, a line out `[result, ""]` or `[null, traceback]`.
"""

import json
import os
import subprocess
import sys
import traceback
import weakref
from collections.abc import Mapping
from importlib import import_module
from threading import Lock
from typing import Any, TextIO

import django


class Caller:
    """A process that calls functions in this environment; started by the first call."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._lock = Lock()
        self._running = subprocess.Popen(
            [sys.executable, "-m", "tests.call"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.end = weakref.finalize(self, _end, self._running)

    def __call__(self, name: str, arguments: tuple[Any, ...]) -> Any:
        with self._lock:
            assert self._running.stdin is not None
            assert self._running.stdout is not None
            print(json.dumps([name, arguments]), file=self._running.stdin, flush=True)
            said = self._running.stdout.readline()
        assert said, f"the process that should call {name} died"
        result, fault = json.loads(said)
        assert not fault, fault
        return result


def _end(running: subprocess.Popen[str]) -> None:
    with running:  # closes what it reads, which ends it, and waits
        pass


def _answer(line: str, out: TextIO) -> None:
    """Call what the line names, and write what it gave."""
    try:
        name, arguments = json.loads(line)
        module, function = name.split(":")
        said = json.dumps([getattr(import_module(module), function)(*arguments), ""])
    except BaseException:
        said = json.dumps([None, traceback.format_exc()])
    print(said, file=out, flush=True)


def _serve() -> None:
    """Answer line by line, each in a process of its own; what is printed besides is no answer."""
    out, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _answer(line, out)
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    django.setup()
    _serve()

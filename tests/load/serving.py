"""`python -m tests.load.serving PROGRAM MODULE:NAME PORT`: an application other than the product's,
on the product's own server program with the product's own limits.

The process is otherwise as anybody's: Python collects garbage as it does by itself, unless
BENCH_COLLECT_LESS wants it as seldom as in the product's.
"""

import os
import sys
from importlib import import_module

if __name__ == "__main__":
    module, name = sys.argv[2].split(":")
    application = getattr(import_module(module), name)
    from negotiate.serve import SERVERS, collect_less

    program = import_module(SERVERS[sys.argv[1]])
    setattr(program, "application", application)  # noqa: B010  (each has a type of its own)
    if "BENCH_COLLECT_LESS" in os.environ:
        collect_less()
    program.run("127.0.0.1", int(sys.argv[3]), lambda: None)

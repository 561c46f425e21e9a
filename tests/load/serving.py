"""`python -m tests.load.serving PROGRAM MODULE:NAME PORT`: an application other than the product's,
on the product's own server program with the product's own limits."""

import sys
from importlib import import_module

if __name__ == "__main__":
    module, name = sys.argv[2].split(":")
    application = getattr(import_module(module), name)
    from negotiate.serve import SERVERS

    program = import_module(SERVERS[sys.argv[1]])
    setattr(program, "application", application)  # noqa: B010  (each has a type of its own)
    program.run("127.0.0.1", int(sys.argv[3]), lambda: None)

#!/usr/bin/env python3
"""Django's command line. `python3 run.py demo` and `python3 run.py test` need less typing."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "negotiate.settings")
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except KeyboardInterrupt:  # Ctrl-C is no mistake to be traced
        sys.exit(130)

"""`python -m agreements.verifying FILE BUNDLE`: is it genuine? Needs no database and no settings.

BUNDLE is what `manage.py verify_paper --bundle` wrote. Exit status 0: genuine; 1: not; 2: the
command cannot be carried out.
"""

import sys
from pathlib import Path

from agreements.verifying.kept import read
from agreements.verifying.told import told
from agreements.verifying.verify import verify


def main(words: list[str]) -> int:
    if len(words) != 2:
        print(__doc__, file=sys.stderr)  # noqa: T201
        return 2
    try:
        file, bundle = Path(words[0]).read_bytes(), read(Path(words[1]).read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        print(f"cannot be read: {fault}", file=sys.stderr)  # noqa: T201
        return 2
    report = verify(file, bundle)
    print(told(report))  # noqa: T201
    return 0 if report.answer.is_good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

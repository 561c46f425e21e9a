"""`python -m agreements.evidence EVIDENCE BUNDLE [PAPER]`: does it hold, and is it this paper's?

Needs no database and no settings; BUNDLE is what `manage.py verify_paper --bundle` wrote. Exit
status 0: it holds; 1: it does not; 2: the command cannot be carried out.
"""

import sys
from pathlib import Path

from agreements.evidence.checking import faults
from agreements.verifying.kept import read


def main(words: list[str]) -> int:
    if len(words) not in (2, 3):
        print(__doc__, file=sys.stderr)  # noqa: T201
        return 2
    try:
        file, bundle = Path(words[0]).read_text("utf-8"), read(Path(words[1]).read_text("utf-8"))
        docx = Path(words[2]).read_bytes() if len(words) == 3 else None
    except (OSError, ValueError, KeyError, TypeError) as fault:
        print(f"cannot be read: {fault}", file=sys.stderr)  # noqa: T201
        return 2
    found = faults(file, bundle, docx)
    print("\n".join(found) or "it holds")  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

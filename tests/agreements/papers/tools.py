"""Programs that lay papers out and read them."""

from __future__ import annotations

import subprocess
from pathlib import Path


def run(*words: str | Path) -> str:
    """What the program prints. Raises CalledProcessError when it fails."""
    command = [str(word) for word in words]
    done = subprocess.run(command, check=True, capture_output=True, timeout=300)
    return done.stdout.decode()

"""Whether the API does what its description says, tried with everything that the description allows
and with what it does not."""

import os
import subprocess
import sys
from pathlib import Path

from tests.agreements.api.county import filled
from tests.server import Server

SETTINGS = Path(__file__).parent / "schemathesis.toml"
SECONDS = 300  # on a machine that is busy: a fifth of that on an idle one


def test_the_api_keeps_to_its_description(server: Server) -> None:
    server.environment |= {
        "API_RATE": "1000000 per minute",
        "API_RATE_PUBLIC": "1000000 per minute",
    }
    token = server.call(filled)
    server.start()
    program = str(Path(sys.executable).parent / "st")
    done = subprocess.run(
        [program, "--config-file", str(SETTINGS), "run", f"{server.origin}/api/v1/openapi.json"],
        env={**os.environ, "API_TOKEN": token},
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr

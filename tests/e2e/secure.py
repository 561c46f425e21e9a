"""The server as production runs it: files compressed under hashed names, TLS, secure cookies."""

import subprocess
import sys
from pathlib import Path

from tests.server import Server

SECRET_KEY = "of the tests' own production, which serves nobody else, and long enough"


class SecureServer(Server):
    """One daphne that ends TLS itself, with a certificate that nobody knows, on an SQLite file."""

    def __init__(self, database: Path, folder: Path) -> None:
        key, certificate = folder / "key.pem", folder / "certificate.pem"
        _certify(key, certificate)
        super().__init__(
            database,
            folder / "server.log",
            lambda port: [
                *(sys.executable, "-m", "daphne", "--verbosity", "0", "-e"),
                f"ssl:{port}:interface=127.0.0.1:privateKey={key}:certKey={certificate}",
                "negotiate.asgi:application",
            ],
            MODE="production",
            SECRET_KEY=SECRET_KEY,
            STATIC_ROOT=str(folder / "static"),
        )
        self.origin = f"https://127.0.0.1:{self.port}"
        self.environment["PUBLIC_ORIGINS"] = self.origin
        self.manage("collectstatic", "--noinput", "--verbosity", "0")


def _certify(key: Path, certificate: Path) -> None:
    words = ["openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    words += ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    words += ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(words, check=True, capture_output=True)

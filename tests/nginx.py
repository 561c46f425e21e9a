"""nginx with the site of docs/production.md, in a folder and at a port of this computer."""

import os
import re
import shutil
import ssl
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.documented import printed
from tests.process import free_port

PROGRAM = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
HOW_TO_GET_ONE = (
    "There is no nginx, so nothing was shown of several processes: sudo apt install nginx-light"
)


def certified(folder: Path) -> ssl.SSLContext:
    """Make a certificate for this computer's address; give what trusts it alone."""
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    words = ["openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    words += ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    words += ["-addext", "subjectAltName=IP:127.0.0.1"]
    words += ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(words, check=True, capture_output=True)
    return ssl.create_default_context(cafile=str(certificate))


def nginx(folder: Path, port: int, servers: Sequence[int]) -> list[str]:
    """Write its settings, with a certificate in the same folder; the words that start it."""
    assert PROGRAM is not None, HOW_TO_GET_ONE
    (folder / "site").write_text(_site(folder, port, servers))
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}\npid {folder}/nginx.pid;\n{printed('/etc/nginx/nginx.conf')}"
        f"http {{\n{temporary}include {folder}/site;\n}}\n"
    )
    words = ["-e", f"{folder}/nginx.log", "-c", f"{folder}/nginx.conf", "-g", "daemon off;"]
    return [PROGRAM, *words]


def _site(folder: Path, port: int, servers: Sequence[int]) -> str:
    """The page's site with other ports and paths, and nothing else changed."""
    text = printed("/etc/nginx/sites-enabled/negotiate")
    for place in ("/etc/ssl/negotiate", "/var/log/nginx"):
        text = text.replace(place, str(folder))
    text = text.replace("listen 443", f"listen 127.0.0.1:{port}")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{free_port()};")
    (after,) = set(re.findall(r"server 127.0.0.1:\d+( .*;)", text))
    lines = "\n".join(f"    server 127.0.0.1:{server}{after}" for server in servers)
    return re.sub(r"(    server 127\.0\.0\.1:\d+ .*;\n)+", f"{lines}\n", text)

#!/usr/bin/env python3
"""The whole product in two commands; needs Python 3.11 or newer and nothing else.

    python3 run.py demo [--port N] [--json]    a demonstration on this computer and its network
    python3 run.py test [words for pytest]     every test; with words, only those

Both make .venv and install the pinned packages there, again only when the lock file changes.
Only the standard library is used, and nothing newer than Python 3.7 above the version check.
"""

import argparse
import hashlib
import importlib.util
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Dict, Iterator, List, NoReturn, Optional  # noqa: UP035  (must parse on old Pythons)

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
INSTALLED = VENV / "installed"  # what the last whole installation was made of
LOCKS = ("requirements.txt", "requirements-dev.txt")  # the second holds every pin of the first
VAR = ROOT / "var"


def stop(chinese: str, english: str) -> NoReturn:
    """End with one clear sentence, in both languages, and exit status 1."""
    sys.exit(f"{chinese}\n{english}")


def require_python() -> None:
    """Refuse a Python that is too old or, without uv, cannot make environments."""
    if sys.version_info < (3, 11):
        has = ".".join(map(str, sys.version_info[:2]))
        stop(
            f"需要 Python 3.11 或更新版本，这里是 {has}。",
            f"Python 3.11 or newer is needed; this is {has}.",
        )
    parts = ("venv", "ensurepip")
    if not shutil.which("uv") and not all(map(importlib.util.find_spec, parts)):
        stop(
            "缺少 python3-venv，请先运行：sudo apt install python3-venv",
            "python3-venv is missing. Install it: sudo apt install python3-venv",
        )


def status(*words: object, environment: Optional[Dict[str, str]] = None) -> int:
    """Run a program to its end, which is also ours; give its exit status."""
    command = [str(word) for word in words]
    child = subprocess.Popen(command, cwd=ROOT, env=environment, close_fds=False)
    try:
        return child.wait()
    finally:
        if child.poll() is None:  # we are being ended: let it tidy up first
            child.terminate()
            child.wait()


def run(*words: object, environment: Optional[Dict[str, str]] = None) -> None:
    """Run a program to its end; leave with its exit status if it fails."""
    failed = status(*words, environment=environment)
    if failed:
        sys.exit(failed)


@contextmanager
def alone() -> Iterator[None]:
    """Let one run.py at a time touch .venv (on Windows: trust the user).

    What it runs holds the lock too: killed by force, an installer may outlive us for a while.
    """
    VAR.mkdir(exist_ok=True)
    if os.name == "nt":
        yield
        return
    import fcntl

    with (VAR / "run.lock").open("w") as lock:
        os.set_inheritable(lock.fileno(), True)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(
                "另一个安装正在进行，请稍候… / Another run is installing, waiting …",
                file=sys.stderr,
            )
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def digest(lock: str) -> str:
    """Name a lock file by its content."""
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def install(lock: str) -> None:
    """Bring .venv to what the lock file says, if it is not there already.

    INSTALLED is written last and removed first, so an interrupted installation is known by its
    absence and begun again from nothing. An environment does not survive another Python version,
    another folder or another installer either: the first line names all three.
    """
    uv = shutil.which("uv")
    maker = f"{'uv' if uv else 'pip'} {sys.version_info[0]}.{sys.version_info[1]} {ROOT}"
    known = INSTALLED.read_text("utf-8").splitlines() if INSTALLED.exists() else []
    if known[:1] == [maker] and digest(lock) in known and PYTHON.exists():
        return
    print("正在安装依赖，首次约需半分钟… / Installing, about half a minute …", file=sys.stderr)
    if known[:1] == [maker]:
        INSTALLED.unlink()
    else:
        shutil.rmtree(VENV, ignore_errors=True)
        make = [uv, "venv", "--quiet", "--python"] if uv else []
        run(*make, sys.executable, *([] if uv else ["-m", "venv"]), VENV)
    if fetch(uv, lock):
        if known[:1] == [maker]:  # the installer put back what it found, say so again
            INSTALLED.write_text("\n".join(known), "utf-8")
        stop(
            "依赖安装失败，原因见上。若网络较慢，可用环境变量 PIP_INDEX_URL 指定较近的镜像。",
            "Installing failed, see above. PIP_INDEX_URL may name a nearer package index.",
        )
    locks = LOCKS[: LOCKS.index(lock) + 1]
    INSTALLED.write_text("\n".join([maker, *map(digest, locks)]), "utf-8")


def fetch(uv: Optional[str], lock: str) -> int:
    """Install the pinned and hashed packages of one lock file into .venv; 0 if all went well."""
    environment = dict(os.environ)
    if uv:
        index = environment.get("PIP_INDEX_URL")
        if index:  # uv has its own name for the same wish
            environment.setdefault("UV_DEFAULT_INDEX", index)
        words = [uv, "pip", "install", "--quiet", "--python", str(PYTHON)]
    else:
        words = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-compile"]
        words += ["--disable-pip-version-check", "--no-input"]
    words += ["--require-hashes", "-r", lock]
    return status(*words, environment=environment)


def translate() -> None:
    """Compile the catalogues that are newer than their compiled form."""
    for source in (ROOT / "negotiate" / "locale").glob("*/LC_MESSAGES/django.po"):
        made = source.with_suffix(".mo")
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            program = [PYTHON, "-m", "babel.messages.frontend", "--quiet", "compile"]
            run(*program, "-i", source, "-o", made)


def become(words: List[str], environment: Dict[str, str]) -> NoReturn:
    """Turn into another program, so that no parent is left to outlive it or be outlived."""
    if os.name == "nt":  # there exec leaves the console before the program ends
        sys.exit(status(*words, environment=environment))
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execve(words[0], words, environment)


def require_free(port: int) -> None:
    """Refuse a port that another program listens on."""
    with socket.socket() as probe:
        if os.name != "nt":  # as the server will ask for it: a port just left may be taken again
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))  # noqa: S104  (phones on the network shall reach it)
        except OSError:
            stop(
                f"端口 {port} 已被占用，请换一个：python3 run.py demo --port {port + 1}",
                f"Port {port} is in use. Choose another: python3 run.py demo --port {port + 1}",
            )


def demo_key() -> str:
    """Give this computer's own signing key; kept, so that links survive a restart."""
    path = VAR / "demo.key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), "ascii")
    return path.read_text("ascii")


def demo(port: int, as_json: bool) -> NoReturn:
    """Prepare the demonstration and turn into its server."""
    require_free(port)
    with alone():
        install(LOCKS[0])
        translate()
    from negotiate.serve import lan_address  # standard library only, like this file

    lan = lan_address()
    hosts = ["127.0.0.1", "localhost"] + ([lan] if lan else [])
    environment = {
        **os.environ,
        "MODE": "demo",
        "SECRET_KEY": demo_key(),
        "DATABASE_URL": f"sqlite:///{VAR / 'demo.sqlite3'}",
        "REDIS_URL": "",
        "ALLOWED_HOSTS": ",".join(hosts),
        "PUBLIC_ORIGINS": ",".join(f"http://{host}:{port}" for host in hosts),
    }
    run(PYTHON, "manage.py", "migrate", "--verbosity", "0", environment=environment)
    words = [str(PYTHON), "manage.py", "demo", "--port", str(port)]
    words += ["--host-lan", lan] if lan else []
    become(words + (["--json"] if as_json else []), environment)


def test(words: List[str]) -> NoReturn:
    """Install what the tests need and turn into them."""
    with alone():
        install(LOCKS[1])
        translate()
    become([str(PYTHON), "-m", "tests", *words], dict(os.environ))


def leave(number: int, frame: Optional[FrameType]) -> NoReturn:
    """End on SIGTERM as on Ctrl-C: whatever is being run is ended first."""
    sys.exit(128 + number)


def main() -> None:
    """Read the command line."""
    require_python()
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    shown = commands.add_parser("demo", help="start the demonstration")
    shown.add_argument("--port", type=int, default=8000)
    shown.add_argument("--json", action="store_true", help="one line of JSON with every address")
    commands.add_parser("test", help="run the tests; further words go to pytest")
    known, words = parser.parse_known_args()
    if words and known.command == "demo":
        parser.error(f"unknown: {' '.join(words)}")
    signal.signal(signal.SIGTERM, leave)
    if known.command == "test":
        test(words)
    demo(known.port, known.json)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)

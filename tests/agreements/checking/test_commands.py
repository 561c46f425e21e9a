"""The same answers by command: with the database, and without one from a bundle."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.agreements.checking.test_page import completed
from tests.negotiate.meeting import Meeting


def test_by_command_a_paper_is_genuine_or_the_status_says_no(
    summed: Meeting, tmp_path: Path
) -> None:
    paper, said = completed(summed), StringIO()
    file = tmp_path / "paper.docx"
    file.write_bytes(bytes(paper.docx or b""))
    call_command("verify_paper", f"{file}", stdout=said)
    assert "AUTHENTIC" in said.getvalue()
    file.write_bytes(file.read_bytes() + b"\0")
    with pytest.raises(SystemExit):
        call_command("verify_paper", f"{file}", stdout=said)
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("verify_paper", f"{tmp_path / 'nothing'}")


def test_a_bundle_verifies_without_a_database(summed: Meeting, tmp_path: Path) -> None:
    paper = completed(summed)
    file, bundle = tmp_path / "paper.docx", tmp_path / "bundle.json"
    file.write_bytes(bytes(paper.docx or b""))
    call_command("verify_paper", bundle=bundle)

    def ask(*words: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "agreements.verifying", *map(str, words)]
        return subprocess.run(
            command, cwd=settings.BASE_DIR, env={}, capture_output=True, text=True
        )

    done = ask(file, bundle)
    assert (done.returncode, done.stdout.split("\n")[0]) == (
        0,
        f"真实完整 (AUTHENTIC) {paper.number}",
    )
    assert ask(bundle, bundle).returncode == 1
    assert ask(file, file).returncode == 2
    assert ask(file).returncode == 2

"""An import that is killed in the midst goes on where it stopped: nothing is lost or doubled."""

import time
from pathlib import Path

from tests.agreements.old.made import COUNTY
from tests.faults import old_files
from tests.server import Server

FILES = 170  # more than three processes read


def test_an_import_that_is_killed_again_and_again_comes_to_its_end(
    server: Server, tmp_path: Path
) -> None:
    path = tmp_path / "旧文件.zip"
    due = old_files.pack(path, FILES)
    server.call(old_files.found_firms)
    command = old_files.importing(server, path, tmp_path / "log")
    for part in (1, 60, 110):
        command.begin()
        while server.call(old_files.settled) < part:
            time.sleep(0.05)
        command.kill()
    assert server.call(old_files.settled) < FILES
    said = server.manage("import_agreements", str(path), "--federation", COUNTY)
    assert f"{FILES}/{FILES}" in said
    assert old_files.agree(due, server.call(old_files.kept)) == []

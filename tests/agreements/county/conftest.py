"""A county's file from another installation, made once."""

import shutil
from pathlib import Path

import pytest

from agreements.scenarios.opening import COUNTY
from tests.agreements.county import elsewhere
from tests.agreements.county.elsewhere import Elsewhere
from tests.server import Server


@pytest.fixture(scope="session")
def county(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Elsewhere:
    folder = tmp_path_factory.mktemp("elsewhere")
    database = shutil.copy(empty_database, folder / "db.sqlite3")
    there = Server(database, folder / "log", AUTHORITY_DIR=str(folder / "authority"))
    there.call(elsewhere.fill)
    file = folder / "county.zip"
    there.manage("export_county", COUNTY, str(file))
    asked = (elsewhere.shown, elsewhere.secrets, elsewhere.staff)
    told = Elsewhere(file, *map(there.call, asked))
    there.stop()
    return told

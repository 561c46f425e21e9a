"""Nothing that a process holds in columns outlives a test's database."""

from collections.abc import Iterator

import pytest

from agreements.archive import columns
from agreements.compare import columns as figures


@pytest.fixture(autouse=True)
def _columns_are_forgotten() -> Iterator[None]:
    columns.forget()
    figures.forget()
    yield
    columns.forget()
    figures.forget()

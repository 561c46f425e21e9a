"""Nothing that a process holds in columns outlives a test's database."""

from collections.abc import Iterator

import pytest

from agreements.archive import columns


@pytest.fixture(autouse=True)
def _columns_are_forgotten() -> Iterator[None]:
    columns.forget()
    yield
    columns.forget()

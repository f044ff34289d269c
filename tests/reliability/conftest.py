from __future__ import annotations

from multiprocessing.context import SpawnContext

import pytest

from tests.processes import processes


@pytest.fixture(scope="session")
def others() -> SpawnContext:
    """Starts processes that share nothing with this one."""
    return processes()

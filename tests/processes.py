"""Processes that share nothing with the test that starts them, as two programs would."""

from __future__ import annotations

import multiprocessing
from multiprocessing.context import SpawnContext
from typing import cast

# There is one fork server in a process, and only what its first user names is loaded in it.
_LOADED = ["tests.reliability.worker", "tests.app.delegates.reading.test_hostile"]


def processes() -> SpawnContext:
    """Give a way to start processes.

    A fork server is as clean as a spawned process and need not import the program each time.
    """
    names = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in names else "spawn")
    context.set_forkserver_preload(_LOADED)
    return cast("SpawnContext", context)

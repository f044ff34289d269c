"""How processes of tests end, and what they took until then."""

from __future__ import annotations

import os
import signal
import sys


def die_at_once() -> None:
    """End this process as it would at a power cut: nothing of it hears of that."""
    if sys.platform == "win32":
        # There, this one is as hard.
        os.kill(os.getpid(), signal.SIGTERM)
    else:
        os.kill(os.getpid(), signal.SIGKILL)


def most_memory(*, of_children: bool = False) -> int:
    """Give the most KiB that this process took, or one that it started; Windows tells nothing."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - not on Windows

    whose = resource.RUSAGE_CHILDREN if of_children else resource.RUSAGE_SELF
    taken = resource.getrusage(whose).ru_maxrss
    return taken // 1024 if sys.platform == "darwin" else taken


def let_files_hold(most: int) -> None:
    """Let no file that this process writes from now on have more bytes; Windows has no such way."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

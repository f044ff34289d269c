"""The program as it is installed: one file that is the window, the commands, and its own helpers.

``build_installer.spec`` makes it the entry. What a checkout reaches by ``desk.py`` and by modules
of their own, an installed program reaches by its first word.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Sequence

from app.helpers import READ_WORKBOOK, WORK_ASIDE
from app.presence import announce, speak

SELF_TEST = "--self-test"
EVENT_SUFFIX = ".matchdesk"


def main(argv: Sequence[str]) -> int:
    """Do what the first word says; an event alone, or nothing, opens the window."""
    first = argv[0] if argv else ""
    announce()
    speak(is_command=not is_for_window(argv))
    if first == WORK_ASIDE:
        from app.aside import main as work_aside  # noqa: PLC0415 - each part alone is loaded

        work_aside()
        return 0
    if first == READ_WORKBOOK:
        from app.delegates.reading.child import main as read_workbook  # noqa: PLC0415

        read_workbook()
        return 0
    if is_for_window(argv):
        from ui.main import main as window  # noqa: PLC0415

        return window(argv)
    from app.cli.main import main_of_process as command  # noqa: PLC0415

    return command(argv)


def is_for_window(argv: Sequence[str]) -> bool:
    """Tell whether it is the window's affair, and no command's."""
    is_event = len(argv) == 1 and argv[0].endswith(EVENT_SUFFIX)
    return not argv or is_event or argv[0] == SELF_TEST


if __name__ == "__main__":
    # Processes that solve are started as this program too, and end here.
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))

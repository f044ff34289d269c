"""Where the application starts. It has no window yet and shows a day in words instead."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from app.cli.main import main as cli


def main(argv: Sequence[str]) -> int:
    """Say that there is no window yet; with no arguments, play the demo instead.

    Returns:
        The exit status: the demo's, or 1 for a request that only a window could fulfil.

    """
    if argv:
        sys.stderr.write(f"{argv[0]} needs a window, and Matchdesk has none yet.\n")
        return 1
    sys.stderr.write("Matchdesk has no window yet. Here is a day at the desk, line by line.\n")
    return cli(["demo"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

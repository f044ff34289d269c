from __future__ import annotations

import subprocess
import sys

LOAD = """
import linecache
from ui.workplace import Workplace
print(sum(name.endswith(".py") for name in linecache.cache))
"""


def test_no_module_of_the_window_is_read_for_names_that_nobody_asks_for() -> None:
    read = subprocess.run([sys.executable, "-c", LOAD], check=True, capture_output=True, text=True)

    # What PySide reads before it can be told is a handful.
    assert int(read.stdout) < 20

from __future__ import annotations

import subprocess
import sys

MANY_CALLS = """
import ui
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

class Speaker(QObject):
    said = Signal(object)

application, timer, speaker = QCoreApplication([]), QTimer(), Speaker()
speaker.said.connect(lambda said: None)
for _ in range(50_000):
    timer.stop()
    speaker.said.emit(True)
"""


def test_calls_of_qt_that_return_nothing_do_not_wear_none_out() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")

"""The Qt application: its name, its letters, its manners."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.common.look import load_fonts

SWITCH_S = 0.0002
"""How long a thread may keep the interpreter while another waits for it: the window must not
wait as long as Python's own 5 ms each time a job runs beside it."""

COLLECTS_AT = (5_000, 10, 1_000)
"""When Python looks for cycles, by generation. A look at everything holds the window up for
0.1 s with ten thousand delegates on a page, so it comes a hundred times less often than usual;
what a page lets go of is in no cycle and is freed at once."""


def make_application() -> QApplication:
    """Make the one application of this process."""
    sys.setswitchinterval(SWITCH_S)
    gc.set_threshold(*COLLECTS_AT)
    policy = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(policy)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Matchdesk")
    application.setApplicationDisplayName("Matchdesk")
    application.setDesktopFileName("matchdesk")
    # The style sheet stands on one style, so that a desk looks alike on every system.
    application.setStyle(QStyleFactory.create("Fusion"))
    load_fonts()
    return application

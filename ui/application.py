"""The Qt application: its name, its letters, its manners."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.garbage import OneThreadCollector
from ui.common.look import load_fonts

SWITCH_S = 0.0002
"""How long a thread may keep the interpreter while another waits for it: the window must not
wait as long as Python's own 5 ms each time a job runs beside it."""

LOOKS_EACH_MS = 250
"""How often the window's thread looks for garbage. Seldom enough to cost nothing, and often
enough for what one look finds to hold nobody up."""


def make_application() -> QApplication:
    """Make the one application of this process."""
    sys.setswitchinterval(SWITCH_S)
    policy = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(policy)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Matchdesk")
    application.setApplicationDisplayName("Matchdesk")
    application.setDesktopFileName("matchdesk")
    # The style sheet stands on one style, so that a desk looks alike on every system.
    application.setStyle(QStyleFactory.create("Fusion"))
    load_fonts()
    looks = QTimer(application, interval=LOOKS_EACH_MS)
    looks.timeout.connect(OneThreadCollector().look)
    looks.start()
    return application

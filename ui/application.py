"""The Qt application: its name, its letters, its manners."""

from __future__ import annotations

import logging
import platform
import sys
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFileOpenEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.garbage import OneThreadCollector
from app.log import NAME
from ui.common.look import RESOURCES, load_fonts

SWITCH_S = 0.0002
"""How long a thread may keep the interpreter while another waits for it: the window must not
wait as long as Python's own 5 ms each time a job runs beside it."""

ICON = RESOURCES / "installer" / "matchdesk.svg"

LOOKS_EACH_MS = 250
"""How often the window's thread looks for garbage. Seldom enough to cost nothing, and often
enough for what one look finds to hold nobody up."""


def hear_qt() -> None:
    """Put what Qt complains of into the log."""
    log = logging.getLogger(f"{NAME}.qt")
    levels = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}

    def hear(kind: QtMsgType, _where: QMessageLogContext, said: str) -> None:
        log.log(levels.get(kind, logging.WARNING), said)

    qInstallMessageHandler(hear)


class FilesToOpen(QObject):
    """Hears of files that are opened by a double click where the system tells a running program.

    macOS does; elsewhere the file is a word of a new start. ``wanted`` carries the file.
    """

    wanted = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        if platform.system() == "Darwin":
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what the system asks to be opened, and leave all else to whom it is for."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.wanted.emit(Path(event.file()))
            return True
        return super().eventFilter(watched, event)


def make_application() -> QApplication:
    """Make the one application of this process."""
    sys.setswitchinterval(SWITCH_S)
    policy = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(policy)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Matchdesk")
    application.setApplicationDisplayName("Matchdesk")
    application.setDesktopFileName("matchdesk")
    application.setWindowIcon(QIcon(str(ICON)))
    # The style sheet stands on one style, so that a desk looks alike on every system.
    application.setStyle(QStyleFactory.create("Fusion"))
    load_fonts()
    looks = QTimer(application, interval=LOOKS_EACH_MS)
    looks.timeout.connect(OneThreadCollector().look)
    looks.start()
    return application

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.scanner.desk import Desk
from ui.scanner.filter import ScannerFilter


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    page = QWidget()
    QVBoxLayout(page)
    qtbot.addWidget(page)
    catcher = ScannerFilter()
    qapp.installEventFilter(catcher)
    desk = Desk(qtbot, catcher, page)
    catcher.scanned.connect(desk.scans.append)
    yield desk
    qapp.removeEventFilter(catcher)

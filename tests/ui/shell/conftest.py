from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.delegates.lookup import Lookup
from app.desks import OpenEvent
from app.event.facts import event_facts
from app.event.slots import slots_of
from tests.ui.shell.robot import ENTRIES, Desk, PlainPage
from ui.common.page import Tools
from ui.shell.frame import Frame
from ui.shell.matching import Command
from ui.shell.top_bar import TopBar


@pytest.fixture
def desk(open_event: OpenEvent, tools: Tools, qtbot: QtBot) -> Desk:
    bar = TopBar(tools, Lookup(open_event.journal))
    with open_event.journal.reading() as session:
        bar.show_event(event_facts(session), slots_of(open_event.journal))
    bar.desk.show_desk("Desk 1", "Rasa")
    frame = Frame(tools.look, ENTRIES, bar, toasts_last_ms=300)
    qtbot.addWidget(frame)
    pages = {entry.key: PlainPage() for entry in ENTRIES}
    for key in pages:
        frame.add_page(key, partial(pages.__getitem__, key))
    frame.resize(1280, 800)
    frame.show_page("desk")
    with qtbot.waitExposed(frame):
        frame.show()
    frame.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    somebody = Desk(frame, bar, pages, qtbot)
    bar.search.offer(
        lambda: [
            Command(
                "Undo the last thing", "undo-2", lambda: somebody.done.append("undo"), "Ctrl+Z"
            ),
            Command(
                "Go to Delegates", "users", lambda: somebody.done.append("delegates"), "Ctrl+2"
            ),
            Command("Dark theme", "moon", lambda: somebody.done.append("dark")),
        ]
    )
    return somebody

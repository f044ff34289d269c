from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from shiboken6 import isValid

from app.desks import OpenEvent
from app.settings import HOME
from tests.building import EventBuilder
from tests.ui.dressed_bot import DressedBot
from tests.ui.templates.robot import TemplateRobot, WatchedOffice
from ui.common.page import Tools
from ui.templates.editor import TemplateEditor

Opens = Callable[..., TemplateRobot]


@pytest.fixture
def opens(
    open_event: OpenEvent,
    tools: Tools,
    qtbot: DressedBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Opens]:
    """Opens the editor on the event, with settings and templates of the test's own."""
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    WatchedOffice.drew_on.clear()
    opened: list[TemplateEditor] = []

    def open_editor(stock: str = "a6") -> TemplateRobot:
        editor = TemplateEditor(WatchedOffice(open_event.journal), tools, stock)
        qtbot.dress(editor)
        opened.append(editor)
        with qtbot.waitActive(editor):
            editor.show()
            editor.activateWindow()
        return TemplateRobot(editor, qtbot)

    yield open_editor

    # An editor that was closed has deleted itself, which is more than qtbot expects of a widget.
    for editor in filter(isValid, opened):
        editor.hide()
        editor.deleteLater()


@pytest.fixture
def editor(opens: Opens, event: EventBuilder) -> TemplateRobot:
    """The editor of an event of two delegates, on the template of A6."""
    event.delegate("Rasa", "Petrauskaitė", organisation="Baltic Photonics", country="LT")
    event.delegate("Ove", "Berg", badge_type="Speaker", delegation="Nordic")
    return opens()

"""The editor is opened from the Print page, and by a command from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.printing.designs import choose_design
from app.printing.stock import stocks
from app.printing.templates.own import keep_template
from app.printing.templates.reading import templates
from app.settings import HOME
from tests.building import EventBuilder, MovableClock, copy_event
from tests.ui.at_work import shown_workplace
from tests.ui.templates.robot import TemplateRobot
from ui.common.page import Tools
from ui.entries import PRINT
from ui.templates.editor import TemplateEditor
from ui.workplace import Workplace


@pytest.fixture
def workplace(
    tmp_path: Path,
    tools: Tools,
    qtbot: QtBot,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Workplace]:
    """All pages of an event of one delegate."""
    monkeypatch.setenv(HOME, str(tmp_path))
    file = tmp_path / "event.matchdesk"
    made = copy_event(file, clock)
    EventBuilder(made).delegate("Rasa", "Petrauskaitė")
    made.close()
    with shown_workplace(file, tools, clock, qtbot) as workplace:
        yield workplace


def opened_editor(workplace: Workplace, qtbot: QtBot) -> TemplateRobot:
    (editor,) = workplace.findChildren(TemplateEditor)
    qtbot.waitUntil(editor.isVisible, timeout=20_000)
    return TemplateRobot(editor, qtbot)


def test_the_print_page_opens_it_on_what_its_paper_is_printed_from(
    workplace: Workplace, qtbot: QtBot
) -> None:
    keep_template(templates()["card-85"], "ours")
    choose_design(stocks()["85x54"], "ours")
    workplace.show_page(PRINT)
    way = workplace.print_page.way
    qtbot.waitUntil(lambda: way.stock is not None, timeout=20_000)
    way.paper.choose("85x54")
    (button,) = (
        each for each in way.findChildren(QPushButton) if each.text() == "Badge templates…"
    )

    button.click()

    editor = opened_editor(workplace, qtbot)
    assert editor.template.name == "ours"
    editor.closes()
    editor.waits(lambda: bool(editor.closed), "the end")


def test_a_command_opens_it_from_another_page(workplace: Workplace, qtbot: QtBot) -> None:
    workplace.print_page.way.about_stock.templates_wanted.emit()

    editor = opened_editor(workplace, qtbot)

    assert editor.template.name in templates()


def test_the_print_page_shows_badges_as_they_look_from_now_on(
    workplace: Workplace, qtbot: QtBot
) -> None:
    workplace.show_page(PRINT)
    page = workplace.print_page
    qtbot.waitUntil(lambda: page.way.stock is not None, timeout=20_000)
    page.way.paper.choose("a6")
    page.way.about_stock.templates.click()
    editor = opened_editor(workplace, qtbot)
    editor.works_on("Country")
    editor.types("Text", "Welcome")
    editor.saves_as("ours")
    editor.presses("A6 single badge")
    editor.reads("are printed from “ours”")
    seen: list[str] = []
    page._looking.seen.connect(lambda _order, sight: seen.append(text_of(sight.preview.pdf)))

    editor.closes()

    qtbot.waitUntil(lambda: bool(seen) and "Welcome" in seen[-1], timeout=20_000)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text: str = document[0].get_textpage().get_text_range()
    return text

"""What is not saved is asked about on every way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QWidget

from app.printing.templates.own import offered_templates
from app.printing.templates.reading import templates
from tests.ui.templates.robot import TemplateRobot

NAMES = ("blocks", 1)
NOT_SAVED = "The changes to “a6” are not saved."


def test_closing_is_asked_about_and_what_is_discarded_is_gone(editor: TemplateRobot) -> None:
    editor.drags(NAMES, 3, 0)
    editor.closes()
    editor.reads(NOT_SAVED)
    editor.presses("Go on editing")
    assert editor.closed == []

    editor.presses_keys(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    editor.reads(NOT_SAVED)
    editor.presses("Discard")

    assert editor.closed
    assert list(offered_templates().known) == list(templates())


def test_the_window_s_own_way_out_is_asked_about_too(editor: TemplateRobot) -> None:
    editor.drags(NAMES, 3, 0)

    editor.editor.close()

    editor.reads(NOT_SAVED)
    assert editor.editor.isVisible()


def test_what_is_saved_under_a_name_lets_go_on_with_what_was_wanted(
    editor: TemplateRobot,
) -> None:
    editor.drags(NAMES, 3, 0)
    changed = editor.template
    editor.opens("card")
    editor.reads(NOT_SAVED)

    editor.editor.unsaved.save.click()
    editor.fills("Name of the template", "ours")
    editor.presses("Save under this name")

    editor.waits(lambda: editor.template.name == "card", "card")
    assert offered_templates().named("ours").blocks == changed.blocks


def test_what_is_being_typed_is_asked_about_too(editor: TemplateRobot) -> None:
    editor.works_on("Country")
    editor.begins_to_type("Text", "From {country}")

    editor.presses_keys(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    editor.reads(NOT_SAVED)
    assert "From {country}" in editor.template.blocks[1].styles


def test_another_template_waits_for_the_answer_and_the_list_says_which_is_open(
    editor: TemplateRobot,
) -> None:
    editor.drags(NAMES, 3, 0)
    changed = editor.template

    editor.opens("card")
    editor.reads(NOT_SAVED)
    editor.presses("Go on editing")

    assert editor.template == changed
    assert editor.editor.head.which.currentText() == "a6 • not saved"


def test_an_import_waits_for_the_answer(editor: TemplateRobot, tmp_path: Path) -> None:
    editor.drags(NAMES, 3, 0)
    editor.presses("Import…")
    editor.reads(NOT_SAVED)
    file = tmp_path / "theirs.toml"
    file.write_bytes((Path("resources") / "templates" / "card.toml").read_bytes())

    editor.presses("Discard")
    editor.answers_with_file(file)

    editor.waits(lambda: editor.template.name == "theirs", "theirs")


def test_what_is_saved_closes_without_a_question(editor: TemplateRobot) -> None:
    editor.saves_as("ours")
    editor.drags(NAMES, 3, 0)
    editor.reads("Not saved yet.")
    editor.presses_keys(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    editor.reads("“ours” is saved.")

    editor.closes()

    editor.waits(lambda: bool(editor.closed), "the end")


@pytest.mark.parametrize("part", ["Given name", "Code", "Band"])
def test_whatever_can_have_the_focus_has_a_name_and_tab_reaches_it(
    editor: TemplateRobot, part: str
) -> None:
    editor.works_on(part)
    can = {each for each in editor.editor.findChildren(QWidget) if _can_have_focus(each)}
    first = editor.editor.focusWidget()
    assert first is not None

    reached = [first]
    while len(reached) < 200:
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
        now = editor.editor.focusWidget()
        assert now is not None
        if now in reached:
            break
        reached.append(now)

    assert {_name(each) for each in can - set(reached)} == set()
    assert [type(each).__name__ for each in can if not _name(each)] == []


def _name(widget: QWidget) -> str:
    heard = QAccessible.queryAccessibleInterface(widget)
    return heard.text(QAccessible.Text.Name)


def _can_have_focus(widget: QWidget) -> bool:
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    is_inside = isinstance(widget.parent(), QAbstractSpinBox)
    is_there = widget.isVisible() and widget.isEnabled() and not isinstance(widget, QAbstractSlider)
    return tabbed and is_there and not is_inside and widget.focusProxy() is None

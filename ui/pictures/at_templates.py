"""The states of the editor of templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.printing.described import Place
from app.printing.templates.editing import moved, with_look
from app.printing.templates.own import own_file
from app.printing.templates.template import TypeLook
from app.settings import change_settings
from ui.entries import PRINT
from ui.pictures.hand import Hand, NotShown, Scene, dialogs
from ui.templates.editor import TemplateEditor

_NAMES: Place = ("blocks", 1, "texts", 0)
_OURS = "our-badges"


def _editor(hand: Hand) -> TemplateEditor:
    page = hand.workplace.print_page
    hand.workplace.show_page(PRINT)
    hand.settle()
    page.way.paper.choose("a6")
    hand.settle()
    page.way.about_stock.templates.click()
    hand.wait_for_dialog()
    (dialog,) = dialogs()
    if not isinstance(dialog, TemplateEditor):
        raise NotShown("Badge templates")
    hand.wait(dialog.head.isEnabled, "the templates")
    hand.afterwards(partial(_put_away, dialog))
    return dialog


def _usual(hand: Hand) -> None:
    editor = _editor(hand)
    editor.work.choose(_NAMES)
    hand.settle()


def _over_the_code(hand: Hand) -> None:
    editor = _editor(hand)
    editor.work.choose(_NAMES)
    for _ in range(4):
        QTest.keyClick(editor.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hand.settle()


def _own(hand: Hand) -> None:
    """A template of this desk, with a band for speakers, whose changes are asked about."""
    editor = _editor(hand)
    hand.afterwards(_forget_own)
    hand.press("Save as…", editor)
    hand.fill(editor, "Name of the template", _OURS)
    hand.press("Save under this name", editor)
    hand.press("A6 single badge", editor)
    work = editor.work
    work.do(with_look(work.template, TypeLook("Speaker", band="#A1003C", hidden=("country",))))
    work.do(moved(work.template, _NAMES[:2], 4, 0))
    editor.types.type.setCurrentText("Speaker")
    editor.types.show_types(("Delegate", "Speaker"))
    work.choose(("band",))
    editor.reject()
    hand.settle()


def _naming(hand: Hand) -> None:
    editor = _editor(hand)
    hand.press("Save as…", editor)
    hand.fill(editor, "Name of the template", "a6")
    hand.settle()


def _put_away(editor: TemplateEditor) -> None:
    """Let it be closed without a question."""
    editor.work.begin(editor.work.template)


def _forget_own() -> None:
    own_file(_OURS).unlink()
    change_settings(lambda old: replace(old, templates=()))


AT_TEMPLATES: Mapping[str, Scene] = {
    "templates": _usual,
    "templates-over-the-code": _over_the_code,
    "templates-own": _own,
    "templates-name": _naming,
}
"""By the name of the picture."""

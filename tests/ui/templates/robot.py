"""What somebody who makes templates does and sees."""

from __future__ import annotations

from pathlib import Path
from threading import current_thread

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.printing.described import Place
from app.printing.layout import Box
from app.printing.template_office import TemplateOffice
from app.printing.templates.editing import box_of, exists
from app.printing.templates.template import Template
from tests.ui.robot import Robot
from ui.common.buttons import Choice
from ui.templates.editor import TemplateEditor
from ui.templates.snapping import Guide
from ui.templates.words import place_words

CONTROL = Qt.KeyboardModifier.ControlModifier
_NO_KEY = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class WatchedOffice(TemplateOffice):
    """The real one, which remembers on which threads it drew."""

    drew_on: set[str] = set()  # noqa: RUF012 - each test empties it

    def draw(self, *args: object, **named: object) -> bytes:
        self.drew_on.add(current_thread().name)
        return super().draw(*args, **named)  # type: ignore[arg-type] # as the real one has it


class TemplateRobot(Robot):
    """Drags parts, strikes keys, fills fields."""

    def __init__(self, editor: TemplateEditor, qtbot: QtBot) -> None:
        super().__init__(editor, qtbot)
        self.editor = editor
        self.closed: list[int] = []
        editor.finished.connect(self.closed.append)
        self.waits(editor.head.isEnabled, "the templates")

    @property
    def template(self) -> Template:
        return self.editor.work.template

    def box(self, place: Place) -> Box:
        return box_of(self.template, place)

    def has_part(self, place: Place) -> bool:
        return exists(self.template, place)

    def works_on(self, words: str) -> None:
        """Choose a part in the list."""
        view, records = self.editor.parts_list.view, self.editor.parts_list.records.records
        row = next(at for at, each in enumerate(records) if each.words.strip() == words)
        view.setFocus()
        view.setCurrentIndex(view.model().index(row, 0))
        assert place_words(self.template, self.editor.work.chosen) == words

    def drags(self, place: Place, right: float, down: float) -> None:
        """Drag a part by millimetres, from its upper left quarter, in three moves, freely."""
        self._drags(self._at(place, 0.3, 0.25), right, down, Qt.KeyboardModifier.AltModifier)

    def drags_near(self, place: Place, right: float, down: float) -> list[Guide]:
        """Drag a part so that it keeps to what is near; give the lines that were shown last."""
        return self._drags(self._at(place, 0.3, 0.25), right, down, _NO_KEY)

    def drags_corner(self, place: Place, right: float, down: float) -> None:
        self._drags(self._at(place, 1.0, 1.0), right, down, Qt.KeyboardModifier.AltModifier)

    def drags_corner_near(self, place: Place, right: float, down: float) -> list[Guide]:
        return self._drags(self._at(place, 1.0, 1.0), right, down, _NO_KEY)

    def strikes(self, key: Qt.Key, modifier: Qt.KeyboardModifier, times: int = 1) -> None:
        """Strike a key on the badge."""
        self.editor.canvas.setFocus()
        for _ in range(times):
            QTest.keyClick(self.editor.canvas, key, modifier)

    def saves_as(self, name: str) -> None:
        self.presses("Save as…")
        self.fills("Name of the template", name)
        self.presses("Save under this name")
        self.reads(f"“{name}” is saved.")
        assert self.template.name == name

    def opens(self, name: str) -> None:
        """Choose another template."""
        which = self.editor.head.which
        self.waits(lambda: which.findText(name) >= 0, name)
        which.setCurrentIndex(which.findText(name))
        which.activated.emit(which.currentIndex())

    def picks(self, called: str, words: str) -> None:
        """Choose one of several."""
        (choice,) = (
            each
            for each in self.editor.findChildren(Choice)
            if each.accessibleName() == called and each.isVisible()
        )
        choice.setCurrentIndex(choice.findText(words))
        choice.activated.emit(choice.currentIndex())

    def types(self, label: str, text: str) -> None:
        """Fill a field and leave it."""
        self.begins_to_type(label, text)
        self.editor.canvas.setFocus()

    def begins_to_type(self, label: str, text: str) -> None:
        (entry,) = (
            each for each in self.editor.findChildren(QLineEdit) if each.accessibleName() == label
        )
        entry.setFocus()
        self.fills(label, text)

    def adds(self, words: str) -> None:
        """Take one of what is offered below Add."""
        self.presses("Add")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(each for each in menu.actions() if each.text() == words)
        action.trigger()
        menu.close()

    def answers_with_file(self, file: Path) -> None:
        """Answer the system's dialog for files."""
        self.waits(lambda: bool(self.editor.findChildren(QFileDialog)), "a dialog for files")
        dialog = self.editor.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(file))
        dialog.close()

    def closes(self) -> None:
        self.presses("Close")

    def has_drawn(self) -> None:
        """Wait until what is worked on is what is shown."""
        drawer = self.editor.drawer
        self.waits(lambda: not drawer.is_busy, "the badge")

    def _at(self, place: Place, across: float, down: float) -> QPointF:
        assert exists(self.template, place)
        area = self.editor.canvas.scale.area(self.box(place))
        return QPointF(area.x() + across * area.width(), area.y() + down * area.height())

    def _drags(
        self, start: QPointF, right: float, down: float, held: Qt.KeyboardModifier
    ) -> list[Guide]:
        canvas = self.editor.canvas
        way = QPointF(right, down) * canvas.scale.pixels
        points = [_whole(start + way * part) for part in (0, 0.4, 0.8, 1)]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=points[0])
        for point in points[1:]:
            # QTest moves the mouse with no key held.
            there = canvas.mapToGlobal(QPointF(point))
            move, button = QMouseEvent.Type.MouseMove, Qt.MouseButton.LeftButton
            none = Qt.MouseButton.NoButton
            QApplication.sendEvent(
                canvas, QMouseEvent(move, QPointF(point), there, none, button, held)
            )
        guides = list(canvas.guides)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=points[-1])
        return guides


def _whole(point: QPointF) -> QPoint:
    return point.toPoint()

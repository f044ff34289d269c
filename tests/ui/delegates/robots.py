"""Somebody at the page of delegates."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.journal.journal import Changes
from ui.common.buttons import Button, Choice, Rank
from ui.common.page import News
from ui.common.parts import Picture
from ui.delegates.forms import PaneForm
from ui.delegates.merge_dialog import MergeDialog
from ui.delegates.page import DelegatesPage

Dialog = TypeVar("Dialog", bound=QDialog)


class MergeRobot:
    """Looks at two entries side by side."""

    def __init__(self, dialog: MergeDialog) -> None:
        self.dialog = dialog

    def presses(self, words: str) -> None:
        button = next(
            each for each in self.dialog.findChildren(QPushButton) if each.text() == words
        )
        assert button.isEnabled(), words
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def presses_keys(self, keys: str) -> None:
        QTest.keySequence(self.dialog.focusWidget(), QKeySequence(keys))

    def reads(self, *texts: str) -> None:
        said = "\n".join(self.texts())
        for text in texts:
            assert text in said, f"{text!r} is not in:\n{said}"

    def texts(self) -> list[str]:
        labels = self.dialog.findChildren(QLabel)
        return [each.text() for each in labels if each.text()]

    def differing(self) -> list[str]:
        """What is marked by a picture, and so by more than its weight."""
        names = [each.accessibleName() for each in self.dialog.findChildren(Picture)]
        return [name.removesuffix(" differs") for name in names if name.endswith(" differs")]


class OfficeRobot:
    """Does and sees what a person does and sees there. It waits for what it looks for."""

    def __init__(self, page: DelegatesPage, qtbot: QtBot) -> None:
        self.page = page
        self.qtbot = qtbot
        self.news: list[News] = []
        page.told.connect(self.news.append)

    # Deeds

    def arrives(self) -> None:
        self.page.arrive()
        self.qtbot.waitUntil(lambda: self.page._was_read)

    def hears_that_something_was_written(self, *models: str) -> None:
        self.page.learn(Changes(frozenset(models or {"Delegate"})))

    def types(self, text: str) -> None:
        self.page.head.field.clear()
        QTest.keyClicks(self.page.head.field, text)

    def opens(self, name: str) -> None:
        """Click on somebody."""
        self.clicks(name)
        self.sees_open(name)

    def clicks(self, name: str) -> None:
        """Click on somebody, whatever comes of it."""
        table = self.page.table
        index = table.model().index(self.names().index(name), self._column("Name"))
        table.scrollTo(index)
        place = table.visualRect(index).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def clicks_at(self, widget: QWidget, place: QPoint) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def chooses_all(self) -> None:
        self.page.table.setFocus()
        self.presses_keys("Ctrl+A")

    def presses(self, words: str) -> None:
        """Press the button of these words with the mouse."""
        self.qtbot.waitUntil(lambda: self._button(words) is not None)
        button = self._button(words)
        assert button is not None
        assert button.isEnabled(), words
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def offers(self, words: str) -> bool:
        """Tell whether there is a button of these words."""
        return self._button(words) is not None

    def presses_by_keyboard(self, words: str) -> None:
        """Go to the button of these words, and press it as those do who have no mouse."""
        self.qtbot.waitUntil(lambda: self._button(words) is not None)
        button = self._button(words)
        assert button is not None
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def compares(self) -> MergeRobot:
        """Look at the two of the first doubt side by side."""
        self.presses_by_keyboard("Compare…")
        found: list[MergeDialog] = []

        def is_open() -> bool:
            found[:] = [each for each in self.page.findChildren(MergeDialog) if each.isVisible()]
            return bool(found)

        self.qtbot.waitUntil(is_open)
        return MergeRobot(found[0])

    def filters(self, facet: str, *values: str) -> None:
        """Check values in the menu of a chip."""
        offer = self.page.head.chips.chips[facet].offer()
        for at in range(offer.boxes.rowCount()):
            box = offer.boxes.item(at)
            wanted = box.text().partition(" · ")[0] in values
            box.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        offer.close()

    def offered(self, facet: str) -> dict[str, int]:
        """What a chip's menu offers, and how many have it."""
        offer = self.page.head.chips.chips[facet].offer()
        texts = [offer.boxes.item(at).text().split(" · ") for at in range(offer.boxes.rowCount())]
        offer.close()
        return {words: int(count) for words, count in texts}

    def sorts_by(self, title: str, *, backwards: bool = False) -> None:
        order = Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder
        self.page.table.horizontalHeader().setSortIndicator(self._column(title), order)

    def fills(self, label: str, text: str) -> None:
        form = self._form()
        name = next(each.name for each in form.plan.fields if each.label == label)
        form.fill({name: text})

    def takes(self, label: str, value: str) -> None:
        """Choose one of several in a form."""
        form = self._form()
        made = form.inputs[next(each.name for each in form.plan.fields if each.label == label)]
        assert isinstance(made, Choice)
        made.setCurrentIndex(made.findData(value))

    def asks(self, kind: type[Dialog]) -> Dialog:
        """Wait for a dialog."""
        self.qtbot.waitUntil(lambda: any(map(_in_sight, self.page.findChildren(kind))))
        (dialog,) = filter(_in_sight, self.page.findChildren(kind))
        return dialog

    def presses_keys(self, keys: str) -> None:
        QTest.keySequence(self.page.focusWidget(), QKeySequence(keys))

    # Sights

    def names(self) -> list[str]:
        return [row.person.name for row in self.page.table.records.records]

    def chosen(self) -> list[str]:
        return [row.person.name for row in self.page.table.chosen]

    def sees_names(self, *names: str) -> None:
        self.qtbot.waitUntil(lambda: self.names() == list(names))

    def sees_open(self, name: str) -> None:
        def is_open() -> bool:
            shown = self.page.pane.shown
            return shown is not None and shown.person.name == name

        self.qtbot.waitUntil(is_open)

    def cell(self, name: str, title: str) -> str:
        model = self.page.table.model()
        index = model.index(self.names().index(name), self._column(title))
        return str(index.data(Qt.ItemDataRole.DisplayRole))

    def sees_cell(self, name: str, title: str, text: str) -> None:
        self.qtbot.waitUntil(lambda: self.cell(name, title) == text)

    def reads(self, text: str) -> None:
        """Some text in sight holds this."""
        self.qtbot.waitUntil(lambda: any(text in each for each in self._texts()))

    def reads_not(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: not any(text in each for each in self._texts()))

    def is_told(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: any(text in each.text for each in self.news))

    def has_no_form(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.pane.asking.form is None)

    def value_of(self, label: str) -> str:
        form = self._form()
        return form.values[next(each.name for each in form.plan.fields if each.label == label)]

    def filled_in_the_pane(self) -> list[str]:
        """The words of the filled buttons in sight there."""
        buttons = (each for each in self.page.pane.findChildren(Button) if _in_sight(each))
        return [each.text() for each in buttons if each.rank is Rank.MAIN]

    def shows(self, delegate: UUID) -> None:
        self.page.show_delegate(delegate)

    def exports_to(self, file: Path) -> None:
        self.page.files.write_list(str(file))
        self.qtbot.waitUntil(file.exists)

    def is_in_the_table(self) -> None:
        """The focus is there."""
        self.qtbot.waitUntil(lambda: self.page.focusWidget() is self.page.table)

    def is_at_button(self, words: str, said: str = "") -> None:
        """The focus is at the button of these words, whose longer name says more."""

        def is_there() -> bool:
            focused: QWidget | None = self.page.focusWidget()
            named = focused.accessibleName() if focused is not None else ""
            return isinstance(focused, QPushButton) and focused.text() == words and said in named

        self.qtbot.waitUntil(is_there)

    def _form(self) -> PaneForm:
        self.qtbot.waitUntil(lambda: self.page.pane.asking.form is not None)
        form = self.page.pane.asking.form
        assert form is not None
        return form

    def _button(self, words: str) -> QPushButton | None:
        buttons = self.page.findChildren(QPushButton)
        found = [each for each in buttons if each.text() == words and _in_sight(each)]
        return found[-1] if found else None

    def _button_named(self, name: str) -> QPushButton:
        found = [
            each
            for each in self.page.findChildren(QPushButton)
            if each.accessibleName() == name and _in_sight(each)
        ]
        return found[-1]

    def _texts(self) -> list[str]:
        labels = self.page.findChildren(QLabel)
        return [each.text().replace("\u200b", "") for each in labels if _in_sight(each)]

    def _column(self, title: str) -> int:
        model = self.page.table.model()
        titles = [
            model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())
        ]
        return titles.index(title)


def _in_sight(widget: QWidget) -> bool:
    return widget.isVisible()

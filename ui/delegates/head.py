"""What stands above the table: title, counts, search, chips, and the choice of columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from ui.common.buttons import Button
from ui.common.lettering import BODY, TITLE, font
from ui.common.look import Look
from ui.common.parts import Elided, Text, column, row
from ui.delegates.chips import ChipRow
from ui.delegates.columns import TableColumn
from ui.delegates.places import PlacesLine
from ui.delegates.search_in import PROFILES, SearchIn

SETTLED_MS = 250


class TableHead(QWidget):
    """Says how many there are, and asks whom to show."""

    typed = Signal(str)
    settled = Signal(str)
    """Nobody has typed for a moment."""
    decide_wanted = Signal()
    columns_wanted = Signal(str)
    table_wanted = Signal()

    def __init__(self, look: Look, columns: Sequence[TableColumn]) -> None:
        super().__init__()
        self._look = look
        self._columns = columns
        self._counted = Elided("", BODY, "2")
        self.decide = Button(look, "", "circle-question-mark")
        self.decide.hide()
        self.choice = Button(look, "Columns", "columns-3")
        self.menu = QMenu(self)
        self.field = QLineEdit()
        self.search_in = SearchIn(look)
        self.chips = ChipRow(look)
        self.note = Text("", BODY, "2", wraps=True)
        self.note.hide()
        self.places = PlacesLine(look)
        self._pause = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._dress_field(look)
        title = row(Text("Delegates", TITLE), 4, self._counted, self.decide, self.choice)
        title.setStretch(2, 1)
        search = row(self.field, self.search_in, gap=8)
        search.setStretch(0, 1)
        self.setLayout(
            column(
                *(title, self.places, search, self.chips, self.note),
                gap=12,
                margins=(20, 16, 20, 12),
            )
        )
        self._connect()

    def show_counts(self, total: int, shown: int, here: int) -> None:
        """Say how many there are and are shown, and how many of those who are shown are here."""
        if not total:
            self._counted.setText("")
        elif shown == total:
            people = "delegate" if total == 1 else "delegates"
            self._counted.setText(f"{total:,} {people} · {here:,} here")
        else:
            here_of = f" · {here:,} of these here" if shown else ""
            self._counted.setText(f"{shown:,} of {total:,} delegates shown{here_of}")

    def show_doubts(self, count: int) -> None:
        """Say how much is to be decided."""
        self.decide.set_words(f"{count:,} to decide")
        self.decide.setVisible(count > 0)

    def show_columns(self, names: str) -> None:
        """Check the columns that stand."""
        self.menu.clear()
        shown = set(names.split(","))
        for each in self._columns:
            action = self.menu.addAction(each.column.title)
            action.setCheckable(True)
            action.setChecked(each.name in shown)
            action.setEnabled(each.name != "name")
            action.setData(each.name)
            action.toggled.connect(self._choose_columns)

    def offer_search(self, *, wanted: bool) -> None:
        """Offer to search and filter, unless there is nobody."""
        for part in (self.field, self.search_in, self.chips, self.choice):
            part.setVisible(wanted)

    def seek(self) -> None:
        """Let what people seek and offer be searched."""
        self.search_in.choose(PROFILES)
        self._search()

    def say(self, text: str) -> None:
        """Say something of what is shown; a blank takes it away."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.table_wanted.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)

    def _dress_field(self, look: Look) -> None:
        self.field.setFont(font(BODY))
        self.field.setPlaceholderText(self.search_in.hint)
        self.field.setAccessibleName("Search delegates")
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self._mark = QAction(look.icon("search"), "", self)
        self.field.addAction(self._mark, QLineEdit.ActionPosition.LeadingPosition)
        look.changed.connect(self._draw_mark)
        search = QShortcut(QKeySequence.StandardKey.Find, self)
        search.activated.connect(self._search)

    def _draw_mark(self) -> None:
        self._mark.setIcon(self._look.icon("search"))

    def _connect(self) -> None:
        self.field.textChanged.connect(self._hear)
        self.search_in.changed.connect(self._hint)
        self._pause.timeout.connect(lambda: self.settled.emit(self.field.text()))
        self.decide.clicked.connect(self.decide_wanted)
        self.choice.clicked.connect(self._offer_columns)

    def _hint(self) -> None:
        self.say("")
        self.field.setPlaceholderText(self.search_in.hint)

    def _hear(self, text: str) -> None:
        self.say("")
        self.typed.emit(text)
        self._pause.start()

    def _search(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _offer_columns(self) -> None:
        place = self.choice.mapToGlobal(self.choice.rect().bottomRight())
        place.setX(place.x() - self.menu.sizeHint().width())
        self.menu.popup(place)

    def _choose_columns(self, _on: object) -> None:
        chosen = [action.data() for action in self.menu.actions() if action.isChecked()]
        self.columns_wanted.emit(",".join(chosen))

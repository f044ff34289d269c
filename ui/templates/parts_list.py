"""The parts of a template, one below the other, to choose, add and take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from app.printing.described import Place
from app.printing.templates.editing import (
    CODE,
    added_block,
    added_piece,
    added_text,
    block_at,
    parts,
    removed,
    shifted,
    text_number,
)
from app.printing.templates.template import Piece, Template
from ui.common.buttons import SmallButton
from ui.common.lettering import BODY, LABEL, SECTION, font
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.common.records import Column, RecordModel
from ui.templates.words import ICONS, PIECE_WORDS, place_words
from ui.templates.work import Work

_INDENT = "\N{EM SPACE}\N{EN SPACE}"


@dataclass(frozen=True, slots=True)
class _Listed:
    place: Place
    words: str


class PartsList(QWidget):
    """Lists what stands on the badge; texts stand below their block."""

    def __init__(self, look: Look, work: Work) -> None:
        super().__init__()
        self._work = work
        self.records = _Parts(look, self)
        self.view = _View()
        self.view.setModel(self.records)
        self.view.setFont(font(BODY))
        self.view.setSpacing(2)
        self.view.setAccessibleName("Parts of the badge")
        self.adding = SmallButton(look, "Add", "plus")
        self.removing = SmallButton(look, "Remove", "trash-2")
        self.up, self.down = SmallButton(look, "", "arrow-up"), SmallButton(look, "", "arrow-down")
        for button, name in ((self.up, "Text further up"), (self.down, "Text further down")):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._why = Text("", LABEL, "2", wraps=True)
        buttons = row(self.adding, self.removing, None, self.up, self.down, gap=4)
        layout = column(Text("Parts", SECTION), self.view, buttons, self._why, gap=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.adding.clicked.connect(self._offer)
        self.removing.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._shift(-1))
        self.down.clicked.connect(lambda: self._shift(1))
        self.view.selectionModel().currentChanged.connect(self._choose)
        work.changed.connect(self._show)
        work.chosen_changed.connect(self._show_chosen)

    def _show(self) -> None:
        template = self._work.template
        self.records.show(
            [_Listed(place, _row_words(template, place)) for place in _listed(template)]
        )
        self._show_chosen()

    def _show_chosen(self) -> None:
        places = [each.place for each in self.records.records]
        # The only text of a block has no row of its own.
        chosen = self._work.chosen if self._work.chosen in places else self._work.part
        if chosen in places:
            index = self.records.index(places.index(chosen), 0)
            if index != self.view.currentIndex():
                self.view.setCurrentIndex(index)
        self._enable()

    def _enable(self) -> None:
        template, chosen = self._work.template, self._work.chosen
        is_code = chosen == CODE
        self.removing.setEnabled(not is_code)
        is_text = len(chosen) == 4
        last = len(block_at(template, chosen).styles) - 1 if is_text else 0
        self.up.setEnabled(is_text and text_number(chosen) > 0)
        self.down.setEnabled(is_text and text_number(chosen) < last)
        self._why.setText("The code stays: without it, a badge lets nobody in." if is_code else "")
        self._why.setVisible(is_code)

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._work.choose(self.records.records[now.row()].place)

    def _offer(self) -> None:
        """Offer what can be added here."""
        work, menu = self._work, QMenu(self)
        template = work.template
        menu.addAction("Text", lambda: self._add(*added_block(work.template)))
        if work.chosen[0] == "blocks":
            name = place_words(template, work.part)
            there = menu.addAction(f"Text below those of {name}")
            there.triggered.connect(lambda: self._add(*added_text(work.template, work.part)))
        missing = [piece for piece in Piece if getattr(template, piece) is None]
        for piece in missing:
            action = menu.addAction(PIECE_WORDS[piece])
            action.triggered.connect(
                lambda _on=False, piece=piece: self._add(*added_piece(work.template, piece))
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.adding.mapToGlobal(self.adding.rect().bottomLeft()))

    def _add(self, template: Template, place: Place) -> None:
        self._work.do(template, chosen=place)
        self.view.setFocus()

    def _remove(self) -> None:
        self._work.do(removed(self._work.template, self._work.chosen))

    def _shift(self, by: int) -> None:
        template, place = shifted(self._work.template, self._work.chosen, by)
        self._work.do(template, chosen=place)


def _listed(template: Template) -> list[Place]:
    places: list[Place] = []
    for part in parts(template):
        places.append(part)
        if part[0] == "blocks":
            count = len(block_at(template, part).styles)
            places += [(*part, "texts", number) for number in range(count)] if count > 1 else []
    return places


def _row_words(template: Template, place: Place) -> str:
    return (_INDENT if len(place) == 4 else "") + place_words(template, place)


class _View(QListView):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A scanner types letters, and a list would go to what begins with them.
        if event.text().isprintable() and event.text():
            event.ignore()
            return
        super().keyPressEvent(event)


class _Parts(RecordModel[_Listed]):
    def __init__(self, look: Look, parent: QWidget) -> None:
        name: Column[_Listed] = Column("Part", lambda listed: listed.words)
        super().__init__((name,), lambda listed: listed.place, parent)
        self._look = look

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.DecorationRole and index.isValid():
            place = self.records[index.row()].place
            if len(place) == 4:
                return None
            return self._look.icon(ICONS.get(str(place[0]), "type"), "text-2", 16)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            return self.records[index.row()].words.strip()
        return super().data(index, role)

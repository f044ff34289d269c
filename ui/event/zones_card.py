"""The zones of the hall: how many tables each has, and which are far from each other."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.event.overview import EventOverview, ZoneFacts
from ui.common.buttons import Choice, Rank, SmallButton
from ui.common.lettering import BODY, BODY_STRONG
from ui.common.look import Look
from ui.common.parts import Elided, Text, clear, column, line, row
from ui.event.card import Card
from ui.event.editor import Editor
from ui.event.place_words import closed_words
from ui.event.services import ZoneCalls
from ui.event.words import rows_words

_NAME_WIDE = 176


class ZonesCard(Card):
    """A zone is closed, reopened or renamed as a whole; two may be too far for a changeover."""

    close_wanted = Signal(str)
    """A zone is to be closed."""
    reopen_wanted = Signal(str)

    def __init__(self, look: Look, zones: ZoneCalls, editor: Editor) -> None:
        super().__init__("Zones")
        self._look, self._zones, self._editor = look, zones, editor
        self._shown: tuple[object, ...] = ()
        self._list, self._pairs = column(gap=6), column(gap=6)
        self.text = QLineEdit()
        self.text.setPlaceholderText("New name of the zone")
        self.text.setAccessibleName("New name of the zone")
        self.which, self.one, self.other = Choice(look), Choice(look), Choice(look)
        for choice, name in (
            (self.which, "Zone to rename"),
            (self.one, "One zone"),
            (self.other, "Other zone"),
        ):
            choice.setAccessibleName(name)
            choice.setFixedWidth(_NAME_WIDE)
        self.rename = SmallButton(look, "Rename zone", "pencil")
        self.far = SmallButton(look, "Too far for one changeover", "timer")
        self._edits, self._pairing = QWidget(), QWidget()
        self._build()
        self.rename.clicked.connect(self._rename)
        self.far.clicked.connect(self._set_far)
        self.text.textChanged.connect(self._follow)
        for choice in (self.one, self.other):
            choice.currentIndexChanged.connect(self._follow)

    def _build(self) -> None:
        edit = row(self.which, self.text, self.rename)
        edit.setStretch(1, 1)
        self._edits.setLayout(edit)
        pairing = row(self.one, Text("and", BODY, "2"), self.other, self.far, None)
        self._pairing.setLayout(pairing)
        self.inside.addLayout(self._list)
        self.inside.addLayout(self._pairs)
        self.inside.addWidget(self._edits)
        self.inside.addWidget(self._pairing)

    def show_overview(self, overview: EventOverview) -> None:
        """Show the zones; what is chosen stays chosen."""
        zones = overview.zones
        closed = {zone.name: _closed_words(overview, zone.name) for zone in zones}
        if self._shown == (zones, closed):
            return
        self._shown = (zones, closed)
        clear(self._list)
        clear(self._pairs)
        for zone in zones:
            self._list.addLayout(self._zone(zone, closed[zone.name]))
        if not zones:
            empty = "No table stands in a zone. Choose tables above, type a name, and set it."
            self._list.addWidget(Text(empty, BODY, "2", wraps=True))
        self._show_pairs(zones)
        self.noted.setText(rows_words(len(zones), "zone", "zones") if zones else "")
        self._edits.setVisible(bool(zones))
        self._pairing.setVisible(len(zones) > 1)
        for at, choice in enumerate((self.which, self.one, self.other)):
            _offer(choice, [zone.name for zone in zones], min(at // 2, len(zones) - 1))
        if self.one.currentIndex() == self.other.currentIndex() and len(zones) > 1:
            self.other.setCurrentIndex(0 if self.one.currentIndex() else 1)
        self._follow()

    def _show_pairs(self, zones: tuple[ZoneFacts, ...]) -> None:
        far = [(one, other) for one, other in combinations(zones, 2) if other.name in one.far]
        if far:
            self._pairs.addWidget(line())
        for one, other in far:
            self._pairs.addLayout(self._pair(one.name, other.name))

    def _zone(self, zone: ZoneFacts, closed: str) -> QHBoxLayout:
        name = Elided(zone.name, BODY_STRONG)
        state = f" · closed {closed}" if closed else ""
        said = Elided(rows_words(zone.tables, "table", "tables") + state, BODY, "2")
        reopen = SmallButton(self._look, "Reopen", "rotate-ccw", rank=Rank.QUIET)
        reopen.setAccessibleName(f"Reopen zone {zone.name}")
        reopen.setEnabled(bool(closed))
        reopen.clicked.connect(lambda: self.reopen_wanted.emit(zone.name))
        close = SmallButton(self._look, "Close…", "ban", rank=Rank.QUIET)
        close.setAccessibleName(f"Close zone {zone.name}")
        close.clicked.connect(lambda: self.close_wanted.emit(zone.name))
        shown = row(name, said, reopen, close)
        shown.setStretch(0, 2)
        shown.setStretch(1, 3)
        return shown

    def _pair(self, one: str, other: str) -> QHBoxLayout:
        said = Elided(f"{one} and {other} are too far from each other for one changeover.", BODY)
        near = SmallButton(self._look, "Near enough", "x", rank=Rank.QUIET)
        near.setAccessibleName(f"{one} and {other} are near enough")
        near.clicked.connect(
            lambda: self._editor.do(
                lambda: self._zones.set_near(one, other),
                f"One changeover is enough from {one} to {other}.",
            )
        )
        shown = row(said, near)
        shown.setStretch(0, 1)
        return shown

    def _follow(self) -> None:
        self.rename.setEnabled(bool(self.text.text().strip()))
        self.far.setEnabled(self.one.currentText() != self.other.currentText())

    def _rename(self) -> None:
        zone, name = self.which.currentText(), self.text.text()
        said = f"Zone {zone} is {' '.join(name.split())} now."
        self._editor.do(lambda: self._zones.rename(zone, name), said)
        self.text.clear()

    def _set_far(self) -> None:
        one, other = self.one.currentText(), self.other.currentText()
        said = f"{one} and {other} are too far from each other for one changeover."
        self._editor.do(lambda: self._zones.set_far(one, other), said)


def _closed_words(overview: EventOverview, zone: str) -> str:
    closures = (each for each in overview.closures if each.table_id is None and each.zone == zone)
    return closed_words(closures, overview.facts.zone)


def _offer(choice: Choice, names: list[str], usual: int) -> None:
    before = choice.currentText()
    choice.blockSignals(True)
    choice.clear()
    choice.addItems(names)
    choice.setCurrentIndex(names.index(before) if before in names else usual)
    choice.blockSignals(False)

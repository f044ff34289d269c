"""What the event is called, where and in which time zone it is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from app.event.editing import FactsOrder
from app.event.overview import EventOverview
from ui.common.buttons import Button, Rank
from ui.common.look import Look
from ui.common.parts import row
from ui.event.card import Card, labelled
from ui.event.editor import Editor
from ui.event.services import SetupCalls

_WORDS: Mapping[str, str] = {
    "name": "Name",
    "venue": "Venue",
    "city": "City",
    "timezone": "Time zone",
}


class FactsCard(Card):
    """Four fields, kept together by one button once something in them is new."""

    def __init__(self, look: Look, setup: SetupCalls, editor: Editor) -> None:
        super().__init__("Event")
        self._setup, self._editor = setup, editor
        self._stored: dict[str, str] = {}
        self.fields = {name: QLineEdit() for name in _WORDS}
        self.keep = Button(look, "Keep changes", "check", rank=Rank.MAIN)
        self.drop = Button(look, "Put back")
        name, venue, city, zone = (labelled(_WORDS[each], self.fields[each]) for each in _WORDS)
        self.inside.addLayout(name)
        self.inside.addLayout(venue)
        self.inside.addLayout(row(city, zone, gap=12))
        self._buttons = (self.keep, self.drop)
        self.inside.addLayout(row(*self._buttons, None))
        for field in self.fields.values():
            field.textChanged.connect(self._compare)
        self.keep.clicked.connect(self._keep)
        self.drop.clicked.connect(self._put_back)
        self._compare()

    def show_overview(self, overview: EventOverview) -> None:
        """Show what is stored; what somebody is typing just now stays."""
        facts = overview.facts
        stored = {
            "name": facts.name,
            "venue": facts.venue,
            "city": facts.city,
            "timezone": facts.zone.key,
        }
        for name, text in stored.items():
            field = self.fields[name]
            if field.text() == self._stored.get(name, ""):
                field.setText(text)
                field.setCursorPosition(0)
        self._stored = stored
        self._compare()

    def offer_zones(self, zones: tuple[str, ...]) -> None:
        """Complete what is typed as a time zone."""
        completer = QCompleter(list(zones), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.fields["timezone"].setCompleter(completer)

    def _changed(self) -> dict[str, str]:
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        return {name: text for name, text in texts.items() if text != self._stored.get(name, "")}

    def _compare(self) -> None:
        for button in self._buttons:
            button.setVisible(bool(self._changed()))

    def _keep(self) -> None:
        order = FactsOrder(**self._changed())
        self._editor.do(lambda: self._setup.change_facts(order), "The event's facts were changed.")

    def _put_back(self) -> None:
        for name, field in self.fields.items():
            field.setText(self._stored.get(name, ""))

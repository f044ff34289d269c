"""What is known of an organisation's people, put where nobody has typed anything."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from app.delegates.countries import country_name
from app.delegates.groups import same_name
from app.delegates.suggesting import KnownWords, OfOrganisation
from ui.common.known_fields import KnownField

_FILLED = ("country", "delegation")


class FromOrganisation(QObject):
    """Fills a country and a delegation in, as all others of the organisation have them.

    What stands there can be changed; what somebody has typed or chosen is left as it is.
    """

    def __init__(self, known: Mapping[str, KnownField], entries: Mapping[str, QLineEdit]) -> None:
        super().__init__(entries["organisation"])
        self._known, self._entries = known, entries
        self._people_of: Mapping[str, OfOrganisation] = {}
        self._typed: set[str] = set()
        for name in _FILLED:
            entries[name].textEdited.connect(partial(self._leave, name))
            known[name].completing.chosen.connect(partial(self._leave, name))
        entries["organisation"].textChanged.connect(self._fill)

    def know(self, words: KnownWords) -> None:
        """Fill in from these words from now on."""
        self._people_of = words.people_of
        self._fill()

    def begin(self) -> None:
        """Nothing is typed yet."""
        self._typed.clear()

    def _leave(self, name: str, _text: str) -> None:
        self._typed.add(name)

    def _fill(self) -> None:
        named = same_name(self._entries["organisation"].text())
        people = self._people_of.get(named, OfOrganisation())
        country = country_name(people.country) if people.country else ""
        for name, text in zip(_FILLED, (country, people.delegation), strict=True):
            entry = self._entries[name]
            if name in self._typed or not entry.isEnabled() or entry.text() == text:
                continue
            entry.setText(text)
            entry.setCursorPosition(0)
            if text:
                self._known[name].say("As others of the organisation")

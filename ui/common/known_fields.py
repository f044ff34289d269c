"""What the fields of a form for a delegate are completed from, and what they say of their text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from app.delegates.countries import country_name, country_of
from app.delegates.groups import same_name
from app.delegates.suggesting import Known, KnownWords, suggested, suggested_countries
from ui.common.completing import Completing, Suggest
from ui.common.lettering import LABEL
from ui.common.parts import Text


@dataclass(frozen=True, slots=True)
class _Help:
    suggest: Suggest
    say: Callable[[str], str]


class KnownField(QObject):
    """Completes a line. ``note`` stands beside its label and says what its text is taken for."""

    NAMES = ("organisation", "delegation", "badge_type", "country")
    """The fields that can be completed, as ``PersonOrder`` names them."""

    def __init__(self, name: str, entry: QLineEdit) -> None:
        super().__init__(entry)
        self._name = name
        self._entry = entry
        self._help: _Help | None = None
        self.note = Text("", LABEL, "2")
        self.completing = Completing(entry)
        entry.textChanged.connect(self._say)

    def know(self, words: KnownWords) -> None:
        """Complete from these words from now on."""
        self._help = _helps(words)[self._name]
        self.completing.suggest_by(self._help.suggest)
        self._say(self._entry.text())

    def say(self, said: str) -> None:
        """Say this of the text that stands there, until it is another."""
        self.note.setText(said)
        self._entry.setAccessibleDescription(said)

    def _say(self, text: str) -> None:
        self.say(self._help.say(text.strip()) if self._help and text.strip() else "")


def _helps(words: KnownWords) -> Mapping[str, _Help]:
    def of(known: Known, new: str) -> _Help:
        names = frozenset(same_name(word.text) for word in known)
        return _Help(
            partial(suggested, known), lambda text: "" if same_name(text) in names else new
        )

    return {
        "organisation": of(words.organisations, "New organisation"),
        "delegation": of(words.delegations, "New delegation"),
        "badge_type": of(words.badge_types, "New badge type"),
        "country": _Help(partial(suggested_countries, words.countries), _country),
    }


def _country(text: str) -> str:
    """Say which country a code or another language's name means."""
    code = country_of(text)
    name = country_name(code) if code else ""
    return name if name != text else ""

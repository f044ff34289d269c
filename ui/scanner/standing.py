"""Whether scans arrive as they were sent, as far as this desk has seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.checkin.codes import MAGIC, is_whole


class Standing(StrEnum):
    """How it stands with the scanner."""

    UNKNOWN = "unknown"
    READY = "ready"
    GARBLED = "garbled"


@dataclass(frozen=True, slots=True)
class Seen:
    """How the last scan arrived, and when; nothing, before there was one."""

    standing: Standing = Standing.UNKNOWN
    at: datetime | None = None

    @classmethod
    def stored(cls, text: str) -> Seen:
        """Read what ``text`` gave; of anything else, nothing is known."""
        standing, _, at = text.partition(" ")
        try:
            seen = cls(Standing(standing), datetime.fromisoformat(at))
        except ValueError:
            return cls()
        return seen if seen.at is not None and seen.at.tzinfo is not None else cls()

    def text(self) -> str:
        """Give it as a line for the settings, blank if nothing is known."""
        return f"{self.standing} {self.at.isoformat()}" if self.at else ""


class ScannerWatch(QObject):
    """Looks at each scan. ``changed``: something else was seen.

    ``turned`` carries what is to be kept for the next start, whenever the standing is another.
    """

    changed = Signal()
    turned = Signal(str)

    def __init__(
        self, seen: Seen, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.seen = seen
        self._clock = clock

    def look_at(self, scanned: str) -> None:
        """See how a scan has arrived, by the layout that was learnt."""
        self.note(standing_of(scanned))

    def note(self, standing: Standing) -> None:
        """Take it from somebody who knows, as the scanner test does."""
        before = self.seen.standing
        at = None if standing is Standing.UNKNOWN else self._clock()
        self.seen = Seen(standing, at)
        self.changed.emit()
        if standing is not before:
            self.turned.emit(self.seen.text())


def standing_of(scanned: str) -> Standing:
    """Judge a scan by its letters.

    Scanners press keys of a US keyboard. Other letters than it has come of a layout that was not
    learnt, and a code of ours that is not whole has lost some on its way.
    """
    ours = scanned.lower().startswith(MAGIC)
    arrived = is_whole(scanned) if ours else scanned.isascii()
    return Standing.READY if arrived else Standing.GARBLED

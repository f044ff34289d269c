"""The events that were open before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.recents import Found, RecentEvent
from ui.common.buttons import SmallButton
from ui.common.lettering import BODY_STRONG, CELL, LABEL
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.common.parts import clear, column, row
from ui.common.times import Times
from ui.start.entry import BESIDE, Entry

_HEIGHT, _GAP = 72, 4
_COUNT_WIDE = 230
_KEPT_WIDE = 330.0
_WHY = {
    Found.MISSING: ("file-clock", "The file is no longer there."),
    Found.FOREIGN: ("circle-x", "The file is no event of Matchdesk."),
    Found.DAMAGED: ("triangle-alert", "The file is damaged."),
    Found.LOCKED: ("triangle-alert", "Another program holds the file."),
    Found.UNREADABLE: ("triangle-alert", "The file can't be read."),
}
_GONE = (Found.MISSING, Found.FOREIGN)


class RecentList(QWidget):
    """Says of each event what it is; one whose file is gone can be taken off."""

    event_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, look: Look, times: Times, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._times = times
        self.listed: Sequence[RecentEvent] = ()
        self._entries: list[RecentEntry] = []
        self._rows = column(gap=_GAP)
        self.setLayout(self._rows)

    @property
    def tall(self) -> int:
        """How many pixels all of them take."""
        count = len(self.listed)
        return count * _HEIGHT + max(count - 1, 0) * _GAP

    def show_recents(self, recents: Sequence[RecentEvent]) -> None:
        """Show these, the latest first."""
        self.listed = recents
        clear(self._rows)
        self._entries = []
        for recent in recents:
            entry = RecentEntry(self._look, self._times, recent)
            entry.clicked.connect(lambda _down=False, file=recent.file: self._want(file))
            self._entries.append(entry)
            parts: list[QWidget] = [entry]
            if recent.found is not Found.READABLE:
                remove = SmallButton(self._look, "Remove from list", "x")
                remove.setAccessibleName(f"Remove {recent.file.name} from the list")
                remove.clicked.connect(
                    lambda _down=False, file=recent.file: self.removal_wanted.emit(file)
                )
                parts.append(remove)
            line = row(*parts, gap=12)
            # A button ends where the words above it do.
            line.setContentsMargins(0, 0, BESIDE if len(parts) > 1 else 0, 0)
            self._rows.addLayout(line)

    def take_focus(self) -> None:
        """Take it to the latest that can be opened, if one can."""
        latest = next((each for each in self._entries if each.isEnabled()), None)
        if latest is not None:
            # A layout shows what it is given a little later, and what is not shown has no focus.
            latest.show()
            latest.setFocus()

    def _want(self, file: object) -> None:
        self.event_wanted.emit(file)


class RecentEntry(Entry):
    """An event: its name, where and when, its file, and when it was open last."""

    def __init__(self, look: Look, times: Times, recent: RecentEvent) -> None:
        super().__init__(look, _HEIGHT)
        self.recent = recent
        self._name = recent.name or recent.file.stem
        self._about = " · ".join(filter(None, (recent.place, span(recent.days))))
        self._count = _count_words(recent)
        self._opened = f"Opened {times.of_day(recent.opened_at)}"
        self._kept, self._is_due = kept_words(recent, times.today())
        self.setEnabled(recent.found not in _GONE)
        self.setText(self._name)
        count = f" {self._count}." if self._count else ""
        kept = f" {self._kept}." if self._kept else ""
        why = _WHY[recent.found][1] if recent.found in _WHY else f"{self._about}{count}{kept}"
        self.setAccessibleName(f"{self._name}. {why} {self._opened}.")
        self.setToolTip(str(recent.file))
        if not self.isEnabled():
            self.unsetCursor()

    def paint_words(self, painter: QPainter) -> None:
        """Say what the event is, where its file is, and when it was open."""
        upper, middle, lower = map(self.line, (8, 28, 47))
        opened = 190.0
        name = BODY_STRONG if self.isEnabled() else CELL
        quiet = "text" if self.isEnabled() else "text-3"
        paint_text(
            painter, upper.adjusted(0, 0, -opened, 0), self._name, Ink(name, quiet), self.look
        )
        right = Ink(LABEL, "text-3", Qt.AlignmentFlag.AlignRight)
        at = QRectF(upper.right() - opened, upper.y(), opened, upper.height())
        paint_text(painter, at, self._opened, right, self.look)
        self._paint_state(painter, middle)
        self._paint_kept(painter, lower)

    def _paint_kept(self, painter: QPainter, area: QRectF) -> None:
        """Say where the file is, and when its people are to be erased."""
        wide = _KEPT_WIDE if self._kept else 0.0
        place = area.adjusted(0, 0, -wide, 0)
        paint_text(painter, place, str(self.recent.file), Ink(LABEL, "text-3"), self.look)
        tone = "warn-text" if self._is_due else "text-3"
        right = Ink(LABEL, tone, Qt.AlignmentFlag.AlignRight)
        at = QRectF(area.right() - wide, area.y(), wide, area.height())
        paint_text(painter, at, self._kept, right, self.look)

    def _paint_state(self, painter: QPainter, area: QRectF) -> None:
        why = _WHY.get(self.recent.found)
        if why is None:
            left = area.adjusted(0, 0, -_COUNT_WIDE, 0)
            right = area.adjusted(area.width() - _COUNT_WIDE + 8, 0, 0, 0)
            paint_text(painter, left, self._about, Ink(CELL, "text-2"), self.look)
            quiet = Ink(CELL, "text-2", Qt.AlignmentFlag.AlignRight)
            paint_text(painter, right, self._count, quiet, self.look)
            return
        colour = "text-3" if self.recent.found in _GONE else "warn-text"
        painter.drawPixmap(QPointF(area.x(), area.y() + 2), self.look.pixmap(why[0], colour, 14))
        paint_text(painter, area.adjusted(20, 0, 0, 0), why[1], Ink(CELL, colour), self.look)


def _count_words(recent: RecentEvent) -> str:
    """Say how many came, or while nobody has, how many are expected; blank of an empty event."""
    if recent.came:
        return f"{recent.came:,} of {recent.accepted:,} came"
    delegates = "delegate" if recent.accepted == 1 else "delegates"
    return f"{recent.accepted:,} {delegates}" if recent.accepted else ""


def kept_words(recent: RecentEvent, today: date) -> tuple[str, bool]:
    """Say when an event's people are to be erased, once it is over; and whether that is due."""
    if recent.erase_on is None or not recent.days or today <= max(recent.days):
        return "", False
    left = (recent.erase_on - today).days
    if left <= 0:
        return "Its people are to be erased by now: open it, then Event", True
    days = "1 day" if left == 1 else f"{left:,} days"
    return f"Its people are to be erased in {days}", False


def span(days: Sequence[date]) -> str:
    """Say when an event is: ``16–17 March 2027``, ``30 March – 2 April 2027``."""
    if not days:
        return ""
    first, last = days[0], days[-1]
    end = f"{last.day} {last:%B} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {first:%B}{year} – {end}"

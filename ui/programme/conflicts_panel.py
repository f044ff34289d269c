"""What can't be so on a day, each leading to where it is mended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.programme.conflicts import Conflict
from app.programme.taken_up import ROUNDS, SPEECHES
from ui.common.lettering import BODY, BODY_STRONG, LABEL, SECTION, font
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.common.parts import Panel, Text, clear, column, row, scrolled
from ui.common.pressable import Pressable
from ui.common.turns import Turns
from ui.programme.sheet import Sheet
from ui.programme.words import clock, conflict_words, many

_TALL, _LEFT, _WIDE = 44, 40, 262
_PARTS = {ROUNDS: "rounds", SPEECHES: "speeches"}


class ConflictsPanel(QWidget):
    """Lists conflicts in the order of time.

    ``wanted`` carries the session one is about; ``part_wanted``, where it is about none, the key
    of the part that shows rounds or speeches, who of its people is concerned, and since when.
    """

    wanted = Signal(object)
    part_wanted = Signal(str, object, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._noted = Text("", LABEL, "3")
        self._list = column(gap=8)
        self._shown: tuple[Conflict, ...] | None = None
        self._turns = Turns(self)
        within = Panel("")
        within.setLayout(column(self._list, None, gap=0, margins=(0, 0, 0, 8)))
        head = row(Text("Conflicts", SECTION), None, self._noted, gap=8, margins=(4, 0, 0, 0))
        self.setLayout(column(head, scrolled(within), gap=12, margins=16))

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what can't be so on another day, or at another time."""
        found = sheet.conflicts
        self._noted.setText("In the order of time" if found else "")
        if found == self._shown:
            # One of them may have the focus.
            return
        self._shown = found
        clear(self._list)
        # There may be hundreds, and nobody looks at the last one first.
        self._turns.begin(partial(self._add, sheet, each) for each in found)
        if not found:
            self._list.addWidget(Text(_nothing(sheet), BODY, "2", wraps=True))

    def _add(self, sheet: Sheet, conflict: Conflict) -> None:
        sessions = {each.number: each for each in (*sheet.day.sessions, *sheet.day.astray)}
        titles = {number: each.title for number, each in sessions.items()}
        short, whole = conflict_words(conflict, titles)
        card = ConflictCard(self._look, short, clock(conflict.starts_at, sheet.day.zone), whole)
        about = next((sessions[one] for one in conflict.sessions if one in sessions), None)
        if about is not None:
            card.clicked.connect(lambda _on=False, to=about.id: self.wanted.emit(to))
        elif run := next((_PARTS[each] for each in conflict.sessions if each in _PARTS), ""):
            who = conflict.people[0].id if conflict.people else None
            to = (run, who, conflict.starts_at)
            card.clicked.connect(lambda _on=False, to=to: self.part_wanted.emit(*to))
        self._list.addWidget(card)


def _nothing(sheet: Sheet) -> str:
    held = sum(not each.cancelled for each in sheet.day.sessions)
    if not held:
        return "No sessions on this day."
    return f"Nothing is in conflict. {many(held, 'session')} on this day."


class ConflictCard(Pressable):
    """One of them; a click or Space goes to where it is mended."""

    def __init__(self, look: Look, short: str, at: str, whole: str) -> None:
        super().__init__(look)
        self._short, self._at, self._whole = short, at, whole
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        lines = 1 if QFontMetricsF(font(LABEL)).horizontalAdvance(whole) < _WIDE else 2
        self.setFixedHeight(_TALL + 16 * lines)
        self.setAccessibleName(f"{at}: {short}. {whole}")
        self.setToolTip(whole)

    def sizeHint(self) -> QSize:
        return QSize(300, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self.look
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.colour("warn-line"), 1))
        if self.hasFocus():
            area = area.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(look.colour("accent"), 2))
        painter.setBrush(look.colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(area, 12, 12)
        painter.drawPixmap(14, 14, look.pixmap("triangle-alert", "warn-text", 16))
        right = Qt.AlignmentFlag.AlignRight
        paint_text(
            painter,
            QRectF(self.width() - 64, 12, 50, 20),
            self._at,
            Ink(LABEL, "text-3", right),
            look,
        )
        room = QRectF(_LEFT, 12, self.width() - _LEFT - 66, 20)
        paint_text(painter, room, self._short, Ink(BODY_STRONG), look)
        painter.setFont(font(LABEL))
        painter.setPen(look.colour("text-2"))
        below = QRectF(_LEFT, 34, self.width() - _LEFT - 14, 34)
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), self._whole)
        painter.end()

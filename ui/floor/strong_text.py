"""A sentence that wraps, with some of its words strong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.lettering import BODY, font
from ui.common.look import Look

_LINE = 20


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a sentence."""

    words: str
    strong: bool = False


Said = tuple[Part, ...]


def plain(said: Sequence[Part]) -> str:
    """Give the sentence as it is read aloud."""
    return "".join(part.words for part in said)


class StrongText(QWidget):
    """Shows a sentence; what is strong in it has another weight, for it is plain text else."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._said: Said = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def show_said(self, said: Said) -> None:
        """Show another sentence."""
        if said != self._said:
            self._said = said
            self.setAccessibleName(plain(said))
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        return _LINE * self._laid_out(width).lineCount()

    def sizeHint(self) -> QSize:
        width = max(self.width(), 1)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look.colour("text"))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))
        painter.end()

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(plain(self._said), font(BODY))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        y = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (_LINE - line.height()) / 2))
            y += _LINE
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        formats, at = [], 0
        for part in self._said:
            # Qt counts in units of UTF-16.
            length = len(part.words.encode("utf-16-le")) // 2
            if part.strong:
                found = QTextLayout.FormatRange()
                found.start, found.length, found.format = at, length, strong
                formats.append(found)
            at += length
        return formats

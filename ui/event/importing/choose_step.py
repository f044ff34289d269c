"""The first step: which file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.common.buttons import Button, Rank, SmallButton
from ui.common.files import LISTS, Question
from ui.common.lettering import BODY, LABEL_STRONG, LEAD
from ui.common.look import Look
from ui.common.page import Tools
from ui.common.parts import Elided, Picture, Text, clear, column, row
from ui.common.strip import StatusStrip
from ui.event.importing.list_kind import ListWords

_MOST_RECENT = 5
_LEAST_WIDE, _WIDEST = 480, 720


class DropArea(QWidget):
    """Takes a file that is dropped on it; its frame says so."""

    dropped = Signal(Path)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._over = False
        self.setAcceptDrops(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        pen = QPen(look.colour("accent" if self._over else "ctl-line"), 2 if self._over else 1)
        pen.setDashPattern([6, 4])
        painter.setPen(pen)
        painter.setBrush(look.colour("accent-soft" if self._over else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._hover(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._hover(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(over=False)
        file = dropped_file(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self.dropped.emit(file)

    def _hover(self, *, over: bool) -> None:
        self._over = over
        self.update()


def dropped_file(mime: QMimeData) -> Path | None:
    """Give the one file of this computer that is being dropped, if it is one."""
    urls = mime.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


class ChooseStep(QWidget):
    """A place to drop a file, a button to choose one, and those that were read of late."""

    chosen = Signal(Path)

    def __init__(self, tools: Tools, words: ListWords) -> None:
        super().__init__()
        look = self._look = tools.look
        self._files = tools.files
        self._recent: list[Path] = []
        self.choose = Button(look, "Choose file…", "folder-open", rank=Rank.MAIN)
        self.strip = StatusStrip(look)
        self._area = DropArea(look)
        self._title = words.title
        title = Text(words.ask, LEAD)
        formats = Text(words.formats, BODY, "2", wraps=True)
        formats.setMaximumWidth(_WIDEST)
        formats.setMinimumWidth(_LEAST_WIDE)
        for text in (title, formats):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = Qt.AlignmentFlag.AlignCenter
        box = column(None, gap=12, margins=32)
        box.addWidget(Picture(look, "file-spreadsheet", "text-3", 32), alignment=middle)
        box.addWidget(title)
        box.addLayout(row(None, formats, None))
        box.addSpacing(4)
        box.addWidget(self.choose, alignment=middle)
        box.addStretch(1)
        self._area.setLayout(box)
        self._area.setMinimumHeight(280)
        self._list = column(gap=6)
        self._heading = Text("Recent files", LABEL_STRONG, "2")
        self._heading.hide()
        self.setLayout(column(self._area, self.strip, self._heading, self._list, None, gap=16))
        self._area.dropped.connect(self.chosen)
        self.choose.clicked.connect(self._ask)

    def remember(self, file: Path) -> None:
        """Offer a file among the recent ones from now on."""
        self._recent = [file, *(each for each in self._recent if each != file)][:_MOST_RECENT]
        self._show_recent()

    @property
    def recent(self) -> Sequence[Path]:
        """The files that were read of late, the last one first."""
        return self._recent

    def _show_recent(self) -> None:
        clear(self._list)
        self._heading.setVisible(bool(self._recent))
        for file in self._recent:
            again = SmallButton(self._look, "Read again", "file-spreadsheet")
            again.setAccessibleName(f"Read {file.name} again")
            again.clicked.connect(lambda _on=False, file=file: self.chosen.emit(file))
            name = Elided(str(file), BODY)
            shown = row(again, name, gap=12)
            shown.setStretch(1, 1)
            self._list.addLayout(shown)

    def _ask(self) -> None:
        dialog = self._files.ask_which(LISTS, Question(self._title), self)
        dialog.fileSelected.connect(lambda text: self.chosen.emit(Path(text)))
        dialog.open()

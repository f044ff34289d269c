"""The dialog that exports all that came of an event."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.outcomes.export.exporting import Exported
from app.outcomes.export.formats import ExportOrder, Format, Separator
from app.places import file_stem
from app.progress import Report
from ui.common.buttons import Button, SmallButton
from ui.common.check import CheckBox
from ui.common.files import Question
from ui.common.jobs import Quiet
from ui.common.lettering import BODY, LABEL, LABEL_STRONG
from ui.common.page import Tools
from ui.common.parts import Elided, Text, column, row
from ui.common.segments import ViewSwitch
from ui.exporting.words import FOLDERS, FORMATS, SEPARATORS, left_words, undated_words, wrote_words
from ui.exporting.writing import WritingDialog


class ExportCalls(Protocol):
    """What this dialog needs of ``app.outcomes.export.exporting.Exporting``."""

    def not_recorded(self) -> int: ...
    def write(self, order: ExportOrder, folder: Path, report: Report) -> Exported: ...


class ExportDialog(WritingDialog):
    """Asks in which formats and where; a workbook alone unless somebody wishes otherwise."""

    def __init__(self, calls: ExportCalls, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent, Button(tools.look, "Export", "download"))
        self.go.clicked.connect(self.start)
        self._calls = calls
        self.formats = {each: CheckBox(tools.look, FORMATS[each][0]) for each in Format}
        self.formats[Format.WORKBOOK].setChecked(True)
        self.separators = ViewSwitch(tools.look, *SEPARATORS.values())
        self.separators.setAccessibleName("Between the cells of CSV files")
        self._between = QWidget()
        self._separator = Separator.COMMA
        self._place = tools.files.folder(FOLDERS)
        self.where = Elided("", BODY, cut=Qt.TextElideMode.ElideMiddle)
        self.elsewhere = SmallButton(tools.look, "Elsewhere…", "folder-open")
        self.left = Text("", BODY, "2", wraps=True)
        self.put_together("Export all that came of the event", self._body_parts())
        self._connect()
        self._show_place()
        tools.reads.run(
            lambda _report: calls.not_recorded(),
            view=Quiet(self),
            then=lambda count: self.left.setText(left_words(count)),
        )

    @property
    def folder(self) -> Path:
        """Where the files will stand."""
        return self._place / file_stem(self.tools.files.name("export"))

    @property
    def order(self) -> ExportOrder:
        """What is wished."""
        wanted = tuple(each for each, box in self.formats.items() if box.isChecked())
        return ExportOrder(wanted, self._separator)

    def may_go(self) -> bool:
        """Tell whether any format is chosen."""
        return bool(self.order.formats)

    def start(self) -> None:
        """Write it."""
        order, folder = self.order, self.folder

        def then(done: Exported) -> None:
            undated = done.undated if Format.CALENDAR in order.formats else 0
            said = wrote_words(len(done.files), sum(done.rows.values()), folder)
            self.tell(" ".join(filter(None, (said, undated_words(undated)))), folder)

        self.tools.slow.run(
            lambda report: self._calls.write(order, folder, report), view=self.strip, then=then
        )

    def _body_parts(self) -> QWidget:
        body = QWidget()
        boxes = [
            row(box, Text(FORMATS[each][1], LABEL, "2"), None, gap=12)
            for each, box in self.formats.items()
        ]
        for box in self.formats.values():
            box.setMinimumWidth(120)
        between = Text("Between cells", LABEL_STRONG)
        self._between.setLayout(row(28, between, self.separators, None, gap=12))
        place = row(self.where, self.elsewhere, gap=12)
        place.setStretch(0, 1)
        body.setLayout(
            column(
                boxes[0],
                boxes[1],
                self._between,
                *boxes[2:],
                8,
                Text("Into the folder", LABEL_STRONG),
                place,
                Text("Files of an earlier export there are replaced.", LABEL, "2"),
                8,
                self.left,
                gap=6,
            )
        )
        return body

    def _connect(self) -> None:
        self.separators.chosen.connect(self._separate)
        self.elsewhere.clicked.connect(self._ask)
        for box in self.formats.values():
            box.toggled.connect(self._choose)
        self._choose()

    def _choose(self) -> None:
        self._between.setVisible(self.formats[Format.CSV].isChecked())
        self.go.setEnabled(self.may_go())
        self.adjustSize()

    def _separate(self, place: int) -> None:
        self._separator = tuple(SEPARATORS)[place]

    def _ask(self) -> None:
        asking = self.tools.files.ask_folder(FOLDERS, Question("Export into"), self)
        asking.fileSelected.connect(self._take)
        asking.open()

    def _take(self, folder: str) -> None:
        self._place = Path(folder)
        self._show_place()

    def _show_place(self) -> None:
        self.where.setText(str(self.folder))

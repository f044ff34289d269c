"""Importing a list in four steps, none of which saves anything before the last."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from app.delegates.countries import country_names
from app.delegates.importing.imports import Imported
from app.delegates.importing.troubles import Trouble
from app.delegates.reading.preview import Preview
from app.delegates.reading.registrations import ReadingOrder
from app.event.mappings import SavedMapping
from app.progress import Report
from ui.common.page import News, Tools
from ui.event.importing.choose_step import ChooseStep
from ui.event.importing.compared_view import ComparedView
from ui.event.importing.draft import Draft
from ui.event.importing.import_frame import ImportFrame
from ui.event.importing.importer import Importer
from ui.event.importing.keeping import Keeping
from ui.event.importing.list_calls import ListCalls
from ui.event.importing.list_kind import ListKind
from ui.event.importing.popover import FieldPopover
from ui.event.importing.rehearser import Rehearsed, Rehearser
from ui.event.importing.result_step import ResultStep
from ui.event.importing.rows_step import RowsStep
from ui.event.importing.steps import Step
from ui.event.importing.trouble_card import Answers


class ImportView(QWidget):
    """Leads from a file to entries. Going back is possible until rows are being imported."""

    left = Signal()
    told = Signal(News)
    imported = Signal(object)
    show_wanted = Signal()
    decide_wanted = Signal()
    other_wanted = Signal(object, object)
    """A file that is to be read as a list of another kind, and which."""

    def __init__(self, kind: ListKind, calls: ListCalls, tools: Tools) -> None:
        super().__init__()
        self.kind, self._calls, self._tools = kind, calls, tools
        look = tools.look
        self.step = Step.CHOOSE
        self.draft: Draft | None = None
        self._guessed: ListKind | None = None
        self._rehearsed: Rehearsed | None = None
        self.choose, self.rows = ChooseStep(tools, kind.words), RowsStep(look)
        self.result = ResultStep(look, kind)
        answers = Answers(country_names, calls.find, tools.quick)
        steps = (self.choose, self.rows, self.result)
        self.frame = ImportFrame(look, kind, steps, answers)
        self.compared = ComparedView(look, tools.times, kind)
        self.frame.outlook.put_beside(self.compared)
        self.popover = FieldPopover(look, kind, self)
        strip = self.frame.outlook.strip
        self.rehearser = Rehearser(calls.imports, tools.slow, strip)
        self._importer = Importer(calls, tools.slow, self.result)
        self._keeping = Keeping(calls.mappings, tools.quick, strip)
        only = QStackedLayout(self)
        only.addWidget(self.frame)
        # The number block has an Enter of its own.
        keypad = QShortcut(QKeySequence("Ctrl+Enter"), self)
        keypad.activated.connect(self.frame.next.click)
        self._connect()
        self._go(Step.CHOOSE)

    def open_file(self, file: Path) -> None:
        """Read a file that was chosen or dropped."""
        self._read(file, None)

    def learn(self) -> None:
        """Tell anew what will happen: somebody else has changed the delegates."""
        focus = QApplication.focusWidget()
        mending = focus is not None and self.frame.outlook.isAncestorOf(focus)
        if self.step in (Step.MATCH, Step.CHECK) and self.isVisible() and not mending:
            self._rehearse()

    def start_over(self) -> None:
        """Choose another file."""
        self.rehearser.give_up()
        self.draft = None
        self.compared.start_over()
        self._go(Step.CHOOSE)

    def _connect(self) -> None:
        frame, rows, result = self.frame, self.rows, self.result
        self.choose.chosen.connect(self.open_file)
        frame.back.clicked.connect(self._go_back)
        frame.next.clicked.connect(self._go_on)
        frame.to_event.clicked.connect(self._leave)
        frame.outlook.corrected.connect(self._correct)
        frame.outlook.looked_for.connect(rows.look_at)
        frame.outlook.again.connect(self._rehearse)
        rows.table.column_opened.connect(self._offer_fields)
        rows.bar.sheet_chosen.connect(self._read_sheet)
        rows.bar.mapping_chosen.connect(self._match_like)
        rows.bar.kept_as.connect(self._keep_matching)
        self._keeping.kept.connect(self._show_kept)
        rows.other_wanted.connect(self._read_as_other)
        rows.bar.start_over.connect(self.start_over)
        rows.whole.toggled.connect(self._set_whole)
        self.compared.cancel_chosen.connect(self._set_cancel)
        self.compared.take_chosen.connect(self._set_take)
        result.another.connect(self.start_over)
        result.show_wanted.connect(self.show_wanted)
        result.decide_wanted.connect(self.decide_wanted)
        self._importer.told.connect(self.told)
        self._importer.imported.connect(self._show_done)
        self._importer.left_off.connect(frame.show_way_back)
        self.popover.chosen.connect(self._match)
        self.popover.closed.connect(self.rows.table.setFocus)
        self.rehearser.told.connect(self._learn_outlook)
        self.rehearser.stopped.connect(self._show_unchecked)
        self.rehearser.refused.connect(lambda _refusal: self._show_unchecked())

    def _read(self, file: Path, sheet: str | None) -> None:
        def work(report: Report) -> tuple[Preview, tuple[SavedMapping, ...]]:
            preview = self._calls.preview(file, ReadingOrder(sheet=sheet), report)
            return preview, self._calls.mappings.all()

        self.rehearser.give_up()
        self._go(Step.CHOOSE)
        self._tools.slow.run(work, view=self.choose.strip, then=partial(self._show_file, file))

    def _read_sheet(self, sheet: str) -> None:
        if self.draft is not None and sheet != self.draft.preview.sheet:
            self._read(self.draft.file, sheet)

    def _show_file(self, file: Path, read: tuple[Preview, tuple[SavedMapping, ...]]) -> None:
        preview, kept = read
        self.choose.remember(file)
        draft = Draft.of(self.kind, file, preview)
        self._keeping.take(kept, draft)
        self._guessed = self._calls.guess(preview)
        self.rows.offer(self._guessed.words if self._guessed else None)
        self._go(Step.MATCH)
        fitting = self._keeping.fitting
        self._show(draft.with_mapping(fitting[0]) if fitting else draft)
        self.rows.table.focus_open_column()

    def _offer_fields(self, at: int, below: QPoint) -> None:
        if self.draft is None or self.step is not Step.MATCH:
            return
        preview, column = self.draft.preview, self.draft.preview.columns[at]
        others = [each for label, each in self.draft.fields.items() if label != column.label]
        fields = [self.draft.fields[column.label], *others]
        point = self.mapFromGlobal(below)
        inside = self.frame.outlook.x() - self.popover.wide - 24
        point.setX(max(24, min(point.x(), inside)))
        self.popover.open_for(column, len(preview.rows), fields, point)

    def _match(self, label: str, field: str) -> None:
        if self.draft is None:
            return
        self._show(self.draft.with_field(label, field))
        labels = [column.label for column in self.draft.preview.columns]
        self.rows.table.head.buttons[labels.index(label)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _match_like(self, saved: SavedMapping | None) -> None:
        if self.draft is not None:
            draft = Draft.of(self.kind, self.draft.file, self.draft.preview)
            self._show(draft.with_mapping(saved) if saved else draft)

    def _keep_matching(self, name: str) -> None:
        if self.draft is not None:
            self._keeping.keep(name, self.draft)

    def _show_kept(self, name: str) -> None:
        if self.draft is None:
            return
        self.draft = replace(self.draft, like=self._keeping.named(name), changed=False)
        self._show_rows()
        self.told.emit(News(f"This matching is kept as {name}.", undoable=False))

    def _correct(self, trouble: Trouble, text: str) -> None:
        if self.draft is not None:
            self._show(self.draft.corrected(trouble, text))

    def _set_whole(self, whole: bool) -> None:
        if self.draft is not None:
            self.draft = self.draft.whole(whole=whole)
            self._show_way_on()

    def _set_cancel(self, cancel: bool) -> None:
        if self.draft is not None:
            self.draft = replace(self.draft, cancel_missing=cancel)

    def _set_take(self, take: bool) -> None:
        if self.draft is not None:
            self._show(replace(self.draft, take_file=take))

    def _show(self, draft: Draft) -> None:
        """Show a draft that says something new, and rehearse it."""
        self.draft = draft
        self._show_rows()
        self._rehearse()

    def _show_rows(self) -> None:
        if self.draft is not None:
            matching = self.step is Step.MATCH
            self.rows.show_draft(self.draft, self._keeping.fitting, can_match=matching)

    def _read_as_other(self) -> None:
        if self.draft is not None and self._guessed is not None:
            file, guessed = self.draft.file, self._guessed
            self.start_over()
            self.other_wanted.emit(file, guessed)

    def _rehearse(self) -> None:
        self._rehearsed = None
        outlook = self.frame.outlook
        if self.draft is None or self.draft.lacking:
            self.rehearser.give_up()
            outlook.show_nothing(self.draft.lacking if self.draft else "")
            self.rows.show_troubles((), checked=False)
        else:
            outlook.show_nothing("")
            self.rehearser.rehearse(self.draft)
        self._show_way_on()

    def _learn_outlook(self, rehearsed: Rehearsed) -> None:
        self._rehearsed = rehearsed
        self.compared.show_compared(rehearsed.imported)
        self.frame.outlook.show_outlook(rehearsed.imported, rehearsed.troubles)
        self.rows.show_troubles(rehearsed.troubles, checked=True)
        self._show_way_on()

    def _show_unchecked(self) -> None:
        self.frame.outlook.show_nothing("The rows have not been checked.", may_check=True)
        self.rows.show_troubles((), checked=False)
        self._show_way_on()

    def _import(self) -> None:
        if self.draft is not None:
            self.rehearser.give_up()
            self._go(Step.IMPORT)
            self._importer.run(self.draft)

    def _show_done(self, imported: Imported) -> None:
        self.frame.steps.show_step(Step.IMPORT, done=True)
        self.imported.emit(imported)

    def take_back(self) -> bool:
        """Take back the import whose result is shown; false if none is."""
        shown = self.step is Step.IMPORT and self._importer.can_undo
        if shown:
            self._importer.undo()
        return shown

    def _go(self, step: Step) -> None:
        self.step = step
        self.popover.hide()
        self.frame.show_step(step)
        if self.draft is not None and step in (Step.MATCH, Step.CHECK):
            self._show_rows()
            if self._rehearsed is not None:
                self.rows.show_troubles(self._rehearsed.troubles, checked=True)
        self._show_way_on()

    def _go_on(self) -> None:
        if self.step is Step.MATCH:
            self._go(Step.CHECK)
        elif self.step is Step.CHECK:
            self._import()

    def _go_back(self) -> None:
        if self.step is Step.CHOOSE:
            self._leave()
        elif self.step is Step.MATCH:
            self.start_over()
        else:
            self._go(Step.MATCH if self.step is Step.CHECK else Step.CHECK)
            if self._rehearsed is None:
                self._rehearse()

    def _leave(self) -> None:
        self.rehearser.give_up()
        self.left.emit()

    def _show_way_on(self) -> None:
        self.frame.show_way_on(self.step, self.draft, self._rehearsed)

"""Importing delegates in four steps, none of which saves anything before the last."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from app.delegates.countries import country_names
from app.delegates.importing.imports import Imported
from app.delegates.importing.troubles import Trouble
from app.delegates.reading.preview import Preview
from app.delegates.reading.registrations import ReadingOrder
from app.event.mappings import SavedMapping
from app.progress import Cancelled, Report
from ui.common.page import News, Tools
from ui.event.choose_step import ChooseStep
from ui.event.draft import LAST_IMPORT, Draft
from ui.event.import_frame import ImportFrame
from ui.event.popover import FieldPopover
from ui.event.rehearser import Rehearsed, Rehearser
from ui.event.result_step import ResultStep
from ui.event.rows_step import RowsStep
from ui.event.services import EventServices
from ui.event.steps import Step
from ui.event.words import rows_words


class ImportView(QWidget):
    """Leads from a file to delegates. Going back is possible until rows are being imported."""

    left = Signal()
    told = Signal(News)
    imported = Signal(object)
    delegates_wanted = Signal()
    decide_wanted = Signal()

    def __init__(self, services: EventServices, tools: Tools) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        look = tools.look
        self.step = Step.CHOOSE
        self.draft: Draft | None = None
        self._kept: tuple[SavedMapping, ...] = ()
        self._rehearsed: Rehearsed | None = None
        self._unit: Any = None
        self.choose, self.rows, self.result = ChooseStep(tools), RowsStep(look), ResultStep(look)
        self.frame = ImportFrame(look, (self.choose, self.rows, self.result), country_names)
        self.popover = FieldPopover(look, self)
        self.rehearser = Rehearser(services.imports, tools.slow, self.frame.outlook.strip)
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
        self._go(Step.CHOOSE)

    def _connect(self) -> None:
        frame, rows, result = self.frame, self.rows, self.result
        self.choose.chosen.connect(self.open_file)
        frame.back.clicked.connect(self._go_back)
        frame.next.clicked.connect(self._go_on)
        frame.to_event.clicked.connect(self._leave)
        frame.outlook.corrected.connect(self._correct)
        frame.outlook.looked_for.connect(rows.table.go_to)
        frame.outlook.again.connect(self._rehearse)
        rows.table.column_opened.connect(self._offer_fields)
        rows.bar.sheet_chosen.connect(self._read_sheet)
        rows.bar.mapping_chosen.connect(self._match_like)
        rows.bar.kept_as.connect(self._keep_matching)
        rows.bar.start_over.connect(self.start_over)
        rows.whole.toggled.connect(self._set_whole)
        result.another.connect(self.start_over)
        result.undone.connect(self._undo)
        result.delegates_wanted.connect(self.delegates_wanted)
        result.decide_wanted.connect(self.decide_wanted)
        result.strip.refused.connect(lambda _refusal: self._show_refused())
        self.popover.chosen.connect(self._match)
        self.popover.closed.connect(self.rows.table.setFocus)
        self.rehearser.told.connect(self._learn_outlook)
        self.rehearser.stopped.connect(self._show_unchecked)
        self.rehearser.refused.connect(lambda _refusal: self._show_unchecked())

    def _read(self, file: Path, sheet: str | None) -> None:
        def work(report: Report) -> tuple[Preview, tuple[SavedMapping, ...]]:
            preview = self._services.preview(file, ReadingOrder(sheet=sheet), report)
            return preview, self._services.mappings.all()

        self.rehearser.give_up()
        self._go(Step.CHOOSE)
        self._tools.slow.run(work, view=self.choose.strip, then=partial(self._show_file, file))

    def _read_sheet(self, sheet: str) -> None:
        if self.draft is not None and sheet != self.draft.preview.sheet:
            self._read(self.draft.file, sheet)

    def _show_file(self, file: Path, read: tuple[Preview, tuple[SavedMapping, ...]]) -> None:
        preview, kept = read
        self.choose.remember(file)
        draft = Draft.of(file, preview)
        self._kept = tuple(each for each in kept if draft.fits(each))
        self._go(Step.MATCH)
        self._show(draft.with_mapping(self._kept[0]) if self._kept else draft)
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
            draft = Draft.of(self.draft.file, self.draft.preview)
            self._show(draft.with_mapping(saved) if saved else draft)

    def _keep_matching(self, name: str) -> None:
        if self.draft is None:
            return
        mappings, columns = self._services.mappings, self.draft.mapping

        def work(_report: Report) -> tuple[SavedMapping, ...]:
            mappings.save(name, columns)
            return mappings.all()

        strip = self.frame.outlook.strip
        self._tools.quick.run(work, view=strip, then=partial(self._show_kept, name))

    def _show_kept(self, name: str, kept: tuple[SavedMapping, ...]) -> None:
        if self.draft is None:
            return
        self._kept = tuple(each for each in kept if self.draft.fits(each))
        like = next((each for each in self._kept if each.name == name), None)
        self.draft = replace(self.draft, like=like, changed=False)
        self.rows.show_draft(self.draft, self._kept, can_match=self.step is Step.MATCH)
        self.told.emit(News(f"This matching is kept as {name}.", undoable=False))

    def _correct(self, trouble: Trouble, text: str) -> None:
        if self.draft is not None:
            self._show(self.draft.corrected(trouble, text))

    def _set_whole(self, whole: bool) -> None:
        if self.draft is not None:
            self.draft = self.draft.whole(whole=whole)
            self._show_way_on()

    def _show(self, draft: Draft) -> None:
        """Show a draft that says something new, and rehearse it."""
        self.draft = draft
        self.rows.show_draft(draft, self._kept, can_match=self.step is Step.MATCH)
        self._rehearse()

    def _rehearse(self) -> None:
        self._rehearsed = None
        outlook = self.frame.outlook
        if self.draft is None or not self.draft.has_names:
            self.rehearser.give_up()
            outlook.show_nothing("No column is matched to a name yet. Match one to go on.")
            self.rows.show_troubles((), checked=False)
        else:
            outlook.show_nothing("")
            self.rehearser.rehearse(self.draft)
        self._show_way_on()

    def _learn_outlook(self, rehearsed: Rehearsed) -> None:
        self._rehearsed = rehearsed
        self.frame.outlook.show_outlook(rehearsed.imported, rehearsed.troubles)
        self.rows.show_troubles(rehearsed.troubles, checked=True)
        self._show_way_on()

    def _show_unchecked(self) -> None:
        self.frame.outlook.show_nothing("The rows have not been checked.", may_check=True)
        self.rows.show_troubles((), checked=False)
        self._show_way_on()

    def _import(self) -> None:
        draft = self.draft
        if draft is None:
            return

        def work(report: Report) -> Imported | None:
            try:
                imported = self._services.imports.run(draft.file, draft.order, report)
            except Cancelled:
                return None
            if draft.changed:
                self._services.mappings.save(LAST_IMPORT, draft.mapping)
            return imported

        self.rehearser.give_up()
        self._unit = None
        self._go(Step.IMPORT)
        self.result.show_running(draft.preview.file)
        self._tools.slow.run(work, view=self.result.strip, then=self._show_result)

    def _show_result(self, imported: Imported | None) -> None:
        if imported is None:
            self.result.show_stopped()
            self.frame.back.show()
            return
        self._unit = imported.unit
        self.result.show_result(imported)
        self.frame.steps.show_step(Step.IMPORT, done=True)
        new = rows_words(imported.created, "new delegate", "new delegates")
        self.told.emit(News(f"Imported {imported.file}: {new}, {imported.updated:,} updated."))
        self.imported.emit(imported)

    def _show_refused(self) -> None:
        """Say that nothing was imported, or that an import could not be taken back."""
        if self._unit is None:
            self.result.show_refused()
            self.frame.back.show()

    def take_back(self) -> bool:
        """Take back the import whose result is shown; false if none is."""
        shown = self.step is Step.IMPORT and self._unit is not None
        if shown and not self.result.strip.busy:
            self._undo()
        return shown

    def _undo(self) -> None:
        unit = self._unit
        self._tools.slow.run(
            lambda report: self._services.take_back(unit, report),
            view=self.result.strip,
            then=lambda _taken: self._show_undone(),
        )

    def _show_undone(self) -> None:
        self._unit = None
        self.result.show_undone()
        self.told.emit(News("The import was taken back.", undoable=False))

    def _go(self, step: Step) -> None:
        self.step = step
        self.popover.hide()
        self.frame.show_step(step)
        if self.draft is not None and step in (Step.MATCH, Step.CHECK):
            self.rows.show_draft(self.draft, self._kept, can_match=step is Step.MATCH)
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

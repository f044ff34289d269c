"""Prints one delegate's schedule: which days, and where it goes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.delegates.person import Person
from app.errors import DeskError
from app.printing.drawn import Drawn, Preview
from app.printing.schedules.standing import ScheduleStanding
from app.printing.schedules.wishes import ScheduleWish
from app.printing.stock import Size
from app.progress import Report
from ui.common.buttons import Button, Choice, Rank, SmallButton
from ui.common.files import SCHEDULES, Question
from ui.common.jobs import Quiet
from ui.common.lettering import BODY, SECTION
from ui.common.page import Tools
from ui.common.parts import Elided, Panel, Picture, Text, column, row
from ui.common.schedule_words import day_choice, paper_words
from ui.common.sentences import sentence
from ui.printing.calls import ScheduleCalls
from ui.printing.notices import Notice
from ui.printing.paper_dialog import PaperDialog
from ui.printing.preview import SHARPNESS
from ui.printing.printers import Way
from ui.printing.sheets import first_page
from ui.printing.words import sheets

_SIZE = (860, 700)
_SIDE = 340
_KEY = "Alt+S"


class A4(NamedTuple):
    """The paper of schedules."""

    page: Size = Size(210, 297)
    labels: int = 1


class ScheduleDialog(PaperDialog):
    """Shows the first page, then prints or saves. Opened with ``open``; closing deletes it.

    Alt+S, the key that opens it at the Desk, does what was done last: print or save.
    """

    def __init__(
        self, calls: ScheduleCalls, tools: Tools, person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(calls, tools, "schedule", parent)
        self._calls = calls
        self._person = person
        self._is_ready = False
        self._drawn: Drawn | None = None
        look = tools.look
        self._view = Quiet(self)
        self.days = Choice(look)
        self.days.setAccessibleName("Days")
        self.days.addItem(day_choice(None), None)
        self._paper = Notice(look, "news", "info", "accent-text")
        self._printer = Elided("", BODY)
        self._another = SmallButton(look, "Another…")
        self._another.setAccessibleName("Another printer…")
        self._lay_out()
        self._connect()
        self._show_way(self.sending.way)
        self._read()

    @property
    def wish(self) -> ScheduleWish:
        """What is to be printed."""
        day: date | None = self.days.currentData()
        return ScheduleWish(day=day, delegates=(self._person.id,))

    def _keys(self) -> tuple[tuple[str, Button], ...]:
        return (*super()._keys(), (_KEY, self._main))

    def _lay_out(self) -> None:
        self.resize(*_SIZE)
        look = self._tools.look
        printer = row(Picture(look, "printer", "text-2", 16), self._printer, self._another, gap=10)
        printer.setStretch(1, 1)
        side = Panel("side")
        side.setFixedWidth(_SIDE)
        name = Elided(self._person.name, SECTION)
        name.setAccessibleName(self._person.name)
        body = (name, Elided(self._person.organisation, BODY, "2"), 8, Text("Days", SECTION))
        more = (self.days, 4, Text("Printer", SECTION), printer, 8, self._paper, None)
        side.setLayout(column(*body, *more, margins=(20, 20, 20, 16)))
        self._put_together(side)

    def _connect(self) -> None:
        sending = self.sending
        self._view.refused.connect(self._show_refusal)
        self.days.currentIndexChanged.connect(lambda _at: self._preview())
        self._another.clicked.connect(lambda: sending.print_elsewhere(self.wish, A4()))
        self.printing.clicked.connect(lambda: sending.print_out(self.wish, A4()))
        self.saving.clicked.connect(self._save)
        self.strip.busy_changed.connect(lambda _busy: self._enable())
        self.question.answered.connect(self._answer)
        sending.printed.connect(self._printed)
        sending.saved.connect(self._saved)
        sending.noted.connect(self._noted)
        sending.way_changed.connect(lambda way: self.way_chosen.emit(way.written))
        QShortcut(QKeySequence(_KEY), self).activated.connect(lambda: self._press(self._main))

    def _read(self) -> None:
        delegate = self._person.id
        reads = self._tools.reads
        self._preview()
        reads.run(
            lambda _report: self._calls.standing(delegate),
            view=self._view,
            then=self._show_standing,
        )
        reads.run(lambda _report: self._calls.days(), view=self._view, then=self._show_days)

    def _preview(self) -> None:
        self._is_ready = False
        wish = self.wish

        def work(_report: Report) -> tuple[Preview, QImage]:
            preview = self._calls.preview(wish)
            return preview, first_page(preview.pdf, SHARPNESS)

        self._tools.reads.run(work, view=self._view, then=lambda drawn: self._show_preview(*drawn))
        self._enable()

    def _show_preview(self, preview: Preview, picture: QImage) -> None:
        below = f"Page 1 of {preview.pages}." if preview.pages > 1 else ""
        self.preview.show_page(picture, f"Schedule on {sheets(preview.pages)}", below)
        self._is_ready = True
        self._enable()

    def _show_standing(self, standing: ScheduleStanding) -> None:
        self._paper.say(paper_words(standing, self._tools.times))

    def _show_days(self, days: tuple[date, ...]) -> None:
        for day in days if len(days) > 1 else ():
            self.days.addItem(day_choice(day), day)

    def _show_refusal(self, refusal: DeskError) -> None:
        self._is_ready = False
        self._pressed = None
        self.preview.show_nothing(sentence(refusal, self._tools.times.of_day))
        self._enable()

    def _show_way(self, way: Way) -> None:
        self._printer.setText(way.printer or "Chosen when you print")
        self._another.setVisible(bool(way.printer))
        self.printing.set_words("Print schedule" if way.printer else "Print schedule…")
        self.printing.set_rank(Rank.PLAIN if way.into_file else Rank.MAIN)
        self.saving.set_rank(Rank.MAIN if way.into_file else Rank.PLAIN)

    def _enable(self) -> None:
        busy = self.strip.busy
        for button in (self.printing, self.saving):
            button.setEnabled(self._is_ready and not busy)
        self.days.setEnabled(not busy)
        pressed = self._pressed
        if pressed is not None and pressed.isEnabled():
            self._pressed = None
            pressed.click()

    def _save(self) -> None:
        question = Question("Save schedule as PDF", f"Schedule {self._person.name}")
        self.sending.save(self.wish, SCHEDULES, question)

    def _printed(self, drawn: Drawn, printer: str) -> None:
        where = f" on {printer}" if printer else ""
        self._tell(f"{self._named(drawn)} printed{where}.")

    def _saved(self, drawn: Drawn, file: Path) -> None:
        self._drawn = drawn
        self.question.say(f"Saved in {file.name}. Note it once it is on paper.")
        self.question.yes.setFocus()

    def _answer(self, printed: bool) -> None:
        if printed and self._drawn is not None:
            self.sending.note(self._drawn)
        self.question.say("")

    def _noted(self, drawn: Drawn) -> None:
        self._tell(f"{self._named(drawn)} noted as printed.")

    def _named(self, drawn: Drawn) -> str:
        return f"Schedule of {self._person.name}, version {drawn.parts[0].version},"

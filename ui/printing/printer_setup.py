"""How papers are put right for a printer: moved, turned and scaled, with a page that shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QDoubleSpinBox, QWidget

from app.printers.choices import Fit, fit_for, printer_for, with_fit
from app.printers.port import Printer
from app.printers.queue import Target
from app.printers.runs import PrintRun
from app.printing.own_stocks import offered_stocks
from app.printing.trial import TrialWish
from app.progress import Report
from app.settings import Settings
from ui.common.buttons import Button, Choice, Rank
from ui.common.fields import plain
from ui.common.lettering import BODY, LABEL_STRONG, SECTION
from ui.common.page import Tools
from ui.common.parts import Text, column, row
from ui.common.strip import StatusStrip
from ui.printing.calls import PaperCalls
from ui.printing.desk_printing import DeskPrinting
from ui.printing.printer_words import NO_PRINTERS, printer_title
from ui.printing.words import STOCK_WORDS, stock_words

Change = Callable[[Settings], Settings]
Keep = Callable[[Change, Callable[[Settings], None]], None]
"""Changes the settings of the desk beside the window; the second is called once that is done."""
KIND = "test-page"
FURTHEST_MM, LEAST_PERCENT, MOST_PERCENT = 100.0, 50, 200
_A4, _ON_A4 = "a4", "a4-4up"
_WIDE, _FIELD, _TURN, _LIST = 580, 110, 160, 260
_TURNS: Mapping[int, str] = MappingProxyType(
    {0: "Not turned", 90: "A quarter right", 180: "Upside down", 270: "A quarter left"}
)
_TOLD = (
    "Print a test page and measure it. Put in by how much things must move, then print it again."
)


@dataclass(frozen=True, slots=True)
class SetupCalls:
    """What the dialog prints by, what draws test pages, and what keeps the settings."""

    printing: DeskPrinting
    trials: PaperCalls[TrialWish]
    keep: Keep


class PrinterSetup(QDialog):
    """Asks it for a printer with one paper in it. Closing deletes it."""

    def __init__(self, calls: SetupCalls, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls, self._tools = calls, tools
        self._settings = Settings(desk_id="")
        look = tools.look
        self.printer, self.paper, self.turned = Choice(look), Choice(look), Choice(look)
        self.right, self.down = _millimetres(), _millimetres()
        self.scale = _percent()
        self.strip = StatusStrip(look, clock=tools.times.of_day)
        self.said = Text("", BODY, "2", wraps=True)
        self.testing = Button(look, "Print test page", "printer", "Ctrl+P")
        self.saving = Button(look, "Save", "check", "Ctrl+S", Rank.MAIN)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Printer setup")
        self._fill()
        self._lay_out()
        self._connect()
        self._ask()

    @property
    def fit(self) -> Fit:
        """Give it as the fields say it."""
        return Fit(
            self.right.value(),
            self.down.value(),
            self.turned.currentData(),
            self.scale.value() / 100,
        )

    @property
    def _place(self) -> tuple[str, str]:
        return str(self.printer.currentData() or ""), str(self.paper.currentData())

    def _fill(self) -> None:
        known = offered_stocks().known
        usual = [name for name in STOCK_WORDS if name in known]
        for name in (*usual, *sorted(known.keys() - set(usual))):
            self.paper.addItem(stock_words(name), name)
        self.paper.addItem("A4, all other papers", _A4)
        for degrees, words in _TURNS.items():
            self.turned.addItem(words, degrees)
        for choice in (self.printer, self.paper):
            choice.setFixedWidth(_LIST)
        self.turned.setFixedWidth(_TURN)

    def _lay_out(self) -> None:
        where = row(_labelled("Printer", self.printer), _labelled("Paper in it", self.paper))
        moved = row(
            _labelled("To the right", self.right),
            _labelled("Down", self.down),
            _labelled("Turned", self.turned),
            _labelled("Size", self.scale),
            None,
        )
        for each in (where, moved):
            each.setSpacing(12)
        closing = Button(self._tools.look, "Close", "x")
        closing.clicked.connect(self.reject)
        buttons = row(self.saving, self.testing, None, closing, gap=12)
        head = (Text("Printer setup", SECTION), Text(_TOLD, BODY, "2", wraps=True))
        parts = (*head, where, moved, self.strip, self.said, buttons)
        self.setLayout(column(*parts, gap=16, margins=24))
        self.setFixedWidth(_WIDE)
        self.said.hide()

    def _connect(self) -> None:
        self.printer.currentIndexChanged.connect(self._show)
        self.paper.currentIndexChanged.connect(self._show)
        for field in (self.right, self.down, self.scale):
            field.valueChanged.connect(lambda _value: self._say(""))
        self.turned.currentIndexChanged.connect(lambda _at: self._say(""))
        self.strip.busy_changed.connect(lambda _busy: self._enable())
        self.saving.clicked.connect(lambda: self._save(self._saved))
        self.testing.clicked.connect(lambda: self._save(self._print))

    def _ask(self) -> None:
        calls = self._calls.printing.calls

        def ask(_report: Report) -> tuple[tuple[Printer, ...], Settings]:
            return calls.printers.printers(), calls.settings()

        self._tools.papers.run(ask, view=self.strip, then=lambda told: self._know(*told))

    def _know(self, printers: Sequence[Printer], settings: Settings) -> None:
        self._settings = settings
        for each in printers:
            self.printer.addItem(printer_title(each), each.name)
        used = self.printer.findData(printer_for(settings, "badges"))
        self.printer.setCurrentIndex(max(used, 0))
        self.paper.setCurrentIndex(max(self.paper.findData(settings.stock), 0))
        if not printers:
            self.strip.say(NO_PRINTERS)
        self._show()

    def _show(self) -> None:
        """Show what is kept of the printer and the paper."""
        fit = fit_for(self._settings, *self._place)
        self.right.setValue(fit.right)
        self.down.setValue(fit.down)
        self.turned.setCurrentIndex(self.turned.findData(fit.turned))
        self.scale.setValue(fit.scale * 100)
        self._say("")
        self._enable()

    def _enable(self) -> None:
        ready = bool(self._place[0]) and not self.strip.busy
        for each in (self.saving, self.testing):
            each.setEnabled(ready)

    def _save(self, then: Callable[[], None]) -> None:
        printer, stock = self._place
        fit = self.fit

        def kept(settings: Settings) -> None:
            self._settings = settings
            then()

        self._calls.keep(lambda old: with_fit(old, printer, stock, fit), kept)

    def _saved(self) -> None:
        self._say(f"Kept for {self.printer.currentText()} with {self.paper.currentText()} in it.")

    def _print(self) -> None:
        calls, (printer, stock) = self._calls, self._place
        wish = TrialWish(_ON_A4 if stock == _A4 else stock)
        target = Target(KIND, printer, stock)

        def work(report: Report) -> PrintRun:
            drawn = calls.trials.draw(wish, report)
            return calls.printing.calls.queue().hand_over(drawn, target)

        self._tools.papers.run(work, view=self.strip, then=lambda _run: self._printed())

    def _printed(self) -> None:
        self._calls.printing.look()
        self._say(f"The test page is on its way to {self.printer.currentText()}.")

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))


def _labelled(words: str, field: QWidget) -> QBoxLayout:
    label = Text(words, LABEL_STRONG, "2")
    label.setBuddy(field)
    field.setAccessibleName(words)
    return column(label, field, gap=4)


def _millimetres() -> QDoubleSpinBox:
    field = plain(QDoubleSpinBox())
    field.setRange(-FURTHEST_MM, FURTHEST_MM)
    field.setDecimals(1)
    field.setSingleStep(0.5)
    field.setSuffix(" mm")
    field.setFixedWidth(_FIELD)
    return field


def _percent() -> QDoubleSpinBox:
    field = plain(QDoubleSpinBox())
    field.setRange(LEAST_PERCENT, MOST_PERCENT)
    field.setDecimals(1)
    field.setSingleStep(0.5)
    field.setSuffix(" %")
    field.setFixedWidth(_FIELD)
    return field

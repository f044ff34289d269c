"""What becomes of templates: read, saved, brought in and out, deleted and chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.printing.stock import Stock
from app.printing.template_office import Specimens, TemplateShelf
from app.printing.templates.template import Template
from app.progress import Report
from ui.common.files import FileKind, Question
from ui.common.jobs import JobView
from ui.common.page import Tools
from ui.printing.words import stock_words
from ui.templates.calls import TemplateCalls

TEMPLATES = FileKind("templates", ("Templates (*.toml)",))


@dataclass(frozen=True, slots=True)
class Kept:
    """What there is now, which template is to be open, and what was done, in words."""

    shelf: TemplateShelf
    name: str
    said: str = ""


class Keeping(QObject):
    """Does each off the window's thread, then tells what there is."""

    read = Signal(object, object)
    """``Kept`` and ``Specimens``, once, at the beginning."""
    saved = Signal(object)
    """``Kept``: what was worked on is saved under this name."""
    opened = Signal(object)
    """``Kept``: another template is to be worked on."""
    chose = Signal(object)
    """``Kept``: it is printed on other stocks."""

    def __init__(self, calls: TemplateCalls, tools: Tools, view: JobView, parent: QWidget) -> None:
        super().__init__(parent)
        self._calls, self._tools, self._view, self._over = calls, tools, view, parent

    def begin(self, stock: str) -> None:
        """Read everything; open what badges on a stock are printed from."""
        calls = self._calls

        def work(_report: Report) -> tuple[Kept, Specimens]:
            shelf = calls.shelf()
            name = shelf.used.get(stock, "")
            known = name if name in shelf.templates else next(iter(shelf.templates))
            return Kept(shelf, known), calls.specimens()

        self._tools.reads.run(work, view=self._view, then=lambda told: self.read.emit(*told))

    def keep(self, template: Template, name: str) -> None:
        """Save a template under a name."""
        calls = self._calls

        def work() -> Kept:
            outgrown = ", ".join(map(stock_words, calls.keep(template, name)))
            said = f" It is too large for {outgrown} now, printed as usual again."
            return Kept(calls.shelf(), name, f"“{name}” is saved.{said if outgrown else ''}")

        self._run(work, self.saved.emit)

    def take(self) -> None:
        """Ask for a file, and keep the template that it describes."""
        question = Question("Import a template")
        dialog = self._tools.files.ask_which(TEMPLATES, question, self._over)
        dialog.fileSelected.connect(lambda file: self._take(Path(file)))
        dialog.open()

    def hand_out(self, name: str) -> None:
        """Ask where to, and write a template there."""
        question = Question(f"Export “{name}”", name)
        dialog = self._tools.files.ask_where(TEMPLATES, question, self._over)
        dialog.fileSelected.connect(lambda file: self._hand_out(name, Path(file)))
        dialog.open()

    def delete(self, name: str, instead: str) -> None:
        """Delete a template, and open another one."""
        calls = self._calls

        def work() -> Kept:
            calls.delete(name)
            return Kept(calls.shelf(), instead, f"“{name}” is deleted.")

        self._run(work, self.opened.emit)

    def choose(self, stock: Stock, name: str, shown: str) -> None:
        """Print badges on a stock from a template; ``shown`` stays open."""
        calls = self._calls

        def work() -> Kept:
            calls.choose(stock, name)
            said = f"Badges on {stock_words(stock.name)} are printed from “{name}”."
            return Kept(calls.shelf(), shown, said)

        self._run(work, self.chose.emit)

    def _take(self, file: Path) -> None:
        calls = self._calls

        def work() -> Kept:
            name = calls.take(file).name
            return Kept(calls.shelf(), name, f"“{name}” is kept for this desk.")

        self._run(work, self.opened.emit)

    def _hand_out(self, name: str, file: Path) -> None:
        calls = self._calls

        def work() -> Kept:
            calls.hand_out(name, file)
            return Kept(calls.shelf(), name, f"“{name}” is written to {file.name}.")

        self._run(work, self.chose.emit)

    def _run(self, work: Callable[[], Kept], then: Callable[[Kept], None]) -> None:
        self._tools.quick.run(lambda _report: work(), view=self._view, then=then)

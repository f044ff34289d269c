"""What a page is to the window, and what every page is handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.journal.journal import Changes
from ui.common.files import Files
from ui.common.jobs import Jobs
from ui.common.look import Look
from ui.common.times import Times


@dataclass(frozen=True, slots=True)
class Tools:
    """What pages are made with.

    ``quick`` runs scans, look-ups and what a desk does to one delegate; ``reads`` runs what
    only reads and may take a moment: overviews, lists of everybody; ``slow`` runs what takes
    seconds: imports and long print runs. ``papers`` brings to printers what somebody waits for,
    and looks what became of it. ``files`` asks where to read and write.
    """

    look: Look
    quick: Jobs
    reads: Jobs
    slow: Jobs
    times: Times
    files: Files = field(default_factory=Files)
    papers: Jobs = field(default_factory=lambda: Jobs("papers"))

    @classmethod
    def with_jobs(cls, look: Look, times: Times, files: Files) -> Tools:
        """Make tools with queues of their own."""
        quick, reads, slow = (Jobs(name) for name in ("quick", "reads", "slow"))
        return cls(look, quick, reads, slow, times, files)

    def close(self) -> None:
        """Stop what is under way, and wait for it."""
        for jobs in (self.slow, self.papers, self.reads, self.quick):
            jobs.close()


@dataclass(frozen=True, slots=True)
class News:
    """Something was done; said in a toast for eight seconds. ``undoable``: it offers Undo."""

    text: str
    undoable: bool = True


class Page(QWidget):
    """A screen of the navigation rail."""

    told = Signal(News)
    """Something was done."""
    delegate_wanted = Signal(object)
    """A delegate, by id, is to be shown on the page of delegates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")

    def arrive(self) -> None:
        """Get ready to be looked at: the right part has the focus."""

    def prepare(self) -> None:
        """Make what not everybody who comes here needs. It is called while nobody waits."""

    def take_back(self) -> bool:
        """Take back what this page shows as just done; false: it shows nothing of that kind."""
        return False

    @property
    def unsaved(self) -> bool:
        """Tell whether something was typed here that would be lost with the page."""
        return False

    def leave(self, then: Callable[[], None]) -> None:
        """Go on with ``then``; first ask what becomes of what is unsaved, if anything is."""
        then()

    def learn(self, changes: Changes) -> None:
        """Hear what was written, by this desk or another; read again what that makes stale."""

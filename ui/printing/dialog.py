"""Prints badges: whose, on what, and where they go."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.checkin.badges import Replaced
from app.errors import DeskError
from app.printing.drawn import Counts
from app.printing.refusals import NothingToPrint, Only
from app.printing.wishes import OnPaper, Wish
from ui.common.files import BADGES
from ui.common.page import News, Tools
from ui.printing.asking import About
from ui.printing.badge_asking import BadgeAsking
from ui.printing.calls import BadgeCalls
from ui.printing.paper_dialog import PaperDialog
from ui.printing.words import badges, left_out

_ABOUT = About("badges", "badges", badges, "Alt+B", BADGES, (940, 700), left_out)
_USUAL = Wish()


class BadgeDialog(PaperDialog[Wish]):
    """Prints badges as is ``usual`` here. Without ``delegates`` it begins with the new ones."""

    stock_chosen = Signal(str)
    """Badges are to be printed on this from now on."""

    def __init__(
        self,
        calls: BadgeCalls,
        tools: Tools,
        delegates: tuple[UUID, ...] = (),
        usual: Wish = _USUAL,
        parent: QWidget | None = None,
    ) -> None:
        asked = BadgeAsking(tools, delegates, usual)
        super().__init__(calls, tools, _ABOUT, asked, parent)
        self._calls, self._delegates, self.asked = calls, delegates, asked
        asked.reprint.code_wanted.connect(self._issue_code)
        asked.paper.currentIndexChanged.connect(lambda _at: self.stock_chosen.emit(asked.feed.name))
        self.preview.other_wanted.connect(lambda: asked.who.choose(Only.CHANGED))
        self._read()

    def _read(self) -> None:
        if self._delegates:
            # Those who stand at the desk come first; how many others there are can wait.
            self._tools.reads.run(
                lambda _report: self._calls.on_paper(self._delegates),
                view=self._view,
                then=self._show_on_paper,
            )
            self._look()
            self._count()
        else:
            self._count()
            self._look()
        self.asked.who.take_focus()

    def _count(self) -> None:
        self._tools.reads.run(
            lambda _report: self._calls.counts(), view=self._view, then=self._show_counts
        )

    def _show_counts(self, counts: Counts) -> None:
        self.asked.show_counts(counts)
        self._enable()

    def _show_on_paper(self, on_paper: tuple[OnPaper, ...]) -> None:
        self.asked.show_on_paper(on_paper)
        self._enable()

    def _why_not(self, refusal: DeskError) -> tuple[str, str]:
        why, other = super()._why_not(refusal)
        changed = self.asked.counts.changed if self.asked.counts else 0
        if not (isinstance(refusal, NothingToPrint) and refusal.only is Only.NEW and changed):
            return why, other
        have = "has" if changed == 1 else "have"
        return f"{why} {changed:,} {have} changed since.", f"Show the {changed:,}"

    def _issue_code(self, reason: str) -> None:
        (delegate,) = self._delegates
        self._tools.quick.run(
            lambda _report: self._calls.replace(delegate, reason),
            view=self.strip,
            then=self._code_issued,
        )

    def _code_issued(self, replaced: Replaced) -> None:
        name = replaced.delegate.name
        self.told.emit(News(f"{name} has a new badge code. Print it.", undoable=False))
        self._read()

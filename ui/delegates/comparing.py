"""Two entries are looked at side by side, and what is decided is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.delegates.doubts import OpenDoubt
from app.delegates.person import Person
from app.meetings.pairs import Pair
from ui.common.jobs import JobView
from ui.common.page import Tools
from ui.delegates.acts import Acts
from ui.delegates.doubt_cards import BOTH_STAY
from ui.delegates.merge_dialog import MergeDialog

ReadPair = Callable[[UUID, UUID, date], Pair]


class Comparing(QObject):
    """Opens the dialog over ``over``; ``view`` shows why it can't be.

    ``merged`` carries the person whose entry was kept, and the one whose entry went.
    """

    merged = Signal(object, object)

    def __init__(
        self, read: ReadPair, tools: Tools, acts: Acts, view: JobView, over: QWidget
    ) -> None:
        super().__init__(over)
        self._read = read
        self._tools = tools
        self._acts = acts
        self._view = view
        self._over = over

    def ask(self, doubt: OpenDoubt, day: date, seen_from: UUID | None = None) -> None:
        """Ask what the two of a doubt are; whoever it is ``seen_from`` is kept at first."""
        one, other = (each.id for each in doubt.delegates)

        def show(pair: Pair) -> None:
            ids = [half.person.id for half in pair.halves]
            kept = ids.index(seen_from) if seen_from in ids else 0
            dialog = MergeDialog(
                self._tools.look, self._tools.times, pair, kept, self._over.window()
            )
            dialog.merge_wanted.connect(self._merge)
            dialog.both_wanted.connect(lambda: self._acts.settle(doubt, BOTH_STAY))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._tools.quick.run(
            lambda _report: self._read(one, other, day), view=self._view, then=show
        )

    def _merge(self, kept: Person, gone: Person) -> None:
        self._acts.merge(kept, gone, lambda: self.merged.emit(kept, gone))

"""A rehearsal that runs in the window: its clock, its people, its band, and its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.journal.backups import BackedUp, back_up
from app.journal.journal import Changes
from app.rehearsing.cast import Happening
from app.rehearsing.opening import Begun
from app.rehearsing.summing import Sum, recovered_by_proposals, summed
from ui.common.files import COPIES, Question
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.rehearsal.band import Band
from ui.rehearsal.end_dialog import EndDialog
from ui.rehearsal.words import happened

_EVERY_MS = 200
_AFTER_LAST = timedelta(minutes=1)
_BEFORE_SLOT = timedelta(minutes=1)
_CLOCK_ALONE = Changes(frozenset({"Lateness"}))
"""The floor looks again: in a rehearsal the clock makes more in a second than desks do."""


class Stage(Protocol):
    """The pages that a rehearsal is played on."""

    def learn(self, changes: Changes) -> None: ...


class LiveRehearsal(QObject):
    """Lets the clock run while nothing is asked. Before the event goes, it asks about the copy."""

    said = Signal(str)
    """Somebody let us know something."""
    refused = Signal(object)
    """People could not be let in; the clock stands still until it is let go on."""

    def __init__(self, begun: Begun, stage: Stage, tools: Tools, window: QWidget) -> None:
        super().__init__(window)
        self._begun, self._stage, self._tools, self._window = begun, stage, tools, window
        self._view = Quiet(self)
        self._is_acting = self._is_over = self._was_ended = False
        self._minute = -1
        self._dialog: EndDialog | None = None
        self.band = Band(tools.look, tools.times.zone, begun.clock.pace)
        self._ticks = QTimer(self, interval=_EVERY_MS)
        self._ticks.timeout.connect(self.tick)
        self._view.refused.connect(self._refuse)
        self.band.paused.connect(self._pause)
        self.band.pace_chosen.connect(begun.clock.change_pace)
        self.band.skipped.connect(self.skip)
        self._ticks.start()
        begun.clock.go_on()
        self.tick()

    @property
    def unsaved(self) -> bool:
        """Tell whether it is not yet said what becomes of the copy."""
        return not self._is_over

    def leave(self, then: Callable[[], None]) -> None:
        """Sum up and ask what becomes of the copy; then go on, unless the rehearsal does."""
        if self._dialog is not None:
            return
        clock = self._begun.clock
        ran = clock.runs
        clock.stop()
        dialog = self._dialog = EndDialog(self._tools.look, self._window)
        dialog.removed.connect(lambda: self._end(then))
        dialog.kept.connect(lambda: self._keep(then))
        dialog.rejected.connect(lambda: self._go_on(runs=ran))
        self._sum_up(dialog)
        dialog.open()

    def skip(self) -> None:
        """Go to just before the next slot."""
        comes = self._next_slot()
        if comes is not None:
            self._begun.clock.go_to(comes - _BEFORE_SLOT)
            self.tick()

    def tick(self) -> None:
        """Let happen what is due, and show what time it is."""
        begun = self._begun
        now = begun.clock()
        self._show_time()
        self._act(now)
        minute = int(now.timestamp()) // 60
        if minute != self._minute:
            self._minute = minute
            self._stage.learn(_CLOCK_ALONE)
        if now >= begun.ends_at + _AFTER_LAST and not self._was_ended:
            self._was_ended = True
            begun.clock.stop()
            self.band.ended.emit()

    def _show_time(self) -> None:
        clock = self._begun.clock
        self.band.show_time(clock(), runs=clock.runs, has_next=self._next_slot() is not None)

    def _next_slot(self) -> datetime | None:
        soon = self._begun.clock() + _BEFORE_SLOT
        starts = (slot.starts_at for slot in self._begun.turnout.day.slots)
        return next((each for each in starts if each > soon), None)

    def _act(self, now: datetime) -> None:
        cast = self._begun.cast
        if self._is_acting or cast.is_due_at is None or cast.is_due_at > now:
            return
        self._is_acting = True
        self._tools.quick.run(lambda _report: cast.act(now), view=self._view, then=self._acted)

    def _acted(self, done: tuple[Happening, ...]) -> None:
        self._is_acting = False
        for each in done:
            words = happened(each, self._tools.times.zone)
            if words:
                self.said.emit(words)
        # A crowd comes in parts: the next one need not wait.
        self._act(self._begun.clock())

    def _refuse(self, refusal: object) -> None:
        self._is_acting = False
        if self._begun.clock.runs:
            self._pause(True)
            self.refused.emit(refusal)

    def _pause(self, paused: bool) -> None:
        (self._begun.clock.stop if paused else self._begun.clock.go_on)()
        self._show_time()

    def _sum_up(self, dialog: EndDialog) -> None:
        begun, now = self._begun, self._begun.clock()
        by = f"{now.astimezone(self._tools.times.zone):%H:%M}"

        def show(total: Sum) -> None:
            dialog.show_sum(total, by)
            if total.lost:
                self._tools.slow.run(
                    lambda report: recovered_by_proposals(begun.turnout, begun.floor, now, report),
                    view=dialog.strip,
                    then=dialog.show_machine,
                )

        self._tools.reads.run(
            lambda _report: summed(begun.actors.journal, begun.turnout, begun.since, now),
            view=dialog.strip,
            then=show,
        )

    def _go_on(self, *, runs: bool) -> None:
        self._put_away()
        if runs:
            self._begun.clock.go_on()

    def _keep(self, then: Callable[[], None]) -> None:
        dialog = self._dialog
        assert dialog is not None  # noqa: S101 - it is what asked
        dialog.strip.stop()
        question = Question("Keep the copy of the rehearsal", self._begun.copy.file.stem)
        ask = self._tools.files.ask_where(COPIES, question, dialog)
        journal = self._begun.actors.journal

        def save(file: str) -> None:
            def saved(_copy: BackedUp) -> None:
                self._end(then)

            self._tools.slow.run(
                lambda _report: back_up(journal, Path(file)), view=dialog.strip, then=saved
            )

        ask.fileSelected.connect(save)
        ask.open()

    def _end(self, then: Callable[[], None]) -> None:
        self._is_over = True
        self._ticks.stop()
        self._put_away()
        then()

    def _put_away(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.strip.stop()
            dialog.hide()
            dialog.deleteLater()

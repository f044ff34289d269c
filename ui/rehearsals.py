"""Rehearses a day of the event that is open: on a copy, in its place, and then back to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout

from app.clock import Clock
from app.errors import DeskError
from app.event.facts import event_facts
from app.journal.journal import Changes, Journal
from app.settings import load_settings
from ui.common.jobs import Quiet
from ui.common.page import News
from ui.common.sentences import sentence
from ui.opened import Heard, Opened, open_event
from ui.shell.desk_pill import DeskWish

if TYPE_CHECKING:
    from app.rehearsing.opening import Begun
    from ui.rehearsal.dialog import RehearsalDialog, RehearsalWish
    from ui.window import Window
    from ui.workplace import Workplace

_NOT_MEANWHILE = (DeskWish.REHEARSE, DeskWish.RENAME, DeskWish.ON_DUTY, DeskWish.BADGES)
"""These would open the event anew, or use up labels for people who did not come."""


class Rehearsals(QObject):
    """Asks, makes the copy, and lets the window show it. One at a time."""

    _written = Signal(object)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._view = Quiet(self)
        self._begun: Begun | None = None
        self._written.connect(self._learn)
        self._view.refused.connect(self._refuse)
        window.start.status.refused.connect(self._give_up)
        window.event_shown.connect(self._attach)

    def ask(self) -> None:
        """Ask which day is to be rehearsed, once nothing is unsaved."""
        workplace = self._window.workplace
        if workplace is not None and self._begun is None:
            workplace.frame.leave(partial(self._ask, workplace))

    def _ask(self, workplace: Workplace) -> None:
        # All this is loaded when somebody wants it, and not when the window opens.
        from app.rehearsing.copies import days_with_meetings  # noqa: PLC0415
        from ui.rehearsal.dialog import RehearsalDialog  # noqa: PLC0415

        def show(days: tuple[date, ...]) -> None:
            today = workplace.tools.times.today()
            dialog = RehearsalDialog(workplace.tools.look, days, today, workplace)
            dialog.decided.connect(partial(self._begin, dialog, workplace))
            dialog.open()

        journal = workplace.saving.journal
        workplace.tools.reads.run(
            lambda _report: days_with_meetings(journal), view=self._view, then=show
        )

    def _begin(self, dialog: RehearsalDialog, workplace: Workplace, wish: RehearsalWish) -> None:
        journal, heard = workplace.saving.journal, self._written.emit
        workplace.tools.slow.run(
            lambda _report: _begun(journal, wish, heard),
            view=dialog.strip,
            then=partial(self._open, dialog),
        )

    def _open(self, dialog: RehearsalDialog, begun: Begun) -> None:
        self._begun = begun
        dialog.accept()
        self._window.open(begun.copy.file, partial(_opened, begun))

    def _attach(self) -> None:
        """Put the band above the pages of the copy that is shown now."""
        workplace, begun = self._window.workplace, self._begun
        if workplace is None or begun is None or not _is_copy(workplace, begun):
            return
        # As above: each event that is opened comes here.
        from ui.rehearsal.live import LiveRehearsal  # noqa: PLC0415

        self._begun = None
        live = LiveRehearsal(begun, workplace, workplace.tools, workplace)
        layout = workplace.layout()
        assert isinstance(layout, QBoxLayout)  # noqa: S101 - the pages stand in a column
        layout.setSpacing(0)
        layout.insertWidget(0, live.band)
        workplace.frame.ask_first(live)
        for wish in _NOT_MEANWHILE:
            workplace.bar.desk.action(wish).setEnabled(False)
        toasts = workplace.frame.toasts
        live.said.connect(lambda words: toasts.show_news(News(words, undoable=False)))
        live.refused.connect(self._refuse)
        live.band.ended.connect(lambda: self._window.open(begun.copy.of))

    def _give_up(self, _refusal: object) -> None:
        """The copy could not be opened: nothing is left of it."""
        begun, self._begun = self._begun, None
        if begun is not None:
            begun.end()

    def _refuse(self, refusal: DeskError) -> None:
        if self._window.workplace is not None:
            self._window.workplace.frame.notice.say(sentence(refusal))

    def _learn(self, changes: Changes) -> None:
        if self._window.workplace is not None:
            self._window.workplace.learn(changes)


def _is_copy(workplace: Workplace, begun: Begun) -> bool:
    shown = workplace.saving.journal.database.file
    return shown.resolve() == begun.copy.file.resolve()


def _begun(journal: Journal, wish: RehearsalWish, heard: Heard) -> Begun:
    from app.floor.crowd import Crowd  # noqa: PLC0415
    from app.rehearsing.opening import LiveOrder, begin  # noqa: PLC0415
    from ui.rehearsal.words import DESK, copy_name  # noqa: PLC0415

    with journal.reading() as session:
        name = copy_name(event_facts(session).name)
    crowd = Crowd(no_shows=wish.no_shows)
    order = LiveOrder(wish.day, wish.pace, crowd, wish.seed, name, DESK)
    return begin(journal, order, load_settings(), heard)


def _opened(begun: Begun, file: Path, _clock: Clock, heard: Heard) -> Opened:
    opened = open_event(file, begun.clock, heard, is_remembered=False)
    settings = replace(opened.settings, badge_at_check_in=False)
    return replace(opened, settings=settings, afterwards=begun.end)

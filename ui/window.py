"""The window: the start, or one open event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from app.clock import Clock, wall_clock
from app.desks import Desks
from app.errors import DeskError
from app.journal.journal import Changes
from app.settings import Settings, change_settings
from app.starting import Starting
from ui.claim import Claim, ring
from ui.commands import commands_of
from ui.common.files import Files
from ui.common.jobs import Quiet
from ui.common.look import Look
from ui.common.page import Tools
from ui.common.times import Times, system_zone
from ui.computer import Change, Computer
from ui.ending import end_in_turn
from ui.entries import ENTRIES
from ui.keys import PAGE_KEYS
from ui.opened import Opened, Opener, open_event
from ui.rehearsals import Rehearsals
from ui.shell.desk_pill import DeskWish
from ui.shell.frame import kept_place, put_back
from ui.shell.help import Help
from ui.shell.room import DialogRoom, Room, fits
from ui.start.page import StartPage
from ui.watch import EVERY_MS, Watch
from ui.workplace import Workplace

SMALLEST = (1280, 720)
USUAL = (1440, 900)


class Window(QMainWindow):
    """Opens one event at a time, as a document; a scan on any page of it goes to its Desk."""

    event_shown = Signal()
    _written = Signal(object)

    def __init__(
        self,
        look: Look,
        settings: Settings,
        clock: Clock = wall_clock,
        *,
        watch_every_ms: int = EVERY_MS,
    ) -> None:
        super().__init__()
        self._look = look
        self._clock = clock
        self._watch_every_ms = watch_every_ms
        self._closed = False
        self._view = Quiet(self)
        self._claim = Claim(self)
        self._opened: Opened | None = None
        self._watch: Watch | None = None
        self.workplace: Workplace | None = None
        self._files = Files(settings.folders, self._keep_folders)
        self._tools = Tools.with_jobs(look, Times(system_zone(), clock), self._files)
        self.computer = Computer(self._tools, settings, self._keep, self)
        self.start = StartPage(self._tools, Starting(Desks(settings, clock)))
        self.rehearsals = Rehearsals(self)
        self._screens = QStackedWidget()
        self._screens.addWidget(self.start)
        self.setCentralWidget(Room(self._screens, QSize(*SMALLEST)))
        self.setWindowTitle("Matchdesk")
        self.setMinimumSize(fits(self, QSize(*SMALLEST)))
        look.style(self)
        if not put_back(self, settings.window):
            self.resize(fits(self, QSize(*USUAL)))
        self._connect()
        self.start.arrive()

    def _connect(self) -> None:
        for key, act in (("F1", self.show_help), ("F11", self.switch_full_screen)):
            # An open event has these keys on its rail and in its menu.
            QShortcut(QKeySequence(key), self.start).activated.connect(act)
        self.start.event_wanted.connect(self.open)
        self.start.status.refused.connect(self._claim.give_up)
        self.computer.catcher.scanned.connect(self._scan)
        # After the scan itself, which must not wait for settings to be written.
        self.computer.catcher.scanned.connect(self.computer.scanner.look_at)
        self.computer.another_wanted.connect(self._be)
        self._written.connect(self._learn)
        self._claim.wanted.connect(self.come_to_front)
        DialogRoom(self)

    def open(self, file: Path, how: Opener = open_event) -> None:
        """Open an event in place of what is shown, unless one is being opened already."""
        if not self.start.status.busy:
            self.close_event(partial(self._open, file.resolve(), how))

    def _open(self, file: Path, how: Opener) -> None:
        if not self._claim.take(file):
            front = ", which is in front now" if ring(file) else ""
            self.start.status.say(f"{file.name} is open in another window of this computer{front}.")
            return
        self._tools.quick.run(
            lambda _report: how(file, self._clock, self._written.emit),
            view=self.start.status,
            then=self._show,
        )

    def close_event(self, then: Callable[[], object] = lambda: None) -> None:
        """Close the event that is open, once nothing is unsaved in it; then go on."""
        self._unless_unsaved(partial(self._close_event, then))

    def _unless_unsaved(self, then: Callable[[], object]) -> None:
        if self.workplace is None:
            then()
        else:
            self.workplace.frame.leave(then)

    def _close_event(self, then: Callable[[], object]) -> None:
        close = self._leave()
        if close is not None:
            # What is under way is stopped beside the window; what is opened next waits for it.
            self._tools.quick.run(lambda _report: close(), view=self._view, then=lambda _none: None)
            self.start.arrive()
        then()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.workplace is not None and self.workplace.frame.unsaved:
            event.ignore()
            self.workplace.frame.leave(self.close)
            return
        self._closed = True
        page = self.workplace.frame.page if self.workplace else ""
        place = kept_place(self)
        seen = self.computer.scanner.seen.text()
        close = self._leave()
        if close is not None:
            close()
        self._tools.close()
        # Not knowing next time where the window stood is no reason to stay open.
        with suppress(DeskError):
            change_settings(
                lambda old: replace(old, window=place, page=page or old.page, scanner_seen=seen)
            )
        super().closeEvent(event)

    def come_to_front(self) -> None:
        """Be seen, from wherever the window was put away."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_help(self) -> None:
        """Show the keys of the page, and the three things people ask."""
        workplace = self.workplace
        shown = workplace.frame.page if workplace else ""
        word = next((entry.word for entry in ENTRIES if entry.key == shown), "this page")
        help_ = Help(self._look, word, PAGE_KEYS.get(shown, ()), self)
        help_.scanner_test_wanted.connect(self.computer.test_scanner)
        help_.licences_wanted.connect(self._show_licences)
        help_.open()

    def _show_licences(self) -> None:
        from ui.shell.licences import show_licences  # noqa: PLC0415 - few ever ask for them

        show_licences(self._tools, self)

    def switch_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        (self.showNormal if self.isFullScreen() else self.showFullScreen)()

    def _leave(self) -> Callable[[], None] | None:
        """Take the event off the screen, and give what closes it."""
        workplace, opened = self.workplace, self._opened
        self.workplace, self._opened, self._watch = None, None, None
        self._claim.give_up()
        if workplace is None or opened is None:
            return None
        self._screens.removeWidget(workplace)
        end_in_turn(self, workplace)
        self.setWindowTitle("Matchdesk")
        tools = workplace.tools

        def close() -> None:
            tools.close()
            opened.close()

        return close

    def _show(self, opened: Opened) -> None:
        if self._closed:
            opened.close()
            return
        self._opened = opened
        times = Times(opened.facts.zone, opened.event.journal.clock)
        tools = Tools.with_jobs(self._look, times, self._files)
        workplace = self.workplace = Workplace(opened, tools, self.computer.scanner)
        every = self._watch_every_ms
        self._watch = Watch(opened.event.journal, workplace.tools.reads, workplace, every_ms=every)
        self._watch.written.connect(workplace.learn)
        workplace.wished.connect(self._wish)
        rail = workplace.frame.rail
        rail.theme_wanted.connect(self.computer.switch_theme)
        rail.help_wanted.connect(self.show_help)
        workplace.bar.search.offer(partial(commands_of, self, workplace, opened.file))
        self._screens.addWidget(workplace)
        self._screens.setCurrentWidget(workplace)
        self.setWindowTitle(f"{opened.facts.name} – Matchdesk")
        self.event_shown.emit()

    def _learn(self, changes: Changes) -> None:
        if self._watch is not None:
            self._watch.heard()
        if self.workplace is not None:
            self.workplace.learn(changes)

    def _scan(self, text: str) -> None:
        if self.workplace is None:
            self.start.hear_scan()
        else:
            self.workplace.scan(text)

    def _wish(self, wish: DeskWish) -> None:
        acts: Mapping[DeskWish, Callable[[], None]] = {
            DeskWish.RENAME: self.computer.rename,
            DeskWish.ON_DUTY: self.computer.ask_who,
            DeskWish.SCANNER_TEST: self.computer.test_scanner,
            DeskWish.FULL_SCREEN: self.switch_full_screen,
            DeskWish.REHEARSE: self.rehearsals.ask,
            DeskWish.CLOSE_EVENT: self.close_event,
        }
        acts[wish]()

    def _be(self, change: Change) -> None:
        """Go on as another desk or person: deeds say who it was from the opening on."""

        def go_on(settings: Settings) -> None:
            self.computer.settings = settings
            if self._opened is not None:
                self.open(self._opened.file)

        self._unless_unsaved(lambda: self._keep(change, go_on))

    def _keep(
        self,
        change: Change,
        then: Callable[[Settings], None] = lambda _settings: None,
    ) -> None:
        if self.workplace is not None:
            self.workplace.keep(change, then)
            return
        work = partial(change_settings, change)
        self._tools.quick.run(lambda _report: work(), view=self.start.status, then=then)

    def _keep_folders(self, folders: tuple[str, ...]) -> None:
        self._keep(lambda old: replace(old, folders=folders))

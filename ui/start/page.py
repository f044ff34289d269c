"""The first screen: a sample, a new event, another file, or one that was open before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import DeskError
from app.event.sample import SampleTold
from app.files import EVENT_SUFFIX
from app.progress import Report
from app.recents import RecentEvent
from app.storage import StorageRefused
from ui.common.buttons import LargeButton, Rank
from ui.common.files import EVENTS, Question
from ui.common.jobs import Quiet
from ui.common.lettering import FACT, SECTION, VERDICT
from ui.common.logo import Logo
from ui.common.page import Tools
from ui.common.parts import Panel, Text, column, row, scrolled
from ui.common.sentences import sentence
from ui.common.strip import StatusStrip
from ui.start.new_event import MakingCalls, NewEvent
from ui.start.recent_list import RecentList
from ui.start.samples import SampleChoice

_WIDTH = 1_040
_LINE = 1
_SCANNED = "A scan arrived, and no event is open yet. Open one, then scan again."


class StartCalls(MakingCalls, Protocol):
    """What this page needs of ``app.starting.Starting``."""

    def recents(self) -> tuple[RecentEvent, ...]:
        """Look at the events that were open before."""
        ...

    def forget(self, file: Path) -> None:
        """Take an event off that list."""
        ...

    def bring_here(self, file: Path) -> Path:
        """Copy an event to this computer."""
        ...

    def samples(self) -> tuple[SampleTold, ...]:
        """Tell of the samples that can be made."""
        ...

    def make_sample(self, report: Report, name: str) -> Path:
        """Make a sample event."""
        ...


class StartPage(QWidget):
    """Offers events. ``event_wanted`` carries the file of the one that shall be opened."""

    event_wanted = Signal(object)

    def __init__(self, tools: Tools, calls: StartCalls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._calls = calls
        look = tools.look
        self._quiet = Quiet(self)
        self._reading = Quiet(self)
        self._sample = LargeButton(look, "Open a sample event…", "play", "Ctrl+E")
        self._new = LargeButton(look, "New event", "calendar-plus", "Ctrl+N", Rank.MAIN)
        self._open = LargeButton(look, "Open…", "folder-open", "Ctrl+O")
        self._none = Text("None yet. Every event you open is listed here.", tone="2")
        self.status = StatusStrip(look)
        self._bring = LargeButton(look, "Copy it to this computer and open the copy", "download")
        self._elsewhere: Path | None = None
        self.recents = RecentList(look, tools.times)
        self._recent = Panel("card")
        self._list = QWidget()
        self._area = scrolled(self._list)
        self._around = 0
        self.new_event = NewEvent(tools, calls)
        self.samples = SampleChoice(look)
        self._screens = QStackedWidget()
        self.setProperty("part", "page")
        self.setAcceptDrops(True)
        self._bring.hide()
        self._build()
        self._listen()

    def _listen(self) -> None:
        self._sample.clicked.connect(self.begin_sample)
        self.samples.chosen.connect(self.make_sample)
        self.samples.left.connect(self.arrive)
        self._reading.refused.connect(self.samples.refuse)
        self._new.clicked.connect(self.begin_new)
        self._open.clicked.connect(self.ask_file)
        self.recents.event_wanted.connect(self.event_wanted)
        self.recents.removal_wanted.connect(self._forget)
        self.new_event.made.connect(self._made)
        self.new_event.left.connect(self.arrive)
        self.status.busy_changed.connect(self._hold)
        self.status.refused.connect(self._offer_copy)
        self._bring.clicked.connect(self.bring_here)

    def arrive(self) -> None:
        """Show what can be opened, as it is now."""
        self._screens.setCurrentIndex(0)
        self._new.setFocus()
        self._bring.hide()
        self.status.say("")
        self._read()

    def refuse(self, refusal: DeskError) -> None:
        """Say why an event was not opened."""
        self._screens.setCurrentIndex(0)
        self.status.say(sentence(refusal))
        self._offer_copy(refusal)
        self._read()

    def hear_scan(self) -> None:
        """Say where a scan went, which nobody can read here."""
        strips = (self.status, self.new_event.status, self.samples.status)
        strips[self._screens.currentIndex()].say(_SCANNED)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files; what they are is said when they are dropped."""
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the event that is dropped."""
        event.acceptProposedAction()
        files = _files(event.mimeData())
        events = [file for file in files if file.suffix == EVENT_SUFFIX]
        if len(events) == 1:
            self.event_wanted.emit(events[0])
        elif events:
            self.status.say("These are several events. Drop one of them.")
        else:
            self.status.say(
                f"{files[0].name} is no event. Drop a file whose name ends in {EVENT_SUFFIX}."
            )

    def _offer_copy(self, refusal: DeskError) -> None:
        """Where an event may not be worked on, it may still be copied from."""
        if isinstance(refusal, StorageRefused) and refusal.kind == "UnsafePlace":
            self._elsewhere = refusal.problem["file"]
            self._bring.show()
            self._bring.setFocus()

    def bring_here(self) -> None:
        """Copy the event that was refused to this computer, and open the copy."""
        file = self._elsewhere
        if file is not None:
            self._tools.slow.run(
                lambda _report: self._calls.bring_here(file), view=self.status, then=self._made
            )

    def _read(self) -> None:
        self._tools.slow.run(
            lambda _report: self._calls.recents(), view=self._quiet, then=self._show
        )

    def _show(self, recents: Sequence[RecentEvent]) -> None:
        self.recents.show_recents(recents)
        if self._new.hasFocus():
            self.recents.take_focus()
        self._none.setVisible(not recents)
        # As tall as what it lists; what there is no room for scrolls.
        tall = self.recents.tall or self._none.sizeHint().height()
        self._recent.setMaximumHeight(tall + self._around)

    def _forget(self, file: Path) -> None:
        def forget(_report: Report) -> tuple[RecentEvent, ...]:
            self._calls.forget(file)
            return self._calls.recents()

        self._tools.slow.run(forget, view=self.status, then=self._show)

    def begin_sample(self) -> None:
        """Offer the sample events."""
        self._screens.setCurrentWidget(self.samples)
        self.samples.status.say("")
        self.samples.begin()
        if not self.samples.entries:
            self._tools.quick.run(
                lambda _report: self._calls.samples(),
                view=self._reading,
                then=self.samples.show_samples,
            )

    def make_sample(self, name: str) -> None:
        """Make a sample event, and open it."""
        self._tools.slow.run(
            lambda report: self._calls.make_sample(report, name),
            view=self.samples.status,
            then=self._made,
        )

    def begin_new(self) -> None:
        """Show the form for a new event."""
        self._screens.setCurrentIndex(1)
        self.new_event.arrive()

    def _made(self, file: Path) -> None:
        self._screens.setCurrentIndex(0)
        self.event_wanted.emit(file)

    def ask_file(self) -> None:
        """Ask which event shall be opened."""
        asking = self._tools.files.ask_which(EVENTS, Question("Open an event"), self)
        asking.fileSelected.connect(lambda file: self.event_wanted.emit(Path(file)))
        asking.open()

    def _hold(self, busy: bool) -> None:
        if busy:
            self._bring.hide()
        for button in (self._sample, self._new, self._open):
            button.setDisabled(busy)
        self.recents.setDisabled(busy)

    def _build(self) -> None:
        recent = self._recent
        head_of_list = Text("Recent events", SECTION)
        head_of_list.setContentsMargins(12, 0, 12, 0)
        self._none.setContentsMargins(12, 4, 12, 8)
        self._list.setLayout(column(self._none, self.recents, None, gap=0))
        recent.setLayout(column(head_of_list, self._area, gap=8, margins=(8, 16, 8, 8)))
        self._around = 16 + head_of_list.sizeHint().height() + 8 + 8 + 2 * _LINE
        head = row(
            Logo(self._tools.look, 56),
            column(
                Text("Matchdesk", VERDICT),
                Text("The desk of a matchmaking day", FACT, "2"),
                gap=0,
            ),
            None,
            gap=20,
        )
        first = QWidget()
        whole = column(
            head,
            row(self._new, self._sample, self._open, None, gap=12),
            self.status,
            row(self._bring, None),
            recent,
            Text("An event is one file. You can drop it here as well.", tone="3"),
            None,
            gap=24,
        )
        whole.setStretchFactor(recent, 1_000)
        first.setLayout(whole)
        for screen in (first, self.new_event, self.samples):
            screen.setMaximumWidth(_WIDTH)
            self._screens.addWidget(screen)
        self._screens.setMaximumWidth(_WIDTH)
        layout = row(None, self._screens, None, gap=0, margins=(40, 48, 40, 32))
        layout.setStretch(1, 1_000)
        self.setLayout(layout)


def _files(dropped: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]

"""What belongs to this computer, whichever event is open: theme, scanner, and who sits at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.settings import Settings
from ui.common.look import ThemeName
from ui.common.page import Tools
from ui.scanner.filter import ScannerFilter
from ui.scanner.layouts import Layout
from ui.scanner.standing import ScannerWatch, Seen
from ui.shell.ask import Ask

Change = Callable[[Settings], Settings]


class Keep(Protocol):
    """Changes the settings of this computer; ``then`` gets them as they are kept."""

    def __call__(self, change: Change, then: Callable[[Settings], None] = ...) -> None: ...


class Computer(QObject):
    """Asks what is set on it, and keeps that.

    ``another_wanted``: it is to be another desk, or somebody else is on duty, by this change.
    """

    another_wanted = Signal(object)

    def __init__(self, tools: Tools, settings: Settings, keep: Keep, window: QWidget) -> None:
        super().__init__(window)
        self._tools, self._keep, self._window = tools, keep, window
        self.settings = settings
        self.catcher = ScannerFilter(Layout.stored(settings.scanner), self)
        self.scanner = ScannerWatch(Seen.stored(settings.scanner_seen), tools.times.clock, self)
        application = QApplication.instance()
        assert application is not None  # noqa: S101 - windows exist only in one
        application.installEventFilter(self.catcher)
        self.scanner.turned.connect(
            lambda seen: self._keep(lambda old: replace(old, scanner_seen=seen))
        )

    def switch_theme(self) -> None:
        """Go from light to dark, or back."""
        self.wear(ThemeName.LIGHT if self._tools.look.is_dark else ThemeName.DARK)

    def wear(self, theme: ThemeName) -> None:
        """Put a theme on, and keep it."""
        self._tools.look.wear(theme)
        self._keep(lambda old: replace(old, theme=theme.value))

    def test_scanner(self) -> None:
        """Learn what the keyboard layout does to scans."""
        from ui.scanner.self_test import ScannerTest  # noqa: PLC0415 - see ``load_ahead``

        def keep(text: str) -> None:
            self._keep(lambda old: replace(old, scanner=text))

        test = ScannerTest(self._tools, self.catcher, keep, self._window)
        test.stood.connect(self.scanner.note)
        test.open()

    def rename(self) -> None:
        """Ask what the desk is called."""
        ask = self._ask("The name of this desk", self.settings.desk_name)
        ask.needs_answer()
        ask.answered.connect(lambda name: self._be(lambda old: replace(old, desk_name=name)))
        ask.open()

    def ask_who(self) -> None:
        """Ask who is on duty."""
        ask = self._ask("Who is on duty at this desk?", self.settings.on_duty)
        ask.answered.connect(lambda name: self._be(lambda old: replace(old, on_duty=name)))
        ask.open()

    def _ask(self, question: str, known: str) -> Ask:
        return Ask(self._tools.look, question, known, self._window)

    def _be(self, change: Change) -> None:
        self.another_wanted.emit(change)

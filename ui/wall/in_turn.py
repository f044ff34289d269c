"""Which board of the wall is shown: the pages of tables, and after them those of sessions."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.wall.board import Board
from ui.wall.sessions_board import SECONDS, SessionsBoard


class InTurn(QStackedLayout):
    """Holds both boards. One that has nothing to tell gets no turn, as long as the other has."""

    def __init__(self, tables: Board, sessions: SessionsBoard) -> None:
        super().__init__()
        self._tables, self._sessions = tables, sessions
        self.addWidget(tables)
        self.addWidget(sessions)

    @property
    def pages(self) -> int:
        """How many pages there are in all."""
        return self._of_tables + self._of_sessions

    @property
    def seconds(self) -> int:
        """For how long the page that is shown is to be read."""
        return self._tables.seconds if self.shows_tables else SECONDS

    @property
    def shows_tables(self) -> bool:
        """Tell which board is shown."""
        shown: QWidget | None = self.currentWidget()
        return shown is self._tables

    def turn(self, by: int = 1) -> None:
        """Go to another page; after the last comes the first."""
        self._go((self._at + by) % max(self.pages, 1))

    def settle(self) -> None:
        """Leave a board that has no turn any more."""
        if (self._of_tables if self.shows_tables else self._of_sessions) == 0:
            self._go(0)

    @property
    def _of_tables(self) -> int:
        wall = self._tables.wall
        has_nobody = wall is not None and not wall.rows
        return 0 if has_nobody and self._of_sessions else self._tables.pages

    @property
    def _of_sessions(self) -> int:
        wall = self._tables.wall
        # While rounds run, nobody waits for a page with their table.
        return 0 if wall is not None and wall.are_rounds else self._sessions.pages

    @property
    def _at(self) -> int:
        return self._tables.page if self.shows_tables else self._of_tables + self._sessions.page

    def _go(self, at: int) -> None:
        of_tables = self._of_tables
        if at < of_tables:
            self._tables.turn(at - self._tables.page)
            self.setCurrentWidget(self._tables)
        else:
            self._sessions.show_page(at - of_tables)
            self.setCurrentWidget(self._sessions)

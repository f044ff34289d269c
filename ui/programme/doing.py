"""What is done about sessions, and what is said of it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.delegates.person import Person
from app.meetings.attendees import Someone
from app.programme.bookings import Attended
from app.programme.carrying import Carry, Effect
from app.programme.orders import Place
from app.programme.session import Standing
from app.programme.views import SessionFacts
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.programme.services import ProgrammeServices
from ui.programme.words import came_words, clock, filled_words, many

T = TypeVar("T")
Who = Person | Someone


class Doing(QObject):
    """Does one thing after another. ``told`` carries what can be undone then."""

    told = Signal(News)
    refused = Signal(object)
    came = Signal(object)
    """Somebody was let in to a session, or was before: an ``Attended``."""

    def __init__(self, services: ProgrammeServices, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._view = Quiet(self)
        self._view.refused.connect(self.refused)

    def move(self, carry: Carry, effect: Effect) -> None:
        """Move a session where it was carried."""
        now, to = carry.session, Place(effect.starts_at, effect.ends_at, effect.room)
        where = ", ".join(filter(None, (effect.room, clock(effect.starts_at, carry.zone))))
        words = f"“{now.title}” moved to {where}."
        if effect.outdated:
            told = many(effect.outdated, "printed schedule is", "printed schedules are")
            words += f" {told} out of date."
        self._do(partial(self._services.sessions.move, now.id, to), words)

    def swap(self, one: Standing, other: Standing) -> None:
        """Let two change places."""
        words = f"“{one.title}” and “{other.title}” changed places."
        self._do(partial(self._services.sessions.swap, one.id, other.id), words)

    def cancel(self, session: SessionFacts) -> None:
        """Let one not take place."""
        booked = session.figures.booked
        told = f" {many(booked, 'is', 'are')} booked for it." if booked else ""
        words = f"“{session.title}” is cancelled.{told}"
        self._do(partial(self._services.sessions.cancel, session.id), words)

    def restore(self, session: SessionFacts) -> None:
        """Let one take place after all."""
        words = f"“{session.title}” takes place after all."
        self._do(partial(self._services.sessions.restore, session.id), words)

    def book(self, session: SessionFacts, who: Who) -> None:
        """Book somebody, or let them wait in line."""

        def said(in_line: tuple[int, ...]) -> str:
            if in_line[0]:
                full = f"“{session.title}” is full."
                return f"{full} {who.name} waits, number {in_line[0]} in line."
            return f"{who.name} is booked for “{session.title}”."

        self._do(partial(self._services.bookings.book, session.id, who.id), said)

    def fill(self, session: SessionFacts) -> None:
        """Give places to who waits: those that are free, or else of who has not come."""
        bookings, of_missing = self._services.bookings, session.free == 0
        self._do(
            lambda: bookings.fill(session.id, of_missing=of_missing),
            lambda filled: filled_words(filled, session.title),
        )

    def unbook(self, session: SessionFacts, who: Who) -> None:
        """Take a booking back."""
        services = self._services

        def work() -> tuple[Someone, ...]:
            services.bookings.unbook(session.id, who.id)
            return services.next_in_line(session.id)

        def said(offered: tuple[Someone, ...]) -> str:
            told = f"{who.name} is not booked for “{session.title}” any more."
            return f"{told} Next in line: {offered[0].name}." if offered else told

        self._do(work, said)

    def excuse(self, session: SessionFacts, who: Who, *, on: bool) -> None:
        """Let somebody meet others during it, or no longer."""
        bookings = self._services.bookings
        words = f"{who.name} {'is' if on else 'is no longer'} excused from “{session.title}”."
        work = bookings.excuse if on else bookings.excuse_no_longer
        self._do(partial(work, session.id, who.id), words)

    def check_in(self, session: SessionFacts, who: Who, *, anyway: bool = False) -> None:
        """Note that somebody came."""
        bookings = self._services.bookings
        self._let_in(lambda: bookings.check_in(session.id, who.id, anyway=anyway))

    def scan(self, session: UUID, code: str) -> None:
        """Note that whose code it is came."""
        self._let_in(lambda: self._services.bookings.scan(session, code))

    def _let_in(self, work: Callable[[], Attended]) -> None:
        def say(came: Attended) -> None:
            noted, words = came_words(came, self._tools.times.zone)
            self.came.emit(came)
            if noted:
                self.told.emit(News(words))

        self._tools.quick.run(lambda _report: work(), view=self._view, then=say)

    def _do(self, work: Callable[[], T], words: str | Callable[[T], str]) -> None:
        def tell(done: T) -> None:
            self.told.emit(News(words if isinstance(words, str) else words(done)))

        self._tools.quick.run(lambda _report: work(), view=self._view, then=tell)

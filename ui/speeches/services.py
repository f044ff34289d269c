"""What the part needs of ``app.speeches``, and of the window around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from app.meetings.attendees import Someone
from app.programme.meanwhile import Meanwhile
from app.speeches.known import SpeechOrder
from app.speeches.running import Speech, Speeches
from ui.common.person_field import FindPeople


class SpeakingCalls(Protocol):
    """Sets the speeches of a day and leads through them; ``Speaking`` says what each refuses."""

    def set(self, day: date, order: SpeechOrder) -> Speeches: ...
    def would_speak(self, day: date, order: SpeechOrder) -> tuple[Someone, ...]: ...
    def of_day(self, day: date) -> tuple[Speeches, tuple[Speech, ...]]: ...
    def go_on(self, day: date) -> Speeches: ...
    def skip(self, day: date, delegate: UUID) -> Speeches: ...
    def swap(self, day: date, one: UUID, other: UUID) -> Speeches: ...
    def move(self, day: date, delegate: UUID, place: int) -> Speeches: ...
    def add(self, day: date, delegate: UUID) -> Speeches: ...
    def remove(self, day: date, delegate: UUID) -> Speeches: ...
    def drop(self, day: date) -> None: ...


@dataclass(frozen=True, slots=True)
class SpeechServices:
    """Not to be called on the window's thread, but for ``show_clock`` and ``print_list``.

    These open a window, and the page on which the running order is printed.
    """

    speaking: SpeakingCalls
    find: FindPeople
    delegations: Callable[[], Sequence[str]]
    meanwhile: Callable[[date, SpeechOrder, Sequence[Someone]], Meanwhile]
    show_clock: Callable[[], None]
    print_list: Callable[[], None]

"""What is done about meetings, and what is said of it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.floor.day import DayMeeting, FloorDay
from app.floor.moving import Spot
from app.floor.states import Missing, Word
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.floor.services import FloorServices
from ui.floor.words import clock, pair_words, side_words

_SAID = {
    Word.RUNNING: "{pair} is running.",
    Word.HELD: "{pair} was held.",
    Word.NOTHING: "{pair} goes by the clock again.",
}


class Doing(QObject):
    """Does one thing after another. ``told`` carries what can be undone then.

    Nothing takes long, so that no progress is shown, which would move the grid.
    """

    told = Signal(News)
    refused = Signal(object)

    def __init__(self, services: FloorServices, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._view = Quiet(self)
        self._view.refused.connect(self.refused)

    def call(self, day: FloorDay, meeting: DayMeeting) -> None:
        """Call its people to the table."""
        table = day.table.get(meeting.table)
        where = f" to table {table.label}" if table is not None else ""
        words = f"{pair_words(day, meeting)} called{where}."
        self._do(lambda: self._services.acts.call([meeting.id]), words)

    def say(
        self, day: FloorDay, meeting: DayMeeting, word: Word, missing: Missing | None = None
    ) -> None:
        """Say what became of it."""
        if word is Word.NO_SHOW:
            sides = {Missing.HOST: meeting.hosts, Missing.GUEST: meeting.guests}
            who = side_words(day, sides.get(missing, meeting.people) if missing else meeting.people)
            words = f"{who} did not come."
        else:
            words = _SAID[word].format(pair=pair_words(day, meeting))
        self._do(lambda: self._services.acts.say(meeting.id, word, missing), words)

    def cancel(self, day: FloorDay, meeting: DayMeeting) -> None:
        """Let it not take place."""
        acts, words = self._services.acts, f"{pair_words(day, meeting)} is cancelled."
        self._do(lambda: acts.cancel(meeting.id), words)

    def restore(self, day: FloorDay, meeting: DayMeeting) -> None:
        """Let it take place after all."""
        moving, words = self._services.moving, f"{pair_words(day, meeting)} takes place after all."
        self._do(lambda: moving.restore(day.date, meeting.id), words)

    def lock(self, day: FloorDay, meeting: DayMeeting, *, locked: bool) -> None:
        """Let it stay where it is, or not."""
        words = f"{pair_words(day, meeting)} is {'locked' if locked else 'unlocked'}."
        self._do(lambda: self._services.acts.lock(meeting.id, locked=locked), words)

    def move(self, day: FloorDay, meeting: DayMeeting, to: Spot, *, anyway: bool) -> None:
        """Move it."""
        starts = next(slot.starts_at for slot in day.slots if slot.id == to.slot)
        place = f"table {day.table[to.table].label}, {clock(day, starts)}"
        words = f"{pair_words(day, meeting)} moved to {place}."
        moving = self._services.moving
        self._do(partial(moving.move, day.date, meeting.id, to, anyway=anyway), words)

    def swap(self, day: FloorDay, one: DayMeeting, other: UUID, *, anyway: bool) -> None:
        """Let two change places."""
        pair = pair_words(day, one), pair_words(day, day.meeting[other])
        words = f"{pair[0]} and {pair[1]} changed places."
        moving = self._services.moving
        self._do(partial(moving.swap, day.date, one.id, other, anyway=anyway), words)

    def _do(self, work: Callable[[], object], words: str) -> None:
        self._tools.quick.run(
            lambda _report: work(),
            view=self._view,
            then=lambda _done: self.told.emit(News(words)),
        )

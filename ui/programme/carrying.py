"""A session that is carried to another time or room, until it is dropped or put back."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from app.programme.carrying import Carry, Effect
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.programme.doing import Doing
from ui.programme.geometry import STEP
from ui.programme.paint import Target
from ui.programme.services import ProgrammeServices
from ui.programme.sheet import HOUR, Sheet
from ui.programme.timeline import Timeline
from ui.programme.words import many

_STEPS = {
    Qt.Key.Key_Up: (0, -STEP),
    Qt.Key.Key_Down: (0, STEP),
    Qt.Key.Key_PageUp: (0, -HOUR),
    Qt.Key.Key_PageDown: (0, HOUR),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class Carrying(QObject):
    """Has at most one session. ``aimed`` carries what the place would bring where it is now."""

    began = Signal(Carry)
    aimed = Signal(object)
    ended = Signal()
    asked = Signal(object)
    """It was dropped where another one is, with which it could change places: its standing."""

    def __init__(
        self, timeline: Timeline, services: ProgrammeServices, doing: Doing, tools: Tools
    ) -> None:
        super().__init__(timeline)
        self._timeline, self._services, self._doing = timeline, services, doing
        self._tools = tools
        self._view = Quiet(self)
        self._view.refused.connect(doing.refused)
        self._wanted: UUID | None = None
        self._at: tuple[int, int] | None = None
        self.carry: Carry | None = None

    @property
    def effect(self) -> Effect | None:
        """What the place would bring where the session is carried now."""
        sheet = self._timeline.sheet
        if self.carry is None or self._at is None or sheet is None:
            return None
        column, minute = self._at
        return self.carry.effect(sheet.instant(minute), sheet.columns[column].room)

    def pick_up(self, session: UUID) -> None:
        """Pick a session up; it is carried as soon as is known what it would meet with."""
        sheet = self._timeline.sheet
        block = sheet.of_session.get(session) if sheet is not None else None
        if self.carry is not None or block is None or block.session is None:
            return
        if block.session.cancelled:
            return
        self._at = block.column, block.starts
        self._read(session)

    def aim(self, column: int, minute: int) -> None:
        """Carry it to a column that is a room, and a minute of the day."""
        sheet = self._timeline.sheet
        if sheet is None or self._at is None:
            return
        lasts = self._lasts(sheet)
        last = sheet.last - min(lasts, HOUR)
        if not sheet.columns[column].is_room:
            column = self._at[0]
        self._at = column, max(sheet.first, min(minute, last))
        self._show()

    def step(self, key: Qt.Key) -> bool:
        """Take a key while something is carried; false: nothing is, or it means nothing."""
        if self.carry is None or self._at is None:
            return False
        if key in _STEPS:
            across, down = _STEPS[key]
            self.aim(self._next_room(across), self._at[1] + down)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.drop()
        elif key is Qt.Key.Key_Escape:
            self.put_back()
        else:
            return False
        return True

    def drop(self) -> None:
        """Move it where it is, if it can be there; else it stays in hand."""
        carry, effect = self.carry, self.effect
        if carry is None or effect is None or effect.is_same:
            self.put_back()
        elif effect.can_be:
            self.put_back()
            self._doing.move(carry, effect)
        elif effect.is_on_a_day and len(effect.rooms) == 1:
            self.asked.emit(effect.rooms[0])

    def drop_or_put_back(self) -> None:
        """Do the same as the mouse lets go; what can't be there goes back."""
        effect = self.effect
        can_swap = effect is not None and effect.is_on_a_day and len(effect.rooms) == 1
        if effect is None or effect.can_be or can_swap:
            self.drop()
        else:
            self.put_back()

    def swap(self) -> None:
        """Let it change places with the one that is where it was dropped."""
        carry, effect = self.carry, self.effect
        if carry is not None and effect is not None and len(effect.rooms) == 1:
            self.put_back()
            self._doing.swap(carry.session, effect.rooms[0])

    def put_back(self) -> None:
        """Carry nothing any more; nothing was changed."""
        was = self.carry is not None
        self.carry = self._at = self._wanted = None
        self._timeline.show_targets(None)
        if was:
            self.ended.emit()

    def let_go(self) -> bool:
        """Put back what is carried, for whoever wants it undone; false: nothing is."""
        carries = self.carry is not None
        if carries:
            self.put_back()
        return carries

    def follow(self) -> None:
        """The day was read again: what is carried may meet with other things now."""
        sheet = self._timeline.sheet
        if self.carry is None or sheet is None:
            return
        if self.carry.session.id not in sheet.of_session:
            self.put_back()
        else:
            self._read(self.carry.session.id)

    def _read(self, session: UUID) -> None:
        self._wanted = session
        self._tools.quick.run(
            lambda _report: self._services.carry(session), view=self._view, then=self._take
        )

    def _take(self, carry: Carry) -> None:
        if self._wanted != carry.session.id:
            return
        is_new = self.carry is None
        self.carry = carry
        if is_new:
            self.began.emit(carry)
        self._show()

    def _show(self) -> None:
        sheet, carry, at = self._timeline.sheet, self.carry, self._at
        if sheet is None or carry is None or at is None:
            return
        effect = self.effect
        targets = [
            _target(carry, sheet, column, at[1], effect if column == at[0] else None)
            for column in sheet.room_columns
        ]
        self._timeline.show_targets(carry.session.id, tuple(targets))
        self.aimed.emit(effect)

    def _lasts(self, sheet: Sheet) -> int:
        block = sheet.of_session.get(self._wanted) if self._wanted is not None else None
        return block.ends - block.starts if block is not None else HOUR

    def _next_room(self, by: int) -> int:
        sheet = self._timeline.sheet
        if sheet is None or self._at is None:
            return 0
        rooms = sheet.room_columns
        place = rooms.index(self._at[0]) + by
        return rooms[max(0, min(place, len(rooms) - 1))]


def _target(carry: Carry, sheet: Sheet, column: int, minute: int, aimed: Effect | None) -> Target:
    """Give a place in one of the rooms at the time at which the session is carried."""
    lasts = round(carry.lasts.total_seconds() / 60)
    starts = sheet.instant(minute)
    room = sheet.columns[column].room
    others = carry.in_room(starts, room)
    if aimed is not None and aimed.is_same:
        words = "Where it was"
    elif others:
        words = f"Taken by “{others[0].title}”"
    elif aimed is not None and not aimed.is_on_a_day:
        words = "No day of the event"
    elif aimed is not None and aimed.meeting:
        count = len(aimed.meeting)
        words = f"{many(count, 'has', 'have')} a meeting then"
    elif aimed is not None and (aimed.elsewhere or aimed.voices):
        count = len(aimed.elsewhere) + len(aimed.voices)
        words = f"{many(count, 'is', 'are')} elsewhere then"
    else:
        words = "Room is free" if room else "Without a room"
    good = not others and (aimed is None or aimed.is_on_a_day)
    meets = good and aimed is not None and bool(aimed.meeting or aimed.elsewhere or aimed.voices)
    return Target(column, minute, minute + lasts, words, good, aimed is not None, meets)

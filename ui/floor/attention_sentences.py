"""One or two sentences for each need: what is so, with whom it concerns most in strong letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from app.floor.attention import Item, Need
from app.floor.day import FloorDay
from app.floor.manager import Look
from ui.floor.attention_words import all_missing, counted, listed, still_away
from ui.floor.strong_text import Part, Said
from ui.floor.words import clock, pair_words, whole_name


def sentence(look: Look, item: Item) -> Said:
    """Say what is so."""
    return _SENTENCES[item.need](look, item)


class _Side:
    """People as a sentence names them: each organisation once, three at most."""

    def __init__(self, day: FloorDay, people: Iterable[UUID]) -> None:
        self._names = list(dict.fromkeys(whole_name(day.people[each]) for each in people))

    @property
    def names(self) -> str:
        return listed(self._names)

    @property
    def strong(self) -> Part:
        return Part(self.names, strong=True)

    def have(self, one: str, several: str) -> str:
        return one if len(self._names) == 1 else several

    def here(self) -> str:
        return f" {self.names} {self.have('is', 'are')} here." if self._names else ""


def _no_show(look: Look, item: Item) -> Said:
    missing, waiting = _Side(look.day, item.missing), _Side(look.day, item.waiting)
    waits = f" {waiting.have('is', 'are')} waiting at the table."
    if still_away(look, item):
        return (Part(f"{missing.names} did not come. "), waiting.strong, Part(waits))
    at = _since(look, item.missing)
    return (missing.strong, Part(f" came after all, checked in at {at}. {waiting.names}{waits}"))


def _missing(look: Look, item: Item) -> Said:
    missing, waiting = _Side(look.day, item.missing), _Side(look.day, item.waiting)
    if not still_away(look, item):
        is_here = missing.have("is", "are")
        since = _since(look, item.missing)
        return (missing.strong, Part(f" {is_here} in the building, checked in at {since}."))
    left_at = _left_at(look, item)
    if left_at:
        return (missing.strong, Part(f" left the building at {left_at}.{waiting.here()}"))
    if all_missing(look.day, item):
        return (Part("Nobody of "), missing.strong, Part(" has checked in."))
    has = missing.have("has", "have")
    return (missing.strong, Part(f" {has} not checked in.{waiting.here()}"))


def _comes_late(look: Look, item: Item) -> Said:
    missing, waiting = _Side(look.day, item.missing), _Side(look.day, item.waiting)
    at = clock(look.day, item.comes_at or item.starts_at)
    is_here = missing.have("is", "are")
    return (missing.strong, Part(f" {is_here} not here yet. They come at {at}.{waiting.here()}"))


def _not_coming(look: Look, item: Item) -> Said:
    missing, waiting = _Side(look.day, item.missing), _Side(look.day, item.waiting)
    does = missing.have("does", "do")
    return (missing.strong, Part(f" {does} not come any more.{waiting.here()}"))


def _in_session(look: Look, item: Item) -> Said:
    who = _Side(look.day, item.missing)
    has = who.have("has", "have")
    return (who.strong, Part(f" {has} to be in “{listed(list(item.sessions))}” then."))


def _clash(look: Look, item: Item) -> Said:
    day = look.day
    if item.waiting:
        who = _Side(day, item.waiting)
        is_in = who.have("is", "are")
        return (who.strong, Part(f" {is_in} in two meetings at {clock(day, item.starts_at)}."))
    pairs = " and ".join(pair_words(day, day.meeting[each]) for each in item.meetings)
    return (Part(pairs, strong=True), Part(" have the same table at the same time."))


def _to_call(look: Look, item: Item) -> Said:
    day, at = look.day, clock(look.day, item.starts_at)
    if len(item.meetings) == 1:
        pair = pair_words(day, day.meeting[item.meetings[0]])
        return (Part(pair, strong=True), Part(f" starts at {at}. Both are here."))
    count = counted(len(item.meetings), "meeting")
    return (Part(count, strong=True), Part(f" start at {at}. All who meet are here."))


def _table_closed(look: Look, item: Item) -> Said:
    day, meeting = look.day, look.day.meeting[item.meetings[0]]
    gone = f"Table {day.table[meeting.table].label} is closed. "
    sit = "sit there and need" if meeting.starts_at <= look.now else "need"
    return (
        Part(gone),
        Part(pair_words(day, meeting, " and "), strong=True),
        Part(f" {sit} another."),
    )


def _no_place(look: Look, item: Item) -> Said:
    day, meeting = look.day, look.day.meeting[item.meetings[0]]
    gone = "The table"
    if not meeting.has_slot:
        gone = f"The slot at {clock(day, meeting.starts_at)}"
    pair = Part(pair_words(day, meeting, " and "), strong=True)
    return (Part(f"{gone} was taken out. "), pair, Part(" need another place."))


def _paper(look: Look, item: Item) -> Said:
    sheets = "schedule" if len(item.waiting) == 1 else "schedules"
    says = "says" if len(item.waiting) == 1 else "say"
    whose = _Side(look.day, item.waiting)
    words = f" no longer {says} what is so."
    return (Part(f"The printed {sheets} of "), whose.strong, Part(words))


def _idle(look: Look, item: Item) -> Said:
    day = look.day
    labels = [day.table[each].label for each in item.tables if each in day.table]
    tables = "Table" if len(labels) == 1 else "Tables"
    is_free = "is" if len(labels) == 1 else "are"
    could = f"{counted(len(item.wishes), 'request')} of people who are here could be met."
    return (Part(f"{tables} {listed(labels)}", strong=True), Part(f" {is_free} free. {could}"))


_SENTENCES: Mapping[Need, Callable[[Look, Item], Said]] = {
    Need.NO_SHOW: _no_show,
    Need.CLASH: _clash,
    Need.ONE_MISSING: _missing,
    Need.COMES_LATE: _comes_late,
    Need.BOTH_MISSING: _missing,
    Need.SOON_MISSING: _missing,
    Need.NOT_COMING: _not_coming,
    Need.IN_SESSION: _in_session,
    Need.TO_CALL: _to_call,
    Need.TABLE_CLOSED: _table_closed,
    Need.NO_PLACE: _no_place,
    Need.PAPER: _paper,
    Need.IDLE: _idle,
}


def _since(look: Look, people: Iterable[UUID]) -> str:
    """Give the time of day since when the last of them is in the house."""
    known = (look.day.people[each].here_since(look.now) for each in people)
    return clock(look.day, max(each for each in known if each is not None))


def _left_at(look: Look, item: Item) -> str:
    """Give the time of day when the last of the missing left, if all of them had come."""
    left: list[datetime] = []
    for person in still_away(look, item):
        ends = [stay.until for stay in person.stays if stay.until is not None]
        if not ends:
            return ""
        left.append(max(ends))
    return clock(look.day, max(left))

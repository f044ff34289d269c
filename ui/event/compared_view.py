"""What a programme says otherwise than the event: changes before and after, and what is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.delegates.importing.imports import Imported
from app.meetings.attendees import Someone
from app.programme.importing.comparing import FieldChange, SessionChange, SessionMissing
from app.programme.importing.imports import ProgrammeImported
from ui.common.check import CheckBox
from ui.common.lettering import BODY, BODY_STRONG, LABEL, SECTION
from ui.common.look import Look
from ui.common.parts import Text, clear, column, line, row
from ui.common.times import Times, day_words
from ui.event.words import rows_words

_MOST = 30
_MOST_NAMED = 2
_FIELDS = {
    "starts_at": "Start",
    "ends_at": "End",
    "speaker_names": "Speakers who are no delegates",
    "moderator_names": "Moderators who are no delegates",
}


class ComparedView(QWidget):
    """Tells of sessions, one below the other, and asks what becomes of those that are gone."""

    cancel_chosen = Signal(bool)

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__()
        self._times = times
        self.cancel = CheckBox(look, _cancel_words(0))
        self._missing, self._changed = QVBoxLayout(), QVBoxLayout()
        for each in (self._missing, self._changed):
            each.setSpacing(0)
        self.setLayout(column(self._missing, self.cancel, self._changed, 16, gap=4))
        self.cancel.toggled.connect(self.cancel_chosen)
        self.hide()

    def show_compared(self, imported: Imported) -> None:
        """Show what a rehearsal told, if there is anything of it."""
        clear(self._missing)
        clear(self._changed)
        compared = imported.compared if isinstance(imported, ProgrammeImported) else None
        if compared is None or not (compared.changed or compared.missing):
            self.hide()
            return
        missing = [(_named(each), _missing_lines(each, self._times)) for each in compared.missing]
        changed = [(_named(each), _change_lines(each, self._times)) for each in compared.changed]
        for where, words, told in (
            (self._missing, "Not in the file", missing),
            (self._changed, "What changes", changed),
        ):
            if told:
                _tell(where, words, told)
        self.cancel.setText(_cancel_words(len(compared.missing)))
        self.cancel.setVisible(bool(compared.missing))
        self.show()


def _tell(where: QVBoxLayout, words: str, told: Sequence[tuple[str, Iterator[str]]]) -> None:
    where.addSpacing(8)
    where.addLayout(row(Text(words, SECTION), None, Text(f"{len(told):,}", LABEL, "2")))
    where.addSpacing(4)
    for at, (title, lines) in enumerate(told[:_MOST]):
        if at:
            where.addWidget(line())
        where.addSpacing(8)
        where.addWidget(Text(title, BODY_STRONG, wraps=True))
        for each in lines:
            where.addWidget(Text(each, BODY, "2", wraps=True))
        where.addSpacing(8)
    if (left := len(told) - _MOST) > 0:
        where.addWidget(Text(f"And {left:,} more.", BODY, "2"))


def _cancel_words(count: int) -> str:
    return "Cancel this session" if count == 1 else f"Cancel these {count:,} sessions"


def _named(each: SessionChange | SessionMissing) -> str:
    return f"{each.number} {each.title}"


def _missing_lines(each: SessionMissing, times: Times) -> Iterator[str]:
    yield ", ".join(filter(None, (_instant(each.starts_at, times), each.room)))
    yield from _concerned(each)


def _change_lines(change: SessionChange, times: Times) -> Iterator[str]:
    for each in change.fields:
        yield _field_words(each, times)
    if change.leads_elsewhere:
        yield from _concerned(change)
        if change.meet_then:
            yield f"In a meeting then: {_people(change.meet_then)}."


def _concerned(each: SessionChange | SessionMissing) -> Iterator[str]:
    if each.for_all:
        yield "Everybody has to know."
    elif each.concerned:
        have = rows_words(len(each.concerned), "has", "have")
        yield f"{have} to know: {_people(each.concerned)}."


def _field_words(change: FieldChange, times: Times) -> str:
    name = _FIELDS.get(change.name, change.name.replace("_", " ").capitalize())
    was, now = change.was, change.now
    if isinstance(was, datetime) and isinstance(now, datetime):
        one, other = (each.astimezone(times.zone) for each in (was, now))
        if one.date() == other.date():
            return f"{name}: {one:%H:%M} → {other:%H:%M}"
    return f"{name}: {_said(was, times) or '–'} → {_said(now, times) or '–'}"


def _said(value: Any, times: Times) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime():
            return _instant(value, times)
        case None:
            return ""
        case tuple() | list():
            return ", ".join(map(str, value))
        case _:
            return str(value)


def _instant(at: datetime, times: Times) -> str:
    local = at.astimezone(times.zone)
    return f"{day_words(local.date())}, {local:%H:%M}"


def _people(people: Sequence[Someone]) -> str:
    names = ", ".join(each.name for each in people[:_MOST_NAMED])
    left = len(people) - _MOST_NAMED
    return f"{names} and {left} more" if left > 0 else names

"""What a list says otherwise than the event: changes before and after, what stays, what is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.delegates.importing.imports import Imported
from app.meetings.attendees import Someone
from app.meetings.importing.compared import (
    Changed,
    Compared,
    ComparedImported,
    FieldChange,
    Missing,
)
from ui.common.check import CheckBox
from ui.common.lettering import BODY, BODY_STRONG, LABEL, SECTION
from ui.common.look import Look
from ui.common.parts import Text, clear, column, line, row
from ui.common.times import Times, day_words
from ui.event.importing.list_kind import ListKind
from ui.event.words import rows_words

_MOST = 30
_MOST_NAMED = 2
_COLUMNS = {"starts_at": "start", "ends_at": "end"}
_FIELDS = {
    "speaker_names": "Speakers who are no delegates",
    "moderator_names": "Moderators who are no delegates",
}


class ComparedView(QWidget):
    """Tells of sessions or visits, one below the other.

    It asks what becomes of those that are gone, and whose word counts where the desk corrected
    what a file said.
    """

    cancel_chosen = Signal(bool)
    take_chosen = Signal(bool)

    def __init__(self, look: Look, times: Times, kind: ListKind) -> None:
        super().__init__()
        self._times, self._kind = times, kind
        self.cancel = CheckBox(look, _cancel_words(kind, 0))
        self.take = CheckBox(look, "Take the words of the file")
        self._missing, self._changed, self._kept = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for each in (self._missing, self._changed, self._kept):
            each.setSpacing(0)
        parts = (self._missing, self.cancel, self._kept, self.take, self._changed, 16)
        self.setLayout(column(*parts, gap=4))
        self.cancel.toggled.connect(self.cancel_chosen)
        self.take.toggled.connect(self.take_chosen)
        self.hide()

    def start_over(self) -> None:
        """Choose nothing of another file yet."""
        self.cancel.setChecked(False)
        self.take.setChecked(False)

    def show_compared(self, imported: Imported) -> None:
        """Show what a rehearsal told, if there is anything of it."""
        for each in (self._missing, self._changed, self._kept):
            clear(each)
        compared = imported.compared if isinstance(imported, ComparedImported) else Compared()
        missing = [(_named(each), self._missing_lines(each)) for each in compared.missing]
        kept = [(_named(each), self._kept_lines(each)) for each in compared.kept]
        changed = [(_named(each), self._change_lines(each)) for each in compared.changed]
        _tell(self._missing, "Not in the file", missing)
        _tell(self._kept, "Stays as corrected here", kept)
        _tell(self._changed, "What changes", changed)
        self.cancel.setText(_cancel_words(self._kind, len(compared.missing)))
        self.cancel.setVisible(bool(compared.missing))
        self.take.setVisible(bool(compared.kept) or self.take.isChecked())
        self.setVisible(compared != Compared() or self.take.isChecked())

    def _missing_lines(self, each: Missing) -> Iterator[str]:
        yield ", ".join(filter(None, (_instant(each.starts_at, self._times), each.where)))
        yield from _concerned(each)

    def _kept_lines(self, kept: Changed) -> Iterator[str]:
        for name, was, now in map(self._field, kept.fields):
            yield f"{name}: {was or '–'} (the file says {now})"

    def _change_lines(self, change: Changed) -> Iterator[str]:
        for name, was, now in map(self._field, change.fields):
            yield f"{name}: {was or '–'} → {now or '–'}"
        if change.leads_elsewhere:
            yield from _concerned(change)
            if change.meet_then:
                yield f"In a meeting then: {_people(change.meet_then)}."

    def _field(self, change: FieldChange) -> tuple[str, str, str]:
        """Give what a field is called, what it says, and what it would; a day if it is another."""
        column = _COLUMNS.get(change.name, change.name)
        words = self._kind.fields.get(column) or _FIELDS.get(column)
        name = words or column.replace("_", " ").capitalize()
        was, now = change.was, change.now
        if isinstance(was, datetime) and isinstance(now, datetime):
            one, other = (each.astimezone(self._times.zone) for each in (was, now))
            if one.date() == other.date():
                return name, f"{one:%H:%M}", f"{other:%H:%M}"
        return name, _said(was, self._times), _said(now, self._times)


def _tell(where: QVBoxLayout, words: str, told: Sequence[tuple[str, Iterator[str]]]) -> None:
    if not told:
        return
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


def _cancel_words(kind: ListKind, count: int) -> str:
    words = kind.words
    return f"Cancel this {words.one}" if count == 1 else f"Cancel these {count:,} {words.many}"


def _named(each: Changed | Missing) -> str:
    return f"{each.number} {each.title}".strip()


def _concerned(each: Changed | Missing) -> Iterator[str]:
    if each.for_all:
        yield "Everybody has to know."
    elif each.concerned:
        have = rows_words(len(each.concerned), "has", "have")
        yield f"{have} to know: {_people(each.concerned)}."


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

"""Schedules in the XML that pentabarf began, and frab, pretalx and others export.

The parser takes no document type, so that nothing in a file can grow or lead elsewhere.

Source: https://c3voc.de/wiki/schedule and the schema of its validator.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final
from xml.parsers import expat

from app.delegates.reading.cells import clean
from app.delegates.reading.limits import MAX_CELL_CHARACTERS, MAX_ROWS, Reason, Refusal
from app.delegates.reading.table import Header, Record, Table

_DEEPEST: Final = 20
_NIGHT_ENDS: Final = time(4)
"""What starts earlier belongs to the evening before, unless the file says when days change."""
_TAGS: Final = re.compile(r"<[^<>]*>")
_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_TAKEN: Final = frozenset(
    {"title", "track", "type", "room", "duration", "start", "date", "abstract", "description"}
)
COLUMNS: Final = (
    "guid",
    "title",
    "type",
    "room",
    "track",
    "start",
    "duration",
    "person",
    "abstract",
)
"""What the columns of its table are called: as the elements that they come from."""


class NoSchedule(Exception):
    """XML of something else."""

    def __init__(self, root: str) -> None:
        super().__init__(root)
        self.root = root


def is_xml(data: bytes) -> bool:
    """Tell XML by its first characters, in whatever encoding."""
    for mark in _MARKS:
        data = data.removeprefix(mark)
    head = data[:200].replace(b"\0", b"").lstrip()
    return head.startswith((b"<?xml", b"<schedule", b"<!DOCTYPE schedule"))


def schedule_table(data: bytes) -> Table:
    """Read the sessions of a schedule as rows of a table, so that it is gone on with alike.

    A row has the line of its element; where several stand in one line, their number instead.

    Raises:
        Refusal: It is damaged, has a document type, or breaks a limit.
        NoSchedule: Its outermost element is another one.
    """
    reading = _Reading()
    parser = expat.ParserCreate()
    reading.parser = parser
    parser.StartDoctypeDeclHandler = reading.refuse_document_type
    parser.EntityDeclHandler = reading.refuse_document_type
    parser.StartElementHandler = reading.begin
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.take
    try:
        parser.Parse(data, True)
    except expat.ExpatError as damaged:
        raise Refusal(Reason.DAMAGED, line=damaged.lineno) from damaged
    except (LookupError, ValueError) as unknown:
        raise Refusal(Reason.DAMAGED_TEXT) from unknown
    if not reading.rows:
        raise Refusal(Reason.NO_ROWS)
    header = Record(0, list(COLUMNS))
    rows = _apart(reading.rows)
    return Table(Header(0, COLUMNS, 1), (header, *rows), iter(rows), rows[-1].line)


def _apart(rows: Sequence[Record]) -> Sequence[Record]:
    if len({row.line for row in rows}) == len(rows):
        return rows
    return [Record(number, row.cells) for number, row in enumerate(rows, start=1)]


@dataclass(slots=True)
class _Event:
    line: int
    source: str
    said: dict[str, str] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)


class _Reading:
    """Follows the elements of a file."""

    def __init__(self) -> None:
        self.rows: list[Record] = []
        self.parser: expat.XMLParserType
        self._path: list[str] = []
        self._text: list[str] = []
        self._length = 0
        self._day, self._room = "", ""
        self._night_ends = _NIGHT_ENDS
        self._of_day: time | None = None
        self._event: _Event | None = None

    def refuse_document_type(self, *_declared: object) -> None:
        raise Refusal(Reason.ENTITIES, line=self.parser.CurrentLineNumber)

    def begin(self, name: str, said: dict[str, str]) -> None:
        if not self._path and name != "schedule":
            raise NoSchedule(name)
        if len(self._path) >= _DEEPEST:
            raise Refusal(Reason.DAMAGED, line=self.parser.CurrentLineNumber)
        self._path.append(name)
        self._text, self._length = [], 0
        if name == "day":
            self._day = said.get("date", "")
            self._of_day = _clock_of(said.get("start", ""))
        elif name == "room" and self._event is None:
            self._room = said.get("name", "")
        elif name == "event" and self._event is None:
            source = said.get("guid") or said.get("id") or said.get("code", "")
            self._event = _Event(self.parser.CurrentLineNumber, source)
            if len(self.rows) >= MAX_ROWS:
                raise Refusal(Reason.TOO_MANY_ROWS, MAX_ROWS, self.parser.CurrentLineNumber)

    def take(self, text: str) -> None:
        self._length += len(text)
        if self._length > MAX_CELL_CHARACTERS:
            line = self.parser.CurrentLineNumber
            raise Refusal(Reason.CELL_TOO_LONG, MAX_CELL_CHARACTERS, line)
        self._text.append(text)

    def end(self, name: str) -> None:
        text = clean(_TAGS.sub(" ", "".join(self._text)))
        self._path.pop()
        self._text, self._length = [], 0
        event = self._event
        if event is None:
            if name == "day_change":
                self._night_ends = _clock_of(text) or _NIGHT_ENDS
        elif name == "event":
            self.rows.append(self._row(event))
            self._event = None
        elif self._path[-1] == "event" and name in _TAKEN:
            event.said[name] = text
        elif self._path[-1] == "persons" and text:
            event.people.append(text)

    def _row(self, event: _Event) -> Record:
        said = event.said
        cells = {
            "guid": event.source,
            "title": said.get("title", ""),
            "type": said.get("type", "").replace("_", " "),
            "room": said.get("room") or self._room,
            "track": said.get("track", ""),
            "start": self._start(said),
            "duration": said.get("duration", ""),
            "abstract": said.get("abstract") or said.get("description", ""),
            "person": "; ".join(event.people),
        }
        return Record(event.line, [cells[name] for name in COLUMNS])

    def _start(self, said: Mapping[str, str]) -> str:
        """Give when it starts: its own date if it has one, else the day that it stands in."""
        own, clock = said.get("date", ""), said.get("start", "")
        if "T" in own:
            return own
        starts = _clock_of(clock)
        if not clock:
            return ""
        try:
            day = date.fromisoformat(own or self._day)
        except ValueError:
            return f"{own or self._day} {clock}".strip()
        if not own and starts is not None and starts < (self._of_day or self._night_ends):
            day += timedelta(days=1)
        return f"{day} {clock}"


def _clock_of(text: str) -> time | None:
    """Read a time of day, of which the date may be said as well."""
    try:
        return datetime.fromisoformat(text).time() if "T" in text else time.fromisoformat(text)
    except ValueError:
        return None

"""Schedules as they will be read: values only, with the words that stand on the paper.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.dates import format_date

from app.delegates.countries import country_name
from app.delegates.person import Person
from app.meetings.attendees import Someone
from app.printing.document import edition_words
from app.printing.fonts import as_printed, lacking
from app.printing.refusals import Unprintable
from app.printing.schedules.changes import Change, LineChange
from app.printing.schedules.lines import ROUND, TABLE, Pause, ScheduleDay, ScheduleLine


@dataclass(frozen=True, slots=True)
class LineFace:
    """A meeting. ``changed`` says what is other than on the sheet before; blank: nothing."""

    time: str
    table: str
    organisation: str
    person: str
    kind: str
    changed: str


@dataclass(frozen=True, slots=True)
class PauseFace:
    """Time without a meeting, and what it is."""

    time: str
    words: str


@dataclass(frozen=True, slots=True)
class DayFace:
    """A day. ``advice`` says how long meetings last."""

    title: str
    entries: tuple[LineFace | PauseFace, ...]
    advice: str


@dataclass(frozen=True, slots=True)
class ScheduleFace:
    """One delegate's schedule. ``colour`` is ``"#RRGGBB"`` of the delegation, or blank.

    ``edition`` names the version and when it was drawn. Without ``days``, ``empty`` says so.
    """

    badge_number: str
    name: str
    organisation: str
    colour: str
    edition: str
    code: str
    days: tuple[DayFace, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Edition:
    """What a sheet is told apart by, and what it marks as changed, by meeting."""

    version: int
    code: str
    drawn_at: datetime
    changes: Mapping[UUID, LineChange]

    def words(self, zone: ZoneInfo) -> str:
        """Name the version, and when it was drawn."""
        return edition_words(self.version, self.drawn_at.astimezone(zone))


class FaceMaker:
    """Makes faces, and remembers what no font here can print: a badge number stands for it."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self._lacking: dict[tuple[str, str], Unprintable] = {}

    @property
    def unprintable(self) -> tuple[Unprintable, ...]:
        """Give what could not be printed so far."""
        return tuple(self._lacking.values())

    def face(
        self, who: Person, days: Sequence[ScheduleDay], day: date | None, edition: Edition
    ) -> ScheduleFace:
        """Make the face of one delegate's schedule, of all days or of one."""
        number = who.badge_number
        country = country_name(who.country) if who.country else ""
        organisation = self.shown(who.organisation, number, who.name, "organisation", "")
        return ScheduleFace(
            badge_number=number,
            name=self.shown(who.name, number, who.name, "name", number),
            organisation=", ".join(filter(None, (organisation, country))),
            colour=who.delegation_colour,
            edition=edition.words(self.zone),
            code=edition.code,
            days=tuple(self._day(number, each, edition.changes) for each in days),
            empty=f"No meetings on {day_title(day)}." if day else "No meetings yet.",
        )

    def _day(self, number: str, day: ScheduleDay, changes: Mapping[UUID, LineChange]) -> DayFace:
        entries = tuple(
            self._pause(each) if isinstance(each, Pause) else self._line(number, each, changes)
            for each in day.entries
        )
        return DayFace(day_title(day.date), entries, _advice(day))

    def _pause(self, pause: Pause) -> PauseFace:
        until = self.clock(pause.ends_at)
        words = f"Free until {until}" if pause.is_free else f"Break until {until}"
        return PauseFace(self.clock(pause.starts_at), words)

    def _line(
        self, number: str, line: ScheduleLine, changes: Mapping[UUID, LineChange]
    ) -> LineFace:
        if line.title:
            return self._session(number, line, changes.get(line.meeting))
        organisations = self.listed(line.partners, "organisation")
        people = self.listed(line.partners, "name")
        return LineFace(
            self.clock(line.starts_at),
            self.table(line),
            organisations or people,
            people if organisations else "",
            line.kind.upper(),
            self._changed(changes.get(line.meeting)),
        )

    def _session(self, number: str, line: ScheduleLine, change: LineChange | None) -> LineFace:
        until = f"until {self.clock(line.ends_at)}"
        table, room = "", self.shown(line.table, number, line.title, "room", "")
        if line.kind == ROUND:
            table, room = line.table.removeprefix(TABLE), ""
        return LineFace(
            self.clock(line.starts_at),
            table,
            self.shown(line.title, number, line.title, "session", "Session"),
            ", ".join(filter(None, (room, until))),
            "",
            self._changed_session(change),
        )

    def _changed_session(self, change: LineChange | None) -> str:
        if change is None:
            return ""
        if change.was is None or change.now is None:
            return "New"
        time = ""
        if change.was.starts_at != change.now.starts_at:
            time = self.clock(change.was.starts_at)
        room = change.was.table if change.was.table != change.now.table else ""
        was = ", ".join(filter(None, (time, as_printed(room))))
        return f"Moved, was {was}" if was else "Moved"

    def table(self, line: ScheduleLine) -> str:
        """Name the table of a meeting."""
        return as_printed(line.table) or "–"

    def listed(self, people: Iterable[Someone], field: str) -> str:
        """Name people, or their organisations, each once."""
        shown = (
            self.shown(
                getattr(each, field),
                each.badge_number,
                each.name,
                field,
                each.badge_number if field == "name" else "",
            )
            for each in people
        )
        return ", ".join(dict.fromkeys(filter(None, shown)))

    def _changed(self, change: LineChange | None) -> str:
        if change is None:
            return ""
        if change.change is Change.NEW or change.was is None or change.now is None:
            return "New"
        was = change.was
        if change.change is Change.NEW_PARTNER:
            before = self.listed(was.partners, "organisation") or self.listed(was.partners, "name")
            return f"New partner, was {before}" if before else "New partner"
        if was.starts_at == change.now.starts_at:
            return f"Moved, was table {was.table}" if was.table else "Moved"
        where = f", table {was.table}" if was.table and was.table != change.now.table else ""
        return f"Moved, was {self.clock(was.starts_at)}{where}"

    def shown(self, text: str, number: str, name: str, field: str, instead: str) -> str:
        """Give a text as it is printed; what stands ``instead`` if no font can print it."""
        shown = as_printed(text)
        unknown = lacking(shown)
        if not unknown:
            return shown
        self._lacking[number, field] = Unprintable(number, name, field, unknown)
        return instead

    def clock(self, at: datetime) -> str:
        """Give a time of day at the venue."""
        return f"{at.astimezone(self.zone):%H:%M}"


def day_title(day: date) -> str:
    """Name a day."""
    return format_date(day, "EEEE d MMMM", locale="en")


def _advice(day: ScheduleDay) -> str:
    if not day.slot_minutes:
        return ""
    lasts = f"Each meeting lasts {day.slot_minutes} minutes."
    if not day.gap_minutes:
        return lasts
    return f"{lasts} Change tables in the {day.gap_minutes} minutes after it."

"""Makes schedules of organisations out of those of their people.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from app.delegates.folding import fold
from app.delegates.person import Person
from app.journal.journal import Journal
from app.printing.a4 import PAGE
from app.printing.document import Document, Part
from app.printing.fonts import as_printed
from app.printing.organisations.drawing import OrganisationDrawing
from app.printing.organisations.faces import (
    FreeFace,
    OrganisationDayFace,
    OrganisationFace,
    SeatFace,
)
from app.printing.schedules.faces import FaceMaker, day_title
from app.printing.schedules.lines import Pause, ScheduleDay, ScheduleLine, ScheduleReader
from app.printing.sheets import A4, NoMeeting, SheetWish, known_paper, wished_days
from app.printing.wanted import people_for

_NAMED_IN_ROW = 3
_Days = Sequence[tuple[Person, ScheduleDay]]
"""How a day goes for each of an organisation who meets others on it."""


def organisation_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out the schedules of all organisations by name; or of those that people are named of.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        NotYetAccepted: A named delegate is not.
        NoMeeting: Nobody of these organisations meets anybody on these days.
    """
    known_paper(wish, A4)
    with journal.reading() as session:
        reader = ScheduleReader(session)
        facts = reader.facts
        wished_days(wish, facts.days)
        meant = {each.organisation for each in people_for(session, wish.delegates)}
        by_name: dict[str, list[Person]] = defaultdict(list)
        for each in people_for(session, ()):
            if each.organisation in meant - {""}:
                by_name[each.organisation].append(each)
        maker = _Maker(reader, wish.day)
        found = (maker.face(name, by_name[name]) for name in sorted(by_name, key=fold))
        faces = [face for face in found if face.days]
    if not faces:
        raise NoMeeting
    event = as_printed(facts.name)
    drawing = OrganisationDrawing(event)
    return Document(
        title=event,
        page=PAGE,
        items=len(faces),
        parts=[Part(drawing.pages(face)) for face in faces],
        unprintable=maker.words.unprintable,
        drawn_at=journal.clock().astimezone(facts.zone),
    )


class _Maker:
    """Says how the days of organisations go."""

    def __init__(self, reader: ScheduleReader, day: date | None) -> None:
        self._reader, self._day = reader, day
        self.words = FaceMaker(reader.facts.zone)

    def face(self, name: str, staff: Sequence[Person]) -> OrganisationFace:
        """Say an organisation, with the days on which somebody of it meets others."""
        by_day: dict[date, list[tuple[Person, ScheduleDay]]] = defaultdict(list)
        for who in staff:
            for day in self._reader.days(who.id, self._day):
                by_day[day.date].append((who, day))
        return OrganisationFace(
            self.words.shown(name, staff[0].badge_number, staff[0].name, "organisation", "–"),
            tuple(self._of_day(day, by_day[day], staff) for day in sorted(by_day)),
        )

    def _of_day(self, day: date, busy: _Days, staff: Sequence[Person]) -> OrganisationDayFace:
        meeting = {who.id for who, _ in busy}
        without = [who for who in staff if who.id not in meeting]
        entries = sorted(self._entries(busy), key=lambda each: each[0])
        return OrganisationDayFace(
            day_title(day),
            tuple(entry for _, entry in entries),
            f"No meetings on this day: {self._named(without)}" if without else "",
        )

    def _entries(
        self, busy: _Days
    ) -> Iterator[tuple[tuple[datetime, bool, str], SeatFace | FreeFace]]:
        """Yield the meetings and pauses with what sorts them: those of several stand once."""
        seats: dict[tuple[datetime, str], tuple[ScheduleLine, list[Person]]] = {}
        pauses: dict[Pause, list[Person]] = defaultdict(list)
        for who, day in busy:
            for entry in day.entries:
                if isinstance(entry, Pause):
                    pauses[entry].append(who)
                    continue
                # Colleagues who meet each other sit on two sides, which read differently.
                theirs = " ".join(sorted(str(each.id) for each in entry.partners))
                key = entry.starts_at, f"{entry.meeting} {entry.table} {theirs}"
                seats.setdefault(key, (entry, []))[1].append(who)
        for line, sitting in seats.values():
            named = self._named(sitting)
            yield (line.starts_at, False, fold(named)), self._seat(line, named)
        for pause, free in pauses.items():
            told = free if pause.is_free else free[:1]
            for start in range(0, len(told), _NAMED_IN_ROW):
                row = self._pause(pause, told[start : start + _NAMED_IN_ROW])
                yield (pause.starts_at, True, pause.ends_at.isoformat()), row

    def _seat(self, line: ScheduleLine, who: str) -> SeatFace:
        if line.title:
            return SeatFace(
                self.words.clock(line.starts_at),
                who,
                "",
                self.words.shown(line.title, "", line.title, "session", "Session"),
                self.words.shown(line.table, "", line.title, "room", ""),
            )
        organisations, names = (
            self.words.listed(line.partners, field) for field in ("organisation", "name")
        )
        return SeatFace(
            self.words.clock(line.starts_at),
            who,
            self.words.table(line),
            organisations or names,
            names if organisations else "",
        )

    def _pause(self, pause: Pause, free: Sequence[Person]) -> FreeFace:
        until = self.words.clock(pause.ends_at)
        words = f"Free until {until}" if pause.is_free else f"Break until {until}"
        who = self._named(free) if pause.is_free else ""
        return FreeFace(self.words.clock(pause.starts_at), who, words)

    def _named(self, some: Iterable[Person]) -> str:
        return ", ".join(
            self.words.shown(each.name, each.badge_number, each.name, "name", each.badge_number)
            for each in some
        )

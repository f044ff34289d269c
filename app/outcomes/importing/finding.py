"""Which meeting a row of a list of outcomes means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from app.checkin.codes import SigningKey, Unreadable, read_code
from app.checkin.identify import signing_keys
from app.checkin.meeting_codes import code_id_of
from app.delegates.registration import RowProblem
from app.meetings.arranged import CANCELLED, Arranged, arranged
from app.meetings.attendees import Attendees
from app.meetings.hall import Hall
from app.meetings.importing.finding import Finder, RowRefused
from app.meetings.importing.places import Places, RowReader
from app.meetings.reading.entries import Entry
from app.meetings.wishes import sides_of
from app.outcomes.slips import NoSlip, slip_of

_MOST_NAMED: Final = 4
_BY: Final = ("number", "code", "slot", "people")


@dataclass(frozen=True, slots=True)
class Found:
    """A meeting that a row means, and when it starts; nothing if its slot was taken out."""

    meeting: Arranged
    starts_at: datetime | None


class Meetings:
    """Finds meetings by what forms say: number, code, time and table, or who meets whom.

    Whatever a form says of these has to fit. What leaves several is told, and none is chosen.
    """

    def __init__(self, session: Session, hall: Hall) -> None:
        self._session, self._hall = session, hall
        self._attendees = Attendees(session)
        self._finder = Finder(self._attendees)
        self._places = Places(hall)
        self._numbers: dict[str, list[Arranged]] = defaultdict(list)
        self._slots: dict[UUID | None, list[Arranged]] = defaultdict(list)
        self._sides: dict[object, list[Arranged]] = defaultdict(list)
        self._ids: dict[UUID, Arranged] = {}
        for each in arranged(session, self._attendees):
            self._ids[each.id] = each
            self._numbers[each.number.casefold()].append(each)
            self._slots[each.slot_id].append(each)
            self._sides[each.sides].append(each)

    def found(self, entry: Entry) -> Found:
        """Give the meeting of a row.

        Raises:
            RowRefused: ``no_meeting_said``: the row does not say which. ``unknown_number``,
                ``unknown_code``, ``unknown_slot``, ``unknown_table``, ``unknown_meeting``: there
                is none. ``several_meetings``, ``other_meeting``: it may be several, or what the
                row says of it speaks of different ones. ``cancelled_meeting``: it takes place no
                more. Or what ``Finder.sides`` refuses.
        """
        said = dict(self._said(entry))
        if not said:
            raise RowRefused(RowProblem(entry.line, "", "no_meeting_said", ""))
        ids = set.intersection(*({each.id for each in of} for of in said.values()))
        left = [self._ids[each] for each in ids]
        standing = [each for each in left if each.state != CANCELLED] or left
        first = next(name for name in _BY if name in said)
        column, text = self._place(entry, first)
        if not standing:
            several = all(said.values()) and len(said) > 1
            code = "other_meeting" if several else "unknown_meeting"
            named = self._named(each for of in said.values() for each in of) if several else text
            raise RowRefused(RowProblem(entry.line, column, code, named))
        if len(standing) > 1:
            named = self._named(standing)
            raise RowRefused(RowProblem(entry.line, column, "several_meetings", named))
        (one,) = standing
        if one.state == CANCELLED:
            raise RowRefused(RowProblem(entry.line, column, "cancelled_meeting", one.number))
        place = self._hall.place_of.get(one.slot_id) if one.slot_id else None
        return Found(one, None if place is None else self._hall.slots[place].starts_at)

    def _said(self, entry: Entry) -> Iterable[tuple[str, list[Arranged]]]:
        """Yield the meetings that each thing which the row says may mean."""
        reader = RowReader(entry, self._places)
        if number := entry.cells.get("number", ""):
            found = self._numbers.get(number.casefold(), [])
            if not found:
                raise RowRefused(reader.problem("number", "unknown_number", number))
            yield "number", found
        if code := entry.cells.get("code", ""):
            yield "code", [self._of_slip(reader, code)]
        slot, table = reader.slot(), reader.needed("table", self._places.table)
        if slot is not None:
            there = self._slots[slot]
            yield "slot", [each for each in there if table in {None, each.table_id}]
        if entry.hosts or entry.guests:
            yield "people", self._sides[sides_of(*self._finder.sides(entry))]

    def _of_slip(self, reader: RowReader, code: str) -> Arranged:
        try:
            known = self._codes.get(read_code(code, self._keys).code_id)
            # Where a meeting was before it moved takes longer to find out.
            return known or self._ids[slip_of(self._session, code).meeting]
        except (Unreadable, NoSlip) as refusal:
            raise RowRefused(reader.problem("code", "unknown_code", code)) from refusal

    @cached_property
    def _keys(self) -> dict[str, SigningKey]:
        return signing_keys(self._session)

    @cached_property
    def _codes(self) -> Mapping[str, Arranged]:
        meetings = self._ids.values()
        return {code_id_of(each.id, each.slot_id, each.table_id).hex(): each for each in meetings}

    def _place(self, entry: Entry, by: str) -> tuple[str, str]:
        """Give the column that says which meeting, and what it says."""
        fields = {"slot": ("slot", "time")}.get(by, (by,))
        columns: Mapping[str, str] = entry.columns
        column = next((columns[field] for field in fields if field in columns), "")
        parts = ("day", "slot", "time", "table") if by == "slot" else (by,)
        text = " ".join(filter(None, (entry.cells.get(part, "") for part in parts)))
        if by == "people":
            called = [*entry.guests, *entry.hosts]
            column, text = called[0].column, " – ".join(each.text for each in called)
        return column, text

    def _named(self, meetings: Iterable[Arranged]) -> str:
        """Name meetings so that no two are mistaken."""
        known = sorted({each.number: each for each in meetings}.items())
        told = [f"{number} {self._who(each)}" for number, each in known[:_MOST_NAMED]]
        return "; ".join(told) + (f" +{len(known) - _MOST_NAMED}" * (len(known) > _MOST_NAMED))

    def _who(self, meeting: Arranged) -> str:
        return " – ".join(each.name for each in self._attendees.named(meeting.people))

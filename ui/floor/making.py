"""Makes sheets, off the window's thread, each from the one before.

What has not changed since is taken over as it is, and so need not be compared or painted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from app.floor.day import DayMeeting, FloorDay
from app.floor.rules import FloorRules
from ui.floor.sheet import Cell, Faces, Sheet

_MOST_PATCHED = 600
"""Of more meetings, all cells are worked out at once."""


def make_sheet(
    day: FloorDay, now: datetime, rules: FloorRules, before: Sheet | None = None
) -> Sheet:
    """Work out the cells: all, or those that are not as on the sheet before."""
    faces = Faces(day, now, rules)
    unsettled = frozenset(_unsettled(day, now))
    rows = None if before is None else _patched(before, faces, unsettled)
    if rows is None:
        rows = tuple(
            tuple(
                faces.cell(table, slot, day.at.get((table.id, slot.place), ()))
                for slot in day.slots
            )
            for table in day.tables
        )
    return Sheet(day, now, rules, rows, unsettled)


def _patched(
    before: Sheet, faces: Faces, unsettled: frozenset[UUID]
) -> tuple[tuple[Cell, ...], ...] | None:
    """Work out the cells of what has changed; nothing, if that may be most of them."""
    was, day = before.day, faces.day
    then = Faces(was, before.now, before.rules)
    if (was.slots, was.tables, then.phases) != (day.slots, day.tables, faces.phases):
        return None
    old, new = {id(each) for each in was.meetings}, {id(each) for each in day.meetings}
    gone = [each for each in was.meetings if id(each) not in new]
    come = [each for each in day.meetings if id(each) not in old]
    people = unsettled | before.unsettled | _changed_people(was, day)
    if people:
        come += [each for each in day.meetings if not people.isdisjoint(each.people)]
    if len(come) > _MOST_PATCHED:
        return None
    rows: dict[int, list[Cell]] = {}
    for table, place in {(each.table, at) for each in [*gone, *come] for at in each.places}:
        row, column = before.row_of.get(table), before.column_of.get(place)
        if row is not None and column is not None:
            cells = rows.setdefault(row, list(before.rows[row]))
            there = _there(day, before.rows[row][column], come, (table, place))
            cells[column] = faces.cell(day.tables[row], day.slots[column], there)
    return tuple(tuple(rows[at]) if at in rows else row for at, row in enumerate(before.rows))


def _there(
    day: FloorDay, cell: Cell, come: Iterable[DayMeeting], where: tuple[UUID, int]
) -> list[DayMeeting]:
    """Give the meetings of a table and place, as ``FloorDay.at`` does."""
    table, place = where
    known = {*cell.meetings, *(each.id for each in come if each.table == table)}
    found = [day.meeting[each] for each in known if each in day.meeting]
    there = [each for each in found if each.table == table and place in each.places]
    return sorted(there, key=lambda each: (each.cancelled, each.place, each.number))


def _changed_people(was: FloorDay, day: FloorDay) -> frozenset[UUID]:
    if was.people is day.people:
        return frozenset()
    known = was.people
    return frozenset(each for each, someone in day.people.items() if known.get(each) != someone)


def _unsettled(day: FloorDay, now: datetime) -> Iterator[UUID]:
    for person, someone in day.people.items():
        if any(now < (stay.until or stay.since) for stay in someone.stays[-1:]):
            yield person

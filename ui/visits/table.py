"""The tables of visits, and of who comes along on one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.visits.overview import VisitSeen
from app.visits.visit import BusList, Sitting
from ui.common.choosing import ChoosingTable
from ui.common.look import Look
from ui.common.records import Column
from ui.common.rows import IconCells, dress_rows
from ui.common.times import Times
from ui.visits.words import choice_words, span, state_words

_ROW = 40


@dataclass(frozen=True, slots=True)
class Rider:
    """Somebody on the list of a visit; ``waits`` counts from 1 where they wait, 0: a place."""

    sitting: Sitting
    waits: int = 0

    @property
    def id(self) -> UUID:
        """Who it is."""
        return self.sitting.who.id


class VisitTable(ChoosingTable[VisitSeen]):
    """The visits of a day."""

    def __init__(self, look: Look, times: Times) -> None:
        columns: tuple[Column[VisitSeen], ...] = (
            Column("Time", lambda each: span(times, each.visit), _starts),
            Column("Visit", lambda each: each.visit.title),
            Column("Wishes", lambda each: str(each.wishes), counts=True),
            Column("Given", lambda each: f"{each.visit.taken} of {each.visit.places}", counts=True),
            Column("Free", lambda each: str(each.visit.free), counts=True),
            Column("There", lambda each: str(each.visit.boarded or ""), counts=True),
        )
        super().__init__(columns, lambda each: each.visit.id)
        dress_rows(self, "Visits", _ROW, (106, 0, 66, 90, 50, 58))
        self.setItemDelegate(IconCells(look, 1, _clash, self))
        look.changed.connect(self.viewport().update)


class RiderTable(ChoosingTable[Rider]):
    """Who comes along on a visit, then who waits for a place."""

    def __init__(self, look: Look, clock: Callable[[datetime], str]) -> None:
        columns: tuple[Column[Rider], ...] = (
            Column("State", lambda each: state_words(each.sitting, each.waits, clock)),
            Column("Name", lambda each: each.sitting.who.name),
            Column("Organisation", lambda each: each.sitting.who.organisation),
            Column("Choice", lambda each: choice_words(each.sitting.rank)),
            Column("Phone", lambda each: each.sitting.phone),
        )
        super().__init__(columns, lambda each: each.id)
        dress_rows(self, "Who comes along", _ROW, (136, 0, 0, 64, 144))
        self.setItemDelegate(IconCells(look, 0, _icon, self))
        look.changed.connect(self.viewport().update)

    def show_list(self, bus: BusList | None) -> None:
        """Show the list of a visit; nothing for none."""
        if bus is None:
            self.show_records(())
            return
        waiting = (Rider(each, at) for at, each in enumerate(bus.waiting, 1))
        self.show_records((*map(Rider, bus.people), *waiting))


def _clash(seen: VisitSeen) -> tuple[str, str] | None:
    return ("triangle-alert", "warn-text") if seen.clashes else None


def _icon(rider: Rider) -> tuple[str, str]:
    if rider.waits:
        return "list", "text-2"
    if rider.sitting.boarded_at is not None:
        return "check", "ok-text"
    return ("clock", "text-2") if rider.sitting.is_coming else ("user-x", "bad-text")


def _starts(seen: VisitSeen) -> datetime:
    return seen.visit.starts_at

"""The wall while rounds at mixed tables run: everybody by name, with their table now and next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from app.delegates.folding import fold
from app.delegates.person import Person, people
from app.event.facts import event_facts
from app.floor.day import DaySlot
from app.floor.wall import Seats, Wall, WallRow, hour_of
from app.icebreaking.rounds import KeptRound, KeptRounds, NoRounds, kept_rounds
from app.journal.journal import Journal

AHEAD: Final = timedelta(minutes=10)
"""So long before the first round people look for their tables."""
_LONG: Final = 22


def read_round_wall(
    journal: Journal, now: datetime, day: date
) -> tuple[Wall | None, datetime | None]:
    """Read what is shown of the rounds of a day; nothing while none run or begin soon.

    Then the instant is given from which on they are shown, if there is one.

    Raises:
        StorageRefused: The file can't be read.
    """
    with journal.reading() as session:
        try:
            kept = kept_rounds(session, day)
        except NoRounds:
            return None, None
        if not kept.rounds or now >= kept.rounds[-1].ends_at:
            return None, None
        begins = kept.rounds[0].starts_at - AHEAD
        if now < begins:
            return None, begins
        zone = event_facts(session).zone
        who = people(session, kept.seated_from(0))
    slots = tuple(map(_slot, [kept.id] * len(kept.rounds), kept.rounds))
    rows = _rows(kept, who, now, slots)
    over = kept.rounds[-1].ends_at
    return Wall(day, zone, slots, rows, has_meetings=True, are_rounds=True, until=over), None


def _slot(rounds: UUID, each: KeptRound) -> DaySlot:
    return DaySlot(rounds, rounds, each.number - 1, each.number, each.starts_at, each.ends_at)


def _rows(
    kept: KeptRounds, who: Mapping[UUID, Person], now: datetime, slots: Iterable[DaySlot]
) -> tuple[WallRow, ...]:
    hour = hour_of(tuple(slots), now)
    running, coming = (
        _tables(kept.rounds[slot.place]) if slot is not None else {}
        for slot in (hour.runs, hour.comes)
    )
    seen = [who[each] for each in {*running, *coming} if each in who]
    alike = Counter(map(_name, seen))
    seen.sort(key=lambda each: (fold(_name(each)), each.badge_number))
    return tuple(
        WallRow(
            _name(each),
            each.badge_number,
            running.get(each.id, Seats()),
            coming.get(each.id, Seats()),
            (each.badge_number,) if alike[_name(each)] > 1 else (),
            _short(each),
        )
        for each in seen
    )


def _tables(each: KeptRound) -> dict[UUID, Seats]:
    return {person: Seats((str(at),)) for person, at in each.places().items()}


def _name(who: Person) -> str:
    """Give a name as people look for theirs."""
    return ", ".join(filter(None, (who.family_name, who.given_name)))


def _short(who: Person) -> str:
    """Give a name where there is little room: the given one by its initial."""
    family = who.family_name
    if len(family) > _LONG:
        family = family.split()[-1]
    initial = f"{who.given_name[:1]}." if who.given_name else ""
    return ", ".join(filter(None, (family, initial)))

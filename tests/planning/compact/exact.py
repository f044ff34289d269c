"""Tiny events, and their fewest breaks by trying every schedule. Says every rule anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from random import Random

from app.planning.compact.event import Event, Meeting, Person


def fewest_breaks(event: Event) -> int | None:
    """Give the breaks of the best schedule, none if there is no schedule."""
    found = (sum(breaks_of(event, slots)) for slots in _schedules(event, {}) if fair(event, slots))
    return min(found, default=None)


def keeps_the_rules(event: Event, slots: Mapping[str, int]) -> bool:
    """Tell whether this is a whole schedule that breaks no rule."""
    return (
        set(slots) == {meeting.name for meeting in event.meetings}
        and _possible(event, slots)
        and fair(event, slots)
    )


def breaks_of(event: Event, slots: Mapping[str, int]) -> list[int]:
    """Count the breaks of each person."""
    return [_breaks(event, busy_slots(event, person, slots)) for person in event.people]


def busy_slots(event: Event, person: Person, slots: Mapping[str, int]) -> list[int]:
    """Give when a person meets somebody."""
    theirs = (meeting.name for meeting in event.meetings if person.name in meeting.people)
    return sorted(slots[name] for name in theirs if name in slots)


def fair(event: Event, slots: Mapping[str, int]) -> bool:
    """Tell whether the breaks of no two people are too far apart."""
    breaks = breaks_of(event, slots)
    return event.fairness is None or max(breaks) - min(breaks) <= event.fairness


def _breaks(event: Event, busy: list[int]) -> int:
    blocks: dict[int, list[int]] = {}
    for slot in busy:
        blocks.setdefault((event.block_starts & (2 << slot) - 1).bit_length(), []).append(slot)
    return sum(sum(slot + 1 not in block for slot in block[:-1]) for block in blocks.values())


def _schedules(event: Event, slots: dict[str, int]) -> Iterator[dict[str, int]]:
    if len(slots) == len(event.meetings):
        yield slots
        return
    meeting = event.meetings[len(slots)]
    for slot in range(len(event.tables)):
        more = {**slots, meeting.name: slot}
        if _possible(event, more):
            yield from _schedules(event, more)


def _possible(event: Event, slots: Mapping[str, int]) -> bool:
    taken = Counter(slots.values())
    return (
        all(taken[slot] <= tables for slot, tables in enumerate(event.tables))
        and all(_alone(busy_slots(event, person, slots)) for person in event.people)
        and all(_then(event, meeting, slots) for meeting in event.meetings)
    )


def _alone(busy: list[int]) -> bool:
    return len(set(busy)) == len(busy)


def _then(event: Event, meeting: Meeting, slots: Mapping[str, int]) -> bool:
    if meeting.name not in slots:
        return True
    slot = slots[meeting.name]
    free = all(p.free >> slot & 1 for p in event.people if p.name in meeting.people)
    over = all(slots[each] < slot for each in meeting.after if each in slots)
    return bool(meeting.slots >> slot & 1) and free and over


def tiny_event(rng: Random) -> Event:
    """Make an event up; of almost half of them there is no schedule."""
    slots = rng.randint(4, 7)
    people = [f"p{number}" for number in range(rng.randint(3, 5))]
    names = [f"m{number}" for number in range(rng.randint(2, 6))]
    return Event(
        tables=tuple(rng.randint(0 if rng.random() < 0.1 else 1, 2) for _ in range(slots)),
        people=tuple(Person(name, _most_of(rng, slots)) for name in people),
        meetings=tuple(
            Meeting(
                name,
                frozenset(rng.sample(people, 3 if len(people) > 3 and rng.random() < 0.1 else 2)),
                _few_of(rng, slots),
                frozenset(rng.sample(names[:number], 1))
                if number and rng.random() < 0.2
                else frozenset(),
            )
            for number, name in enumerate(names)
        ),
        block_starts=1 | (rng.getrandbits(slots) if rng.random() < 0.3 else 0),
        fairness=rng.choice((None, 0, 1, 2)),
    )


def _most_of(rng: Random, slots: int) -> int:
    return -1 if rng.random() < 0.85 else rng.getrandbits(slots) | rng.getrandbits(slots)


def _few_of(rng: Random, slots: int) -> int:
    return -1 if rng.random() < 0.65 else 1 << rng.randrange(slots)

"""Much that is written part by part, while others write to the same file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.checkin.scanning import Scanning
from app.delegates.deeds import DelegateAdded
from app.desks import Desks, OpenEvent
from app.journal.deeds import Deed
from app.journal.journal import Unit
from app.journal.parts import write_in_parts
from app.journal.verify import verify
from db.models import Delegate
from tests.building import DESK_2, EventBuilder, MovableClock

SIZE = 300


@pytest.fixture
def door(open_event: OpenEvent) -> Iterator[OpenEvent]:
    """Another desk, with connections of its own."""
    event = Desks(DESK_2, clock=MovableClock()).open(open_event.database.file)
    yield event
    event.close()


def added(session: Session, part: Sequence[UUID]) -> list[Deed]:
    """Number people on from how many there are, so that an old count would show."""
    count = session.scalar(select(func.count()).where(Delegate.alive)) or 0
    return [
        DelegateAdded(each, {"badge_number": f"X-{count + place}", "status": "accepted"})
        for place, each in enumerate(part, start=1)
    ]


def numbers(event: OpenEvent) -> list[str]:
    with event.journal.reading() as session:
        return list(session.scalars(select(Delegate.badge_number).where(Delegate.alive)))


@pytest.mark.parametrize("times", [1, 3, 1_000])
def test_deeds_are_worked_out_anew_as_often_as_others_wrote_meanwhile(
    open_event: OpenEvent, door: OpenEvent, times: int
) -> None:
    others: list[UUID] = []

    def deeds_of(session: Session, part: Sequence[UUID], _others_wrote: bool) -> list[Deed]:
        deeds = added(session, part)
        # Under the lock nobody else could write.
        if len(others) < times and not session.connection().get_execution_options().get(
            "takes_write_lock"
        ):
            others.append(EventBuilder(door).delegates(("", ""), badge_number="")[0])
        return deeds

    for _done in write_in_parts(
        open_event.journal, Unit(uuid4()), [uuid4() for _ in range(SIZE)], deeds_of
    ):
        pass

    written = [number for number in numbers(open_event) if number]
    assert len(others) >= min(times, 4)
    assert len(set(written)) == len(written) == SIZE
    assert verify(open_event.journal).problems == ()


def test_it_is_told_when_others_wrote_between_two_parts(
    open_event: OpenEvent, door: OpenEvent, event: EventBuilder
) -> None:
    ada = event.delegate("Ada")
    told: list[bool] = []

    def deeds_of(session: Session, part: Sequence[UUID], others_wrote: bool) -> list[Deed]:
        told.append(others_wrote)
        return added(session, part)

    parts = write_in_parts(
        open_event.journal, Unit(uuid4()), [uuid4() for _ in range(2 * SIZE)], deeds_of
    )
    next(parts)
    next(parts)
    Scanning(door.journal).check_in(ada)
    next(parts)

    assert told == [True, False, True]


def test_what_writes_nothing_takes_no_lock(open_event: OpenEvent, door: OpenEvent) -> None:
    with door.journal.writing(Unit(uuid4())) as pen:
        pen.session.connection()
        done = list(
            write_in_parts(
                open_event.journal, Unit(uuid4()), range(SIZE), lambda _session, _part, _others: []
            )
        )

    assert done[-1] == SIZE

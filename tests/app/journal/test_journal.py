from __future__ import annotations

from contextlib import suppress
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from app.checkin.deeds import CheckedIn, ScanRefused
from app.delegates.deeds import DelegateAdded
from app.desks import Desks, OpenEvent
from app.journal.deeds import DeedIdTaken
from app.journal.journal import Changes, Unit
from app.journal.log import all_entries
from db.models import CheckIn, Delegate, LogRow
from tests.building import DESK_2, FIRST_DAY, EventBuilder, MovableClock


def hlcs(event: OpenEvent) -> list[int]:
    with event.journal.reading() as session:
        return list(session.scalars(select(LogRow.hlc).order_by(LogRow.desk_seq)))


def test_times_of_deeds_ascend_though_the_clock_goes_back(
    open_event: OpenEvent, clock: MovableClock
) -> None:
    for _ in range(3):
        clock.passes(hours=-1)
        with open_event.journal.writing(Unit(uuid4())) as pen:
            pen.write(ScanRefused("unknown", None))

    times = hlcs(open_event)
    assert times == sorted(set(times))


def test_times_of_deeds_ascend_over_all_desks(open_event: OpenEvent, clock: MovableClock) -> None:
    slow = MovableClock()
    slow.passes(hours=-2)
    other = Desks(DESK_2, clock=slow).open(open_event.database.file)
    with open_event.journal.writing(Unit(uuid4())) as pen:
        first = pen.write(ScanRefused("unknown", None))

    with other.journal.writing(Unit(uuid4())) as pen:
        second = pen.write(ScanRefused("unknown", None))
    other.close()

    assert first.hlc < second.hlc


def test_a_deed_that_is_sent_again_is_done_once(open_event: OpenEvent, clock: MovableClock) -> None:
    deed_id, ada = uuid4(), uuid4()
    with open_event.journal.writing(Unit(uuid4())) as pen:
        first = pen.write(DelegateAdded(ada, {"given_name": "Ada"}), deed_id)
    before = hlcs(open_event)
    clock.passes(minutes=1)

    with open_event.journal.writing(Unit(uuid4())) as pen:
        second = pen.write(DelegateAdded(ada, {"given_name": "Ada"}), deed_id)

    assert second == first
    assert hlcs(open_event) == before


def test_of_several_deeds_those_that_are_new_are_done(open_event: OpenEvent) -> None:
    ids = [uuid4(), uuid4()]
    refused = [ScanRefused("unknown", None), ScanRefused("damaged", None)]
    with open_event.journal.writing(Unit(uuid4())) as pen:
        pen.write(refused[1], ids[1])

    with open_event.journal.writing(Unit(uuid4())) as pen:
        entries = pen.write_all(refused, ids)

    assert [(entry.id, entry.deed) for entry in entries] == list(zip(ids, refused, strict=True))


def test_one_id_does_not_stand_for_two_kinds_of_deeds(open_event: OpenEvent) -> None:
    taken, before = uuid4(), ScanRefused("unknown", None)
    with open_event.journal.writing(Unit(uuid4())) as pen:
        pen.write(before, taken)

    with pytest.raises(DeedIdTaken) as refused, open_event.journal.writing(Unit(uuid4())) as pen:
        pen.write(DelegateAdded(uuid4()), taken)

    assert (refused.value.deed, refused.value.kind) == (taken, "ScanRefused")


def test_if_the_block_raises_nothing_is_kept(open_event: OpenEvent) -> None:
    ada, before = uuid4(), hlcs(open_event)

    with suppress(ZeroDivisionError), open_event.journal.writing(Unit(uuid4())) as pen:
        pen.write(DelegateAdded(ada, {"given_name": "Ada"}))
        raise ZeroDivisionError

    assert hlcs(open_event) == before
    with open_event.journal.reading() as session:
        assert session.get(Delegate, ada) is None


def test_a_deed_is_written_once_under_its_id(event: EventBuilder) -> None:
    journal, deed = event.event.journal, uuid4()
    ada = event.delegate("Ada")
    with journal.writing(Unit(deed)) as pen:
        pen.write(CheckedIn(ada, FIRST_DAY, "badge"), deed)

    with journal.writing(Unit(deed)) as pen:
        pen.write(CheckedIn(ada, FIRST_DAY, "badge"), deed)

    with journal.reading() as session:
        assert session.scalar(select(func.count()).select_from(CheckIn)) == 1


def test_a_deed_is_found_as_it_was_written(event: EventBuilder) -> None:
    journal, deed = event.event.journal, CheckedIn(event.delegate("Ada"), FIRST_DAY, "badge")
    with journal.writing(Unit(uuid4())) as pen:
        entry = pen.write(deed)

    with journal.reading() as session:
        assert journal.deed(session, entry.id) == entry
        assert journal.deed(session, uuid4()) is None


def test_views_are_told_what_was_written_to(open_event: OpenEvent, clock: MovableClock) -> None:
    heard: list[Changes] = []
    other = Desks(DESK_2, clock=clock, on_change=heard.append).open(open_event.database.file)
    heard.clear()

    with other.journal.writing(Unit(uuid4())) as pen:
        pen.write(CheckedIn(uuid4(), FIRST_DAY, "badge"))
        assert heard == []
    other.close()

    assert heard == [Changes(frozenset({"CheckIn"}))]


def test_a_transaction_without_deeds_tells_nobody(
    open_event: OpenEvent, clock: MovableClock
) -> None:
    heard: list[Changes] = []
    other = Desks(DESK_2, clock=clock, on_change=heard.append).open(open_event.database.file)
    heard.clear()

    with other.journal.writing(Unit(uuid4())) as pen:
        assert pen.write_all([]) == ()
    other.close()

    assert heard == []


def test_who_was_on_duty_stands_in_the_log(open_event: OpenEvent) -> None:
    with open_event.journal.reading() as session:
        entries = list(all_entries(session, open_event.journal.kinds))
        assert {entry.on_duty for entry in entries} == {"Rasa"}
        assert "Rasa" not in set(session.scalars(select(LogRow.on_duty)))

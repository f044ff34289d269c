"""What is known of two entries before anybody merges them, and that a merge does just that."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.checkin.scanning import Scanning
from app.delegates.detail import Details
from app.delegates.roster import Roster
from app.delegates.table import DelegateTable
from app.desks import OpenEvent
from app.meetings.pairs import Half, Pair, Pairs
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, EventBuilder


@pytest.fixture
def pairs(open_event: OpenEvent) -> Pairs:
    return Pairs(DelegateTable(open_event.journal))


def of(pairs: Pairs, one: UUID, other: UUID) -> tuple[Pair, Half, Half]:
    pair = pairs.of(one, other, FIRST_DAY)
    by_id = {half.person.id: half for half in pair.halves}
    return pair, by_id[one], by_id[other]


def test_each_half_names_what_it_alone_can_give(
    pairs: Pairs, event: EventBuilder, open_event: OpenEvent
) -> None:
    one = event.delegate("Ada", "King", email="ada@example.org", phone="+44 1")
    other = event.delegate("Ada", "Kingh", email="a.king@example.org", function="Countess")

    _pair, ours, theirs = of(pairs, one, other)

    assert (ours.gives, theirs.gives) == (("phone",), ("function",))
    merged = Roster(open_event.journal, "A").merge(one, other)
    assert (merged.email, merged.phone, merged.function) == ("ada@example.org", "+44 1", "Countess")


def test_meetings_and_requests_come_along(
    pairs: Pairs, event: EventBuilder, open_event: OpenEvent
) -> None:
    floor = Floor(open_event, event)
    floor.asks("Ada", "Ben")
    floor.asks("Adah", "Ben Cleo")
    floor.asks("Adah", "Dov")
    floor.meets("Adah", "Dov", "10:40", "4")
    one, other = floor.who("Ada"), floor.who("Adah")

    _pair, ours, theirs = of(pairs, one, other)
    Roster(open_event.journal, "A").merge(one, other)
    whole = pairs.of(one, floor.who("Ben"), FIRST_DAY)

    assert (ours.meetings, ours.requests) == (0, 1)
    assert (theirs.meetings, theirs.requests) == (1, 2)
    kept = next(half for half in whole.halves if half.person.id == one)
    assert (kept.meetings, kept.requests) == (1, 3)


def test_badges_and_check_ins_come_along(
    pairs: Pairs, event: EventBuilder, open_event: OpenEvent
) -> None:
    one, other = event.delegate("Ada", "King"), event.delegate("Ada", "Kingh")
    Scanning(open_event.journal).check_in(other)
    _pair, _ours, theirs = of(pairs, one, other)

    Roster(open_event.journal, "A").merge(one, other)

    kept = Details(DelegateTable(open_event.journal)).of(one, FIRST_DAY)
    assert kept.check_ins == theirs.detail.check_ins
    assert len(kept.badges) == 2


def test_the_entry_on_which_more_hangs_comes_first(
    pairs: Pairs, event: EventBuilder, open_event: OpenEvent
) -> None:
    idle, used = event.delegate("Ada", "King"), event.delegate("Ada", "Kingh")
    Scanning(open_event.journal).check_in(used)

    assert [half.person.id for half in pairs.of(idle, used, FIRST_DAY).halves] == [used, idle]


def test_whoever_was_here_twice_on_one_day_is_told_apart(
    pairs: Pairs, event: EventBuilder, open_event: OpenEvent
) -> None:
    one, other = event.delegate("Ada", "King"), event.delegate("Ada", "Kingh")
    Scanning(open_event.journal).check_in(one)
    assert pairs.of(one, other, FIRST_DAY).both_here is None

    Scanning(open_event.journal).check_in(other)

    assert pairs.of(one, other, FIRST_DAY).both_here == FIRST_DAY

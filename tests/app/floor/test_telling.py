"""Who must be told of what has changed, and who was."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

import pytest

from app.delegates.roster import Roster
from app.floor.changes import Delay
from app.floor.telling import By, ToTell
from app.floor.tellings import Tellings
from app.journal.undo import redo, undo
from app.printing.schedules.changes import Change, LineChange
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import VILNIUS, at
from tests.building import FIRST_DAY

MOVED, CANCELLED, NEW, NEW_PARTNER = (
    Change.MOVED,
    Change.CANCELLED,
    Change.NEW,
    Change.NEW_PARTNER,
)


class Telling:
    """Says of people by their given names what they must be told."""

    def __init__(self, day: RunningDay, paper: Path) -> None:
        self.day = day
        self._tellings = Tellings(day.journal)
        self._paper = paper

    def prints(self, *names: str, only_today: bool = False) -> None:
        """Bring schedules to paper."""
        whose = tuple(map(self.day.floor.who, names))
        day = FIRST_DAY if only_today else None
        ScheduleOffice(self.day.journal).run(ScheduleWish(day=day, delegates=whose), self._paper)

    def tells(self, *names: str) -> list[str]:
        """Note that people were told by word; give whom it concerned."""
        told = self._tellings.tell(self.day.read(), [self.day.floor.who(each) for each in names])
        return list(map(_name, told.told))

    def found(self) -> tuple[ToTell, ...]:
        """Look again; whoever looks for the first time finds the same."""
        read = self.day.read()
        found = self._tellings.to_tell(read)
        assert found == Tellings(self.day.journal).to_tell(read)
        return found

    def names(self) -> list[str]:
        return list(map(_name, self.found()))

    def of(self, name: str) -> list[tuple[Change, str, str]]:
        """Give what was and what is of somebody who must be told."""
        (one,) = [each for each in self.found() if _name(each) == name]
        return [_said(each) for each in one.changes]

    def outdated(self) -> Mapping[str, str]:
        """Give whose paper is not so any more, and when it matters."""
        found = self._tellings.outdated(self.day.read())
        people = self.day.read().people
        return {
            people[each].who.name.split()[0]: f"{starts.astimezone(VILNIUS):%H:%M}"
            for each, starts in found.items()
        }

    def since(self, clock: str) -> dict[str, By | None]:
        """Give who is concerned since a time, and how they were told since."""
        found = self._tellings.since(self.day.read(), at(clock))
        return {_name(each): each.told.by if each.told else None for each in found}


def _name(one: ToTell) -> str:
    return one.person.who.name.split()[0]


def _said(change: LineChange) -> tuple[Change, str, str]:
    places = (
        f"{line.starts_at.astimezone(VILNIUS):%H:%M} {line.table}" if line else ""
        for line in (change.was, change.now)
    )
    return (change.change, *places)  # type: ignore[return-value] # two lines


@pytest.fixture
def telling(day: RunningDay, tmp_path: Path) -> Telling:
    """Ada meets Ben at 10:40 and Cleo at 12:20; all three have their schedules on paper."""
    telling = Telling(day, tmp_path / "paper.pdf")
    day.meets("Ada", "Cleo", "12:20", "9")
    day.meets("Ada", "Ben", "10:40", "9")
    telling.prints("Ada", "Ben", "Cleo")
    return telling


def first(day: RunningDay) -> UUID:
    """Give the meeting at 10:40."""
    return day.read().meetings[0].id


def test_nobody_is_told_of_nothing(telling: Telling) -> None:
    assert telling.names() == []
    assert telling.outdated() == {}


def test_who_is_led_elsewhere_is_told_what_was_and_what_is(telling: Telling) -> None:
    telling.day.moves(first(telling.day), "11:05", "7")

    assert telling.names() == ["Ada", "Ben"]
    assert telling.of("Ada") == [(MOVED, "10:40 9", "11:05 7")]
    assert telling.outdated() == {"Ada": "10:40", "Ben": "10:40"}


def test_a_change_that_is_taken_back_concerns_nobody_any_more(telling: Telling) -> None:
    telling.day.moves(first(telling.day), "11:05", "7")
    assert telling.names() == ["Ada", "Ben"]

    undo(telling.day.journal)

    assert telling.names() == []


def test_cancelled_new_and_another_partner_are_told_apart(telling: Telling) -> None:
    meetings = [each.id for each in telling.day.read().meetings]
    for each in meetings:
        telling.day.acts.cancel(each)
    telling.day.meets("Ada", "Dov", "12:20", "3")
    telling.day.meets("Ben", "Cleo", "11:30", "4")

    assert telling.of("Ada") == [(CANCELLED, "10:40 9", ""), (NEW_PARTNER, "12:20 9", "12:20 3")]
    assert telling.of("Cleo") == [(NEW, "", "11:30 4"), (CANCELLED, "12:20 9", "")]


def test_who_it_concerns_first_is_told_first(telling: Telling) -> None:
    later, earlier = telling.day.read().meetings[1].id, first(telling.day)
    telling.day.moves(later, "12:20", "2")
    assert telling.names() == ["Ada", "Cleo"]

    telling.day.moves(earlier, "10:40", "3")

    assert telling.names() == ["Ada", "Ben", "Cleo"]


def test_what_is_over_concerns_nobody(telling: Telling) -> None:
    telling.day.moves(first(telling.day), "11:05", "7")

    telling.day.is_now("11:26")

    assert telling.names() == []


def test_who_was_told_is_not_on_the_list_until_that_is_taken_back(telling: Telling) -> None:
    telling.day.moves(first(telling.day), "11:05", "7")

    assert telling.tells("Ada") == ["Ada"]
    assert telling.names() == ["Ben"]
    assert telling.outdated() == {"Ben": "10:40"}
    undo(telling.day.journal)
    assert telling.names() == ["Ada", "Ben"]
    redo(telling.day.journal)
    assert telling.names() == ["Ben"]


def test_who_was_told_is_on_the_list_again_once_more_has_changed(telling: Telling) -> None:
    telling.day.moves(first(telling.day), "11:05", "7")
    telling.tells("Ada", "Ben")

    telling.day.moves(first(telling.day), "11:05", "8")

    assert telling.of("Ada") == [(MOVED, "11:05 7", "11:05 8")]


def test_nothing_is_noted_of_who_need_not_be_told(telling: Telling) -> None:
    assert telling.tells("Ada") == []


def test_a_new_paper_tells_as_well_also_one_of_the_day_alone(telling: Telling) -> None:
    telling.day.moves(first(telling.day), "11:05", "7")

    telling.prints("Ada")
    telling.prints("Ben", only_today=True)

    assert telling.names() == []


def test_meetings_of_other_days_are_not_missed_on_this_one(telling: Telling) -> None:
    telling.day.floor.meets("Ada", "Ben", "10:40", "5", day=17)
    telling.prints("Ada", "Ben")

    assert telling.names() == []


def test_who_has_no_paper_knows_what_the_desk_said_when_they_came(telling: Telling) -> None:
    day = telling.day
    meeting = day.meets("Fay", "Gus", "11:30", "4")
    day.is_now("10:31")
    day.comes("Fay")
    day.is_now("10:32")
    day.moves(meeting, "11:55", "5")
    day.is_now("10:33")
    day.comes("Gus")

    assert telling.names() == ["Fay"]
    assert telling.of("Fay") == [(MOVED, "11:30 4", "11:55 5")]
    assert telling.outdated() == {}
    day.acts.cancel(meeting)
    assert telling.of("Gus") == [(CANCELLED, "11:55 5", "")]


def test_of_one_instant_the_log_knows_what_came_before_somebody_and_what_after(
    telling: Telling,
) -> None:
    day = telling.day
    meeting = day.meets("Fay", "Gus", "11:30", "4")
    day.comes("Gus")
    day.moves(meeting, "11:55", "5")
    day.comes("Fay")
    assert telling.names() == ["Gus"]

    day.moves(meeting, "12:20", "5")

    assert telling.of("Fay") == [(MOVED, "11:55 5", "12:20 5")]


def test_a_day_that_starts_later_concerns_those_without_a_paper_as_well(
    telling: Telling,
) -> None:
    day = telling.day
    day.meets("Fay", "Gus", "12:20", "4")
    day.is_now("10:31")
    day.comes("Fay")
    day.is_now("10:32")

    day.carries_out(Delay(10, at("12:20")))

    assert telling.of("Fay") == [(MOVED, "12:20 4", "12:30 4")]
    assert telling.of("Cleo") == [(MOVED, "12:20 9", "12:30 9")]


def test_since_an_instant_all_are_told_of_with_how_they_heard(telling: Telling) -> None:
    day = telling.day
    day.is_now("10:33")
    day.moves(day.read().meetings[1].id, "12:20", "7")
    day.is_now("10:34")
    telling.tells("Ada")

    assert telling.since("10:33") == {"Cleo": None, "Ada": By.WORD}
    assert telling.since("10:34") == {"Cleo": None}
    telling.prints("Cleo")
    assert telling.since("10:33") == {"Cleo": By.PAPER, "Ada": By.WORD}


def test_whoever_does_not_come_any_more_is_told_nothing(telling: Telling) -> None:
    telling.day.moves(first(telling.day), "11:05", "7")

    telling.day.withdraws("Ben")

    assert telling.names() == ["Ada"]


def test_two_entries_that_turn_out_to_be_one_person_change_nothing_on_paper(
    telling: Telling,
) -> None:
    day = telling.day
    Roster(day.journal, "A").merge(day.floor.who("Dov"), day.floor.who("Cleo"))

    assert telling.names() == []


def test_whoever_takes_the_place_of_somebody_is_a_new_partner(telling: Telling) -> None:
    day = telling.day
    day.acts.cancel(first(day))
    day.meets("Ada", "Eve", "10:40", "9")

    assert telling.of("Ada") == [(NEW_PARTNER, "10:40 9", "10:40 9")]


def test_who_was_not_at_the_desk_after_all_knows_nothing_from_it(telling: Telling) -> None:
    day = telling.day
    meeting = day.meets("Fay", "Gus", "12:20", "4")
    day.is_now("10:31")
    day.comes("Fay")
    assert telling.names() == []
    undo(day.journal)

    day.moves(meeting, "12:20", "5")

    assert telling.names() == []

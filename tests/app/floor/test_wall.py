"""What the hall is shown: who sits at which table, now and next, and what is not as on paper."""

from __future__ import annotations

from app.delegates.organisations import Organisations
from app.floor.acts import FloorActs
from app.floor.states import Missing, Word
from app.floor.wall import Seats, Wall, WallRow, read_wall
from app.floor.watching import DayReader
from app.journal.undo import undo
from app.meetings.deeds import MeetingCancelled
from tests.app.floor.running import RunningDay
from tests.building import FIRST_DAY, SECOND_DAY

NOBODY = Seats()


def _wall(day: RunningDay, clock: str) -> Wall:
    day.is_now(clock)
    return read_wall(day.journal, DayReader(day.journal), day.clock.now, FIRST_DAY)


def _row(wall: Wall, organisation: str) -> WallRow:
    (found,) = (row for row in wall.rows if row.organisation == organisation)
    return found


def _people(day: RunningDay, **organisations: str) -> None:
    for name, organisation in organisations.items():
        day.floor.who(name, organisation=organisation)


def test_an_organisation_has_the_table_it_sits_at_and_the_next_one(day: RunningDay) -> None:
    _people(day, Ada="Agua Ebro", Bo="Baltic Photonics", Cy="Creta Bio")
    day.meets("Ada", "Bo", "10:40", "9")
    day.meets("Ada", "Cy", "11:05", "10")

    wall = _wall(day, "10:42")

    assert wall.rows == (
        WallRow("Agua Ebro", "", Seats(("9",)), Seats(("10",))),
        WallRow("Baltic Photonics", "", Seats(("9",)), NOBODY),
        WallRow("Creta Bio", "", NOBODY, Seats(("10",))),
    )
    assert not any(row.is_changed for row in wall.rows)


def test_colleagues_at_different_tables_are_told_apart_by_their_initials(day: RunningDay) -> None:
    _people(day, Ada="Agua Ebro", Bo="Baltic Photonics", Cy="Agua Ebro", Di="Daugava")
    day.meets("Ada", "Bo", "10:40", "10")
    day.meets("Cy", "Di", "10:40", "9")

    rows = [row for row in _wall(day, "10:42").rows if row.organisation == "Agua Ebro"]

    assert rows == [
        WallRow("Agua Ebro", "", Seats(("10",)), NOBODY, ("AO",)),
        WallRow("Agua Ebro", "", Seats(("9",)), NOBODY, ("CO",)),
    ]


def test_colleagues_at_the_same_tables_share_a_row_that_names_nobody(day: RunningDay) -> None:
    _people(day, Ada="Agua Ebro", Bo="Baltic Photonics", Cy="Agua Ebro", Di="Daugava")
    day.meets("Ada Cy", "Bo", "10:40", "10")
    assert _row(_wall(day, "10:42"), "Agua Ebro").whom == ()

    day.meets("Cy", "Di", "12:20", "9")
    _people(day, Ed="Agua Ebro")
    day.meets("Ed", "Di", "11:55", "9")

    assert _row(_wall(day, "10:42"), "Agua Ebro").whom == ("AO", "CO"), "not Ed"
    assert _row(_wall(day, "12:18"), "Agua Ebro").whom == ("CO",), "who looks up may be Ada"


def test_an_organisation_is_known_by_its_short_name_as_well(day: RunningDay) -> None:
    _people(day, Ada="Agua Ebro", Bo="Baltic Photonics")
    day.meets("Ada", "Bo", "10:40", "10")
    Organisations(day.journal).shorten("Agua Ebro", "Agua")

    shown = [(row.organisation, row.short_name) for row in _wall(day, "10:42").rows]

    assert shown == [("Agua Ebro", "Agua"), ("Baltic Photonics", "")]


def test_colleagues_with_the_same_initials_are_told_apart_by_their_badges(day: RunningDay) -> None:
    _people(day, Ada="Agua Ebro", Alf="Agua Ebro", Cy="Agua Ebro", Bo="Creta Bio", Di="Daugava")
    day.meets("Ada", "Bo", "10:40", "10")
    day.meets("Alf", "Di", "10:40", "9")
    day.meets("Cy", "Di", "11:05", "9")

    rows = [row for row in _wall(day, "10:42").rows if row.organisation == "Agua Ebro"]

    people = day.read().people
    numbers = [people[day.floor.who(name)].who.badge_number for name in ("Ada", "Alf")]
    assert [row.whom for row in rows] == [*((number,) for number in numbers), ("CO",)]
    assert all(numbers)


def test_who_stands_for_nobody_is_found_by_the_badge_and_never_by_name(day: RunningDay) -> None:
    _people(day, Bo="Baltic Photonics")
    day.meets("Ada", "Bo", "10:40", "9")

    organisation, badge = _wall(day, "10:42").rows

    assert organisation.organisation == "Baltic Photonics"
    assert badge == WallRow("", day.read().people[day.floor.who("Ada")].who.badge_number,
                            Seats(("9",)), NOBODY)  # fmt: skip
    assert "Ada" not in repr(_wall(day, "10:42"))


def test_a_meeting_at_another_table_says_where_it_was(day: RunningDay) -> None:
    _people(day, Ada="Agua Ebro", Bo="Baltic Photonics")
    moved = day.meets("Ada", "Bo", "11:05", "9")
    day.is_now("10:31")

    day.moves(moved, "11:05", "4")

    for name in ("Agua Ebro", "Baltic Photonics"):
        assert _row(_wall(day, "10:42"), name).then == Seats(("4",), ("9",), is_changed=True)
    assert _row(_wall(day, "11:06"), "Agua Ebro").now == Seats(("4",), ("9",), is_changed=True)
    day.is_now("10:32")
    undo(day.journal)
    assert not _row(_wall(day, "10:42"), "Agua Ebro").is_changed


def test_a_meeting_at_another_time_leaves_a_gap_and_is_new_there(day: RunningDay) -> None:
    _people(day, Ada="Agua Ebro", Bo="Baltic Photonics")
    moved = day.meets("Ada", "Bo", "11:05", "9")
    day.is_now("10:31")

    day.moves(moved, "11:30", "4")

    row = _row(_wall(day, "11:06"), "Agua Ebro")
    assert row.now == Seats((), ("9",), is_changed=True)
    assert row.then == Seats(("4",), (), is_changed=True)


def test_what_is_arranged_on_the_day_is_new_and_the_missed_meeting_is_where_it_was(
    day: RunningDay,
) -> None:
    _people(day, Ada="Agua Ebro", Bo="Baltic Photonics", Cy="Creta Bio")
    lost = day.meets("Ada", "Bo", "10:40", "9")
    day.asks("Cy", "Ada", mutual=True)
    day.comes("Ada", "Cy")
    day.is_now("10:42")
    FloorActs(day.journal).say(lost, Word.NO_SHOW, Missing.HOST)
    waiting = _row(_wall(day, "10:42"), "Agua Ebro")
    assert waiting.now == Seats(("9",)), "they wait at their table until somebody says otherwise"

    first = day.proposed(lost)[0]
    day.accepts(first)

    wall = _wall(day, "10:43")
    table = day.in_words(first)[3]
    assert _row(wall, "Creta Bio").now == Seats((table,), (), is_changed=True)
    assert _row(wall, "Agua Ebro").now.tables == (table,)


def test_only_what_is_cancelled_on_the_day_is_missed_on_paper(day: RunningDay) -> None:
    _people(day, Ada="Agua Ebro", Bo="Baltic Photonics", Cy="Creta Bio")
    before, late = (day.meets("Ada", "Bo", "10:40", "9"), day.meets("Bo", "Cy", "11:05", "9"))
    day.floor.does(MeetingCancelled(before))
    day.is_now("10:35")
    day.comes("Ada")
    FloorActs(day.journal).cancel(late)

    wall = _wall(day, "10:42")

    assert [row.organisation for row in wall.rows] == ["Baltic Photonics", "Creta Bio"]
    assert _row(wall, "Creta Bio").then == Seats((), ("9",), is_changed=True)


def test_the_day_says_what_runs_what_comes_and_when_it_goes_on(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "10:40", "9", day=SECOND_DAY.day)
    wall = _wall(day, "10:42")
    hour = wall.hour(day.clock.now)
    assert hour.runs is not None
    assert hour.comes is not None
    assert (hour.runs.number, hour.comes.number) == (2, 3)

    day.is_now("11:02")
    between = wall.hour(day.clock.now)
    assert (between.runs, between.ended, between.comes) == (None, hour.runs, hour.comes)

    day.is_now("12:40")
    over = wall.hour(day.clock.now)
    assert (over.runs, over.comes) == (None, None)
    assert wall.goes_on_at is not None
    assert wall.goes_on_at.astimezone(wall.zone).isoformat() == "2027-03-17T10:15:00+02:00"
    assert not wall.has_meetings

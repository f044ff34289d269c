"""Where things are on the wall, and which rows are on which page."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.floor.day import DaySlot
from app.floor.wall import Seats, Wall, WallRow
from ui.wall.geometry import geometry, pages
from ui.wall.window import wall_screen
from ui.wall.words import change, count, head, name, nothing, row_words, span, tables

VILNIUS = ZoneInfo("Europe/Vilnius")
TEN = datetime(2027, 3, 16, 10, 0, tzinfo=VILNIUS)


def _row(organisation: str) -> WallRow:
    return WallRow(organisation, "", Seats(("4",)), Seats())


def _wall(*starts: int, goes_on_at: datetime | None = None) -> Wall:
    """A day with slots of 20 minutes that start so many minutes after ten."""
    slots = tuple(
        DaySlot(uuid4(), uuid4(), place, place + 1, _after(at), _after(at + 20))
        for place, at in enumerate(starts)
    )
    return Wall(date(2027, 3, 16), VILNIUS, slots, has_meetings=True, goes_on_at=goes_on_at)


def _after(minutes: float) -> datetime:
    return TEN + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("size", "columns", "rows", "name_px"),
    [
        ((1440, 900), 2, 8, 40),
        ((1920, 1080), 2, 8, 48),
        ((3840, 2160), 2, 8, 96),
        ((1280, 720), 2, 8, 32),
        ((2560, 1080), 3, 8, 48),
        ((1024, 768), 2, 10, 28),
        ((1080, 1920), 2, 33, 30),
    ],
)
def test_letters_grow_with_the_screen(
    size: tuple[int, int], columns: int, rows: int, name_px: int
) -> None:
    shape = geometry(*size)

    assert (shape.columns, shape.rows) == (columns, rows)
    assert int(40 * shape.scale) == name_px


@given(st.integers(200, 8_000), st.integers(200, 8_000))
def test_nothing_on_the_wall_covers_anything_else(width: int, height: int) -> None:
    shape = geometry(width, height)
    places = [shape.place(number) for number in range(shape.per_page)]

    assert shape.width * shape.scale == pytest.approx(width)
    for one, other in pairwise([shape.head, shape.titles(0), *places[: shape.rows], shape.foot]):
        assert one.bottom() <= other.top() + 0.01
    for left, right in pairwise([shape.place(c * shape.rows) for c in range(shape.columns)]):
        assert left.right() < right.left()
    assert places[-1].right() <= shape.width


@given(st.lists(st.text(min_size=1)), st.integers(1, 20))
def test_every_row_is_on_one_page_in_its_order(names: list[str], per_page: int) -> None:
    rows = [_row(each) for each in names]

    cut = pages(rows, per_page)

    assert [row for page in cut for row in page] == rows
    assert all(0 < len(page) <= per_page for page in cut) or cut == ((),)


def test_the_wall_is_on_the_screen_that_nobody_works_at() -> None:
    assert wall_screen(["laptop", "projector", "tv"], "laptop") == "projector"
    assert wall_screen(["laptop", "projector"], "projector") == "laptop"
    assert wall_screen(["laptop"], "laptop") is None


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (-125, ("2 h 05", "until slot 1", "10:00–10:20", "Begins at 10:00", "Find your table")),
        (12.8, ("7:12", "left in slot 1", "10:00–10:20", "Slot 2 at 10:25",
                "Change tables at 10:20")),
        (22.5, ("2:30", "until slot 2", "10:25–10:45", "Change tables now", "Slot 2 at 10:25")),
        (30, ("15:00", "left in slot 2", "10:25–10:45", "Slot 3 at 12:00", "Break from 10:45")),
        (50, ("1 h 10", "until slot 3", "12:00–12:20", "Goes on at 12:00", "Break")),
        (121, ("19:00", "left in slot 3", "12:00–12:20", "Last slot today", "Ends at 12:20")),
        (141, ("12:21", "The day is over", "Next: Wed 17 March, 09:25", "", "")),
    ],
)  # fmt: skip
def test_the_head_says_where_in_the_day_it_is(minutes: float, said: tuple[str, ...]) -> None:
    wall = _wall(0, 25, 120, goes_on_at=datetime(2027, 3, 17, 9, 25, tzinfo=VILNIUS))

    told = head(wall, _after(minutes))

    assert (told.count, told.lead, told.times, told.title, told.note) == said


def test_a_day_without_slots_says_when_there_are_some() -> None:
    wall = _wall(goes_on_at=datetime(2027, 3, 17, 9, 25, tzinfo=VILNIUS))

    told = head(wall, TEN)

    assert (told.count, told.lead) == ("10:00", "No meetings today")
    assert told.times == "Next: Wed 17 March, 09:25"
    assert nothing(wall, TEN) == ""
    assert nothing(_wall(0), TEN) == "Nobody has a table now or next."
    assert nothing(_wall(0), _after(30)) == "Thank you for coming."


def test_a_change_is_said_in_words() -> None:
    moved, new = Seats(("6",), ("14",), is_changed=True), Seats(("6",), (), is_changed=True)
    gone = Seats((), ("14", "15"), is_changed=True)

    assert [(tables(each), change(each)) for each in (moved, new, gone, Seats(("3", "9")))] == [
        ("6", "was 14"), ("6", "new"), ("–", "was 14, 15"), ("3, 9", "")
    ]  # fmt: skip
    assert row_words(WallRow("Agua Ebro", "", gone, new)) == (
        "Agua Ebro, now no table was 14, 15, next table 6 new"
    )
    assert name(WallRow("", "A-17", new, Seats())) == "Badge A-17"
    assert span([_row("agua"), _row("Jylland")]) == "A–J"
    assert count(timedelta(seconds=59.2)) == "1:00"

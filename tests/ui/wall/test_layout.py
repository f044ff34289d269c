"""Where things are on the wall, and which rows are on which page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.floor.day import DaySlot
from app.floor.wall import Seats, Wall, WallRow
from ui.common.look import Look, ThemeName
from ui.wall.board import Board
from ui.wall.geometry import THEN_FROM_RIGHT, Writing, geometry
from ui.wall.paging import ROUND_S, Page, pages, paging
from ui.wall.screens import wall_screen
from ui.wall.words import change, count, head, name, nothing, row_words, span, tables

VILNIUS = ZoneInfo("Europe/Vilnius")
TEN = datetime(2027, 3, 16, 10, 0, tzinfo=VILNIUS)


NEXT, NOBODY = Seats(("6",)), Seats()
MOVED = Seats(("6",), ("14",), is_changed=True)


def _row(organisation: str, then: Seats = NOBODY) -> WallRow:
    return WallRow(organisation, "", Seats(("4",)), then)


def _rows(count: int, then: Seats = NEXT) -> list[WallRow]:
    return [_row(f"Cluster {number:04}", then) for number in range(count)]


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


@given(
    st.integers(200, 8_000),
    st.integers(200, 8_000),
    st.builds(Writing, st.sampled_from((1.0, 0.8, 0.65, 0.5)), st.booleans()),
)
def test_nothing_on_the_wall_covers_anything_else(
    width: int, height: int, writing: Writing
) -> None:
    shape = geometry(width, height, writing)
    places = [shape.place(number) for number in range(shape.per_page)]

    assert shape.width * shape.scale == pytest.approx(width)
    for one, other in pairwise([shape.head, shape.titles(0), *places[: shape.rows], shape.foot]):
        assert one.bottom() <= other.top() + 0.01
    for left, right in pairwise([shape.place(c * shape.rows) for c in range(shape.columns)]):
        assert left.right() < right.left()
    assert places[-1].right() <= shape.width


seats = st.sampled_from((NOBODY, NEXT, MOVED))


@given(st.lists(st.builds(_row, st.text(min_size=1), seats)), st.integers(1, 20))
def test_every_row_is_on_a_page_and_changes_are_on_the_first(
    rows: list[WallRow], per_page: int
) -> None:
    cut = pages(rows, per_page)

    shown = [row for page in cut for row in page.rows]
    ahead = [row for page in cut for row in page.rows[: page.ahead]]
    changed = [row for row in rows if row.is_changed]
    assert all(0 < len(page.rows) <= per_page for page in cut) or cut == (Page(),)
    assert ahead == (changed if len(changed) <= per_page else [])
    assert all(page.ahead == 0 for page in cut[1:])
    if len(cut) == 1:
        assert sorted(map(id, shown)) == sorted(map(id, rows))
    else:
        assert shown[len(ahead) :] == rows, "who looks for a name finds it where it belongs"


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800)])
@pytest.mark.parametrize(
    ("count", "letters"), [(6, 1.0), (60, 1.0), (250, 0.65), (500, 0.5), (900, 0.5)]
)
def test_everybody_is_seen_in_about_a_minute_as_large_as_that_allows(
    size: tuple[int, int], count: int, letters: float
) -> None:
    found = paging(_rows(count), size)

    assert found.round_s <= ROUND_S
    assert found.geometry.writing.size == letters
    assert sum(len(page.rows) for page in found.pages) == count


def test_who_goes_nowhere_leaves_only_when_there_are_too_many() -> None:
    few = [*_rows(40), *_rows(40, NOBODY)]
    many = [*_rows(80), *_rows(500, NOBODY), WallRow("Zenit", "", MOVED, NOBODY)]

    assert sum(len(page.rows) for page in paging(few, (1920, 1080)).pages) == 80
    found = paging(many, (1920, 1080))
    shown = {row.organisation for page in found.pages for row in page.rows}
    assert shown == {row.organisation for row in many[:80]} | {"Zenit"}
    assert found.geometry.writing == Writing(), "so letters can stay large"


def test_in_the_last_slot_everybody_has_the_table_of_now() -> None:
    found = paging(_rows(900, NOBODY), (1920, 1080))

    assert sum(len(page.rows) for page in found.pages) == 900
    assert found.geometry.writing.has_now


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


@pytest.mark.parametrize(
    ("organisation", "is_used"),
    [("Agua Ebro", False), ("Association of Photonics and Lasers of the Baltic States", True)],
)
def test_a_name_that_has_no_room_is_the_short_one_that_somebody_gave(
    qtbot: QtBot, organisation: str, is_used: bool
) -> None:
    shown = []
    for short_name in ("", "BalPho"):
        board = Board(Look(ThemeName.DARK), TEN)
        qtbot.addWidget(board)
        board.resize(1280, 800)
        row = WallRow(organisation, "", NEXT, NEXT, short_name=short_name)
        board.show_wall(replace(_wall(0), rows=(row,)), "Cluster days")
        shown.append(board.grab().toImage())

    assert (shown[0] != shown[1]) is is_used


@pytest.mark.parametrize(("table", "lines"), [("8", 1), ("246", 1), ("Stand 246", 2)])
def test_a_table_that_changed_stands_beside_what_it_was(
    qtbot: QtBot, table: str, lines: int
) -> None:
    board = Board(Look(ThemeName.DARK), TEN)
    qtbot.addWidget(board)
    board.resize(1440, 900)
    row = _row("Agua Ebro", Seats((table,), ("203",), is_changed=True))
    board.show_wall(replace(_wall(0), rows=(row,)), "Cluster days")

    shot, place = board.grab().toImage(), geometry(1440, 900).place(0)
    left, amber = round(place.right() - THEN_FROM_RIGHT), Look(ThemeName.DARK).colour("warn")
    is_written = [
        any(shot.pixelColor(x, y) != amber for x in range(left, left + 20))
        for y in range(round(place.y()) + 3, round(place.bottom()) - 3)
    ]

    assert sum(now and not before for before, now in pairwise(is_written)) == lines


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
    assert row_words(WallRow("Agua Ebro", "", NOBODY, NEXT, ("AL", "BK"))) == (
        "Agua Ebro AL, BK, now no table, next table 6"
    )
    assert span(Page((_row("agua"), _row("Jylland")))) == "A–J"
    assert span(Page((_row("Zenit", MOVED), _row("agua"), _row("Alsace")), 1)) == "Changes, A"
    assert span(Page((_row("Zenit", MOVED),), 1)) == "Changes"
    assert count(timedelta(seconds=59.2)) == "1:00"

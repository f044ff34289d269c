"""The rounds of a day in the window: found, kept, watched, changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desks import Desks, OpenEvent
from app.icebreaking.crowd import Crowd
from app.icebreaking.rounds import KeptRounds
from app.journal.undo import undo
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import VILNIUS, Floor, at
from tests.building import DESK_1, FIRST_DAY, EventBuilder, MovableClock, copy_event_file
from tests.ui.at_work import Heard
from ui.common.page import News, Tools
from ui.rounds.form import RoundsForm
from ui.rounds.part import RoundsPart
from ui.rounds.places import Places, Spot
from ui.rounds.services import RoundsServices

NAMES = ("Ada", "Bo", "Cy", "Di", "Eli", "Flo", "Gus", "Hal", "Ida", "Jo", "Kim", "Lou")


class Rounder:
    """Somebody at the part, who also sees what the desk does."""

    def __init__(self, part: RoundsPart, day: RunningDay, qtbot: QtBot) -> None:
        self.part, self.day, self._qtbot = part, day, qtbot
        self.news: list[str] = []
        self.part.told.connect(self._hear)

    def sees(self, what: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(what, timeout=15_000)

    def finds(self, *, rounds: int = 2, size: int = 4) -> None:
        form = self.part.form
        form.rounds.setValue(rounds)
        form.many.setValue(size)
        form.seek.click()
        self.sees(lambda: self.part.made is not None)

    def keeps(self) -> KeptRounds:
        self.part.form.start.setTime(QTime(11, 30))
        self.part.sight.preview.keep.click()
        self.sees(lambda: self.part.kept is not None)
        kept = self.part.kept
        assert kept is not None
        return kept

    def presses(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.part.sight.seating, key)

    def hears(self, words: str) -> None:
        self.sees(lambda: any(words in each for each in self.news))

    def _hear(self, news: News) -> None:
        self.news.append(news.text)


@pytest.fixture
def rounder(tmp_path: Path, clock: MovableClock, tools: Tools, qtbot: QtBot) -> Iterator[Rounder]:
    """The part on a day at which eleven people are checked in, and one is not."""
    heard = Heard()
    event: OpenEvent = Desks(DESK_1, clock, heard.changed.emit).open(
        copy_event_file(tmp_path / "event.matchdesk")
    )
    day = RunningDay(Floor(event, EventBuilder(event)), clock)
    for name in NAMES:
        day.floor.who(name)
    day.comes(*NAMES[:-1])
    part = RoundsPart(RoundsServices(event.journal), tools)
    heard.changed.connect(part.learn)
    qtbot.addWidget(part)
    part.resize(1200, 690)
    part.show_day(FIRST_DAY)
    with qtbot.waitExposed(part):
        part.show()
    part.begin()
    rounder = Rounder(part, day, qtbot)
    rounder.sees(lambda: part.form.who.count() == 2)
    yield rounder
    tools.close()
    event.close()


def test_seats_are_looked_at_before_they_count_and_then_kept_and_taken_back(
    rounder: Rounder,
) -> None:
    part = rounder.part
    rounder.finds()
    assert part.made is not None
    assert part.made.people == 12
    assert part.kept is None

    kept = rounder.keeps()

    assert (kept.timetable.starts_at, len(kept.rounds)) == (at("11:30"), 2)
    assert part.running.isVisible()
    rounder.hears("2 rounds are kept")
    undo(rounder.day.journal)
    rounder.sees(lambda: part.kept is None and part.form.isVisible())


def test_who_has_a_meeting_at_the_time_is_said_before_rounds_are_kept(rounder: Rounder) -> None:
    rounder.day.meets("Ada", "Bo", "11:30", "4")
    preview, start = rounder.part.sight.preview, rounder.part.form.start
    start.setTime(QTime(13, 0))
    rounder.finds()
    assert preview.besides == ""

    start.setTime(QTime(11, 30))
    rounder.sees(lambda: preview.besides.startswith("2 of them have a meeting then: M-A1.\n"))
    start.setTime(QTime(13, 0))
    rounder.sees(lambda: preview.besides == "")


def test_only_who_is_here_is_seated_if_that_is_chosen(rounder: Rounder) -> None:
    rounder.part.form.who.setCurrentIndex(1)
    rounder.finds()
    assert rounder.part.made is not None
    assert rounder.part.made.people == 11
    assert rounder.part.made.sizes == (3, 4)


def test_what_was_found_is_forgotten_once_something_else_is_asked_for(rounder: Rounder) -> None:
    rounder.finds()
    rounder.part.form.minutes.setValue(7)
    assert rounder.part.made is not None
    rounder.part.form.rounds.setValue(3)
    assert rounder.part.made is None


def test_too_few_people_are_told_so_with_what_to_do(rounder: Rounder) -> None:
    rounder.part.form.many.setValue(30)
    rounder.part.form.seek.setFocus()
    rounder.part.form.seek.click()
    said = "12 people fit at one table. In a second round nobody would meet anybody new."
    rounder.sees(lambda: rounder.part.sight.strip.problem().startswith(said))
    assert rounder.part.window().focusWidget() is rounder.part.form.seek


def test_who_comes_late_gets_a_seat_by_one_key_and_nobody_else_moves(rounder: Rounder) -> None:
    rounder.part.form.who.setCurrentIndex(1)
    rounder.finds()
    before = rounder.keeps()
    rounder.day.comes("Lou")
    rounder.sees(rounder.part.running.arrived.isVisible)
    rounder.part.running.arrived.act.click()
    rounder.hears("Nobody else moves.")
    late = rounder.day.floor.who("Lou")
    rounder.sees(lambda: bool(rounder.part.kept and rounder.part.kept.met(late)))
    after = rounder.part.kept
    assert after is not None
    for was, now in zip(before.seats, after.seats, strict=True):
        assert [set(table) for table in was] == [set(table) - {late} for table in now]
    rounder.sees(lambda: rounder.part.sight.seating.marked is not None)
    marked = rounder.part.sight.seating.marked
    assert marked is not None
    assert marked.id == late


def test_gaps_of_who_is_not_here_are_closed(rounder: Rounder) -> None:
    rounder.finds()
    rounder.keeps()
    rounder.sees(rounder.part.running.missing.isVisible)
    rounder.part.running.missing.act.click()
    lou = rounder.day.floor.who("Lou")
    rounder.sees(lambda: rounder.part.kept is not None and not rounder.part.kept.met(lou))
    assert rounder.part.kept is not None
    assert sum(map(len, rounder.part.kept.seats[0])) == 11


def test_two_change_seats_by_keys_after_the_effect_was_named(rounder: Rounder) -> None:
    rounder.finds(rounds=2, size=4)
    kept = rounder.keeps()
    seating = rounder.part.sight.seating
    one = seating.marked
    rounder.presses(Qt.Key.Key_M, Qt.Key.Key_Right)
    other = seating.marked
    assert one is not None
    assert other is not None
    rounder.sees(lambda: "to table 2" in rounder.part.sight.said)
    rounder.presses(Qt.Key.Key_Return)
    rounder.sees(lambda: rounder.part.kept is not None and rounder.part.kept != kept)
    after = rounder.part.kept
    assert after is not None
    assert (after.rounds[0].table_of(one.id), after.rounds[0].table_of(other.id)) == (2, 1)
    assert after.seats[1] == kept.seats[1]
    undo(rounder.day.journal)
    rounder.sees(lambda: rounder.part.kept is not None and rounder.part.kept.seats == kept.seats)


def test_esc_puts_back_whoever_was_picked_up(rounder: Rounder) -> None:
    rounder.finds()
    kept = rounder.keeps()
    rounder.presses(Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert rounder.part.sight.seating.carried is None
    assert rounder.part.kept == kept


def test_undo_puts_back_whoever_was_picked_up_before_it_takes_anything_back(
    rounder: Rounder,
) -> None:
    rounder.finds()
    kept = rounder.keeps()
    rounder.presses(Qt.Key.Key_M)

    assert rounder.part.take_back()

    assert rounder.part.sight.seating.carried is None
    assert not rounder.part.take_back()
    assert rounder.part.kept == kept


def test_the_round_that_runs_is_shown_and_its_seats_stay(
    rounder: Rounder, clock: MovableClock
) -> None:
    rounder.finds()
    kept = rounder.keeps()
    clock.now = kept.rounds[1].starts_at + timedelta(minutes=3)
    rounder.sees(lambda: rounder.part.sight.number == 2)
    assert rounder.part.sight.switch is not None
    assert rounder.part.sight.switch.segments[1].text() == "2 now"
    rounder.presses(Qt.Key.Key_M)
    assert rounder.part.sight.seating.carried is None


def test_every_place_of_a_page_can_be_reached_by_arrows() -> None:
    places = Places(900, (4, 0, 3, 4, 4, 2))
    reached = {Spot(0, 0)}
    while True:
        steps = {
            places.step(spot, *way)
            for spot in reached
            for way in ((-1, 0), (1, 0), (0, -1), (0, 1))
        }
        if steps <= reached:
            break
        reached |= steps
    assert reached == {Spot(at, n) for at, count in enumerate(places.counts) for n in range(count)}


def test_no_two_places_lie_over_each_other() -> None:
    places = Places(1000, (6, 6, 5, 6, 0, 1))
    cards = [places.card(at) for at in range(len(places.counts))]
    assert not any(one.intersects(other) for one, other in combinations(cards, 2))
    assert places.at(places.line(Spot(3, 5)).center()) == Spot(3, 5)


def test_rounds_follow_each_other_also_in_the_night_when_clocks_change(tools: Tools) -> None:
    form = RoundsForm(tools.look)
    form.show_crowd(date(2027, 3, 28), Crowd(20, 0, (), (), (), 4))
    form.start.setTime(QTime(2, 50))
    form.minutes.setValue(10)
    form.pause.setValue(5)

    times = form.timetable(VILNIUS)
    starts = [times.times(number)[0].astimezone(UTC) for number in range(8)]

    assert [each - starts[0] for each in starts] == [timedelta(minutes=15 * n) for n in range(8)]

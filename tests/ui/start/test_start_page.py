from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.checkin.scanning import Scanning
from app.event.facts import event_facts
from app.event.making import BlockOrder, EventOrder
from app.event.sample import SAMPLE, sample_names
from app.event.slots import slots_of
from app.places import events_folder
from app.recents import Found
from app.storage import StorageRefused
from tests.building import EventBuilder, MovableClock
from tests.ui.start.robot import FirstScreen
from ui.common.completing import Completing
from ui.start.recent_list import span

COPENHAGEN = "copenhagen-workshop"
ORDER = EventOrder(
    "Baltic days",
    "Europe/Riga",
    (date(2027, 5, 4),),
    (BlockOrder(time(9), time(12)),),
    venue="Hall 3",
    city="Riga",
)


@pytest.fixture
def made(screen: FirstScreen) -> Path:
    """An event that was open before."""
    file = screen.starting.make(screen.starting.place_for("Baltic days"), ORDER)
    screen.starting.remember(file)
    return file


def test_every_sample_is_offered_with_a_line_on_it_the_usual_one_first(screen: FirstScreen) -> None:
    screen.chooses_sample()

    entries = screen.page.samples.entries
    assert [each.sample for each in entries] == list(screen.starting.samples())
    assert {each.sample.name for each in entries} == set(sample_names())
    assert entries[0].sample.name == SAMPLE
    assert entries[0].hasFocus()
    assert all(each.sample.about in each.accessibleName() for each in entries)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_sample_is_made_by_enter_and_by_space(screen: FirstScreen, key: Qt.Key) -> None:
    screen.chooses_sample()

    QTest.keyClick(screen.page.samples.entries[0], key)

    file = screen.sees_event_wanted()
    assert file.exists()
    assert not screen.page.samples.status.busy


def test_the_list_of_samples_is_gone_through_by_arrows_and_each_has_a_key(
    screen: FirstScreen,
) -> None:
    screen.chooses_sample()
    entries = screen.page.samples.entries

    for _times in entries:
        QTest.keyClick(screen.page.samples.focusWidget(), Qt.Key.Key_Down)
    assert entries[-1].hasFocus()
    QTest.keyClick(entries[-1], Qt.Key.Key_Up)
    assert entries[-2].hasFocus()
    number = next(n for n, each in enumerate(entries, 1) if each.sample.name == COPENHAGEN)
    QTest.keyClick(screen.page, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)

    assert screen.sees_event_wanted().stem == entries[number - 1].sample.title


def test_a_sample_that_is_stopped_is_gone(screen: FirstScreen) -> None:
    screen.chooses_sample()
    QTest.mouseClick(screen.page.samples.entries[0], Qt.MouseButton.LeftButton)
    screen.presses("Stop")

    screen.qtbot.waitUntil(lambda: not screen.page.samples.status.busy, timeout=20_000)
    assert screen.wanted == []
    assert list((Path(screen.starting.place_for("x")).parent).glob("*")) == []


def test_enter_opens_the_event_that_was_open_last(screen: FirstScreen, made: Path) -> None:
    screen.page.arrive()
    screen.qtbot.waitUntil(lambda: any(each.hasFocus() for each in screen.entries()))

    QTest.keyClick(screen.page.focusWidget(), Qt.Key.Key_Return)

    assert screen.wanted == [made]


def test_an_event_that_was_open_says_what_it_is(screen: FirstScreen, made: Path) -> None:
    screen.opens_list()

    screen.sees_events("Baltic days")
    (entry,) = screen.entries()
    assert entry.accessibleName() == "Baltic days. Riga · Hall 3 · 4 May 2027 Opened 10:30."
    assert entry.toolTip() == str(made)


def test_the_list_is_as_tall_as_its_rows_and_never_taller_than_the_page(
    screen: FirstScreen, made: Path, clock: MovableClock
) -> None:
    screen.opens_list()
    (entry,) = screen.entries()
    card, row = screen.page._recent, entry.height()
    screen.qtbot.waitUntil(lambda: row < card.height() < 2 * row)

    for name in "abcdefghijk":
        clock.passes(minutes=1)
        screen.starting.remember(made.with_name(f"{name}.matchdesk"))
    screen.opens_list()

    screen.qtbot.waitUntil(lambda: card.height() > 3 * row)
    assert card.geometry().bottom() < screen.page.height() <= 900


def test_how_many_came_is_said_of_an_event(
    screen: FirstScreen, made: Path, clock: MovableClock
) -> None:
    clock.passes(days=49)
    opened = screen.starting.desks.open(made)
    ada, _ben = EventBuilder(opened).delegates(("Ada", "A"), ("Ben", "B"))
    Scanning(opened.journal).check_in(ada)
    opened.close()

    screen.opens_list()

    (entry,) = screen.entries()
    assert "1 of 2 came. Opened" in entry.accessibleName()


def test_a_recent_event_opens_by_a_click_and_by_space(screen: FirstScreen, made: Path) -> None:
    screen.opens_list()
    (entry,) = screen.entries()

    QTest.keyClick(entry, Qt.Key.Key_Space)
    QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert screen.wanted == [made, made]


def test_one_that_is_gone_can_be_taken_off_the_list(
    screen: FirstScreen, made: Path, clock: MovableClock
) -> None:
    clock.passes(days=1)
    screen.starting.remember(made.with_name("Summer.matchdesk"))
    screen.opens_list()
    gone = screen.entries()[0]
    assert (gone.recent.found, gone.isEnabled()) == (Found.MISSING, False)

    screen.presses("Remove from list")

    screen.sees_events("Baltic days")
    assert [each.file for each in screen.starting.recents()] == [made]


def test_a_file_that_is_dropped_is_opened(screen: FirstScreen, made: Path) -> None:
    screen.drops(made)

    assert screen.wanted == [made]


def test_what_is_no_event_is_not_opened(screen: FirstScreen, tmp_path: Path) -> None:
    screen.drops(tmp_path / "list.xlsx")

    screen.reads_problem("list.xlsx is no event.")
    assert screen.wanted == []


def test_of_several_events_none_is_opened(screen: FirstScreen, made: Path) -> None:
    screen.drops(made, made.with_name("Other.matchdesk"))

    screen.reads_problem("several events")
    assert screen.wanted == []


def test_why_an_event_was_not_opened_is_said(screen: FirstScreen, made: Path) -> None:
    screen.page.refuse(
        StorageRefused("EventFileDamaged", {"file": made, "problems": ("row 7 missing", "x")})
    )

    screen.reads_problem("is damaged: row 7 missing; x. Keep it as it is")


def test_a_new_event_is_made_as_it_is_described(screen: FirstScreen) -> None:
    screen.presses("New event")
    form = screen.page.new_event.form
    form.name.setText("Baltic days")
    form.city.setText("Riga")
    form.zone.setText("Europe/Riga")
    form.day_count.setValue(2)
    form.blocks.setText("9:00 – 12:00; 13:00-14:00")
    form.tables.setValue(4)
    screen.reads_outlook("2 days, 18 slots in all, 4 tables: room for 72 meetings.")

    screen.presses("Make the event")

    file = screen.sees_event_wanted()
    assert file.name == "Baltic days.matchdesk"
    event = screen.starting.desks.open(file)
    with event.journal.reading() as session:
        facts = event_facts(session)
    assert (facts.name, facts.city, facts.zone.key) == ("Baltic days", "Riga", "Europe/Riga")
    assert facts.days == (date(2027, 3, 16), date(2027, 3, 17))
    assert len(slots_of(event.journal)) == 18
    event.close()


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("zone", "Europe/Rigga", "“Europe/Rigga” is no time zone."),
        ("blocks", "12:00-9:00", "ends before it starts"),
        ("blocks", "noon", "“noon” is no time of meetings."),
        ("blocks", "9:00-12:00 11:00-13:00", "Two blocks overlap"),
        ("blocks", "9:00-9:10", "too short for a slot"),
    ],
)
def test_what_can_t_be_is_said_while_it_is_written(
    screen: FirstScreen, field: str, text: str, said: str
) -> None:
    screen.presses("New event")
    form = screen.page.new_event.form
    form.name.setText("Baltic days")
    screen.reads_outlook("slots in all")

    getattr(form, field).setText(text)

    screen.reads_outlook(said)
    assert getattr(form, field).property("wrong") is True
    assert form.name.property("wrong") is not True


def test_a_name_is_asked_for_only_once_it_is_needed(screen: FirstScreen) -> None:
    screen.presses("New event")
    form = screen.page.new_event.form
    screen.reads_outlook("Give it a name")
    assert form.name.property("wrong") is not True

    screen.presses("Make the event")

    screen.reads_outlook("The event needs a name.")
    assert form.name.property("wrong") is True
    assert screen.wanted == []


def test_a_mark_goes_once_it_is_mended(screen: FirstScreen) -> None:
    screen.presses("New event")
    form = screen.page.new_event.form
    form.name.setText("Baltic days")
    form.zone.setText("Nowhere/Land")
    screen.reads_outlook("no time zone")

    form.zone.setText("Europe/Riga")

    screen.reads_outlook("slots in all")
    assert form.zone.property("wrong") is False


def test_what_is_wrong_is_said_once_also_when_the_event_is_to_be_made(screen: FirstScreen) -> None:
    screen.presses("New event")
    form = screen.page.new_event.form
    form.name.setText("Baltic days")
    form.zone.setText("Nowhere/Land")
    screen.reads_outlook("no time zone")

    screen.presses("Make the event")
    screen.qtbot.waitUntil(form.zone.hasFocus)

    assert "no time zone" in screen.page.new_event.said()
    assert screen.page.new_event.status.problem() == ""


def test_a_city_is_enough_for_its_time_zone(screen: FirstScreen) -> None:
    screen.presses("New event")
    zone = screen.page.new_event.form.zone
    screen.qtbot.waitUntil(lambda: zone.findChild(Completing) is not None)
    zone.setFocus()
    zone.clear()

    QTest.keyClicks(zone, "viln")
    (offers,) = zone.findChildren(Completing)
    assert offers.offered == ("Europe/Vilnius",)
    QTest.keyClick(zone, Qt.Key.Key_Tab)

    assert zone.text() == "Europe/Vilnius"


def test_a_first_day_that_has_passed_is_said_before_the_event_is_made(screen: FirstScreen) -> None:
    screen.presses("New event")
    form = screen.page.new_event.form
    form.name.setText("Baltic days")
    screen.reads_outlook("1 day, ")
    assert "has passed" not in screen.page.new_event.said()

    form.first_day.setDate(form.first_day.date().addDays(-1))

    screen.reads_outlook("The first day has passed. 1 day, ")


def test_tab_leaves_a_day_and_arrows_go_through_its_parts(screen: FirstScreen) -> None:
    screen.presses("New event")
    form = screen.page.new_event.form
    day = form.first_day
    before = day.date()
    day.setFocus()

    QTest.keyClick(day, Qt.Key.Key_Right)
    QTest.keyClick(day, Qt.Key.Key_Right)
    QTest.keyClick(day, Qt.Key.Key_Up)
    QTest.keyClick(day, Qt.Key.Key_Tab)

    assert form.day_count.hasFocus()
    assert day.date() > before
    QTest.keyClick(form.day_count, Qt.Key.Key_Backtab)
    assert day.hasFocus()


def test_a_scan_says_that_an_event_is_to_be_opened_first(screen: FirstScreen) -> None:
    screen.page.hear_scan()
    assert "no event is open yet" in screen.page.status.problem()

    screen.presses("New event")
    screen.page.hear_scan()

    assert "no event is open yet" in screen.page.new_event.status.problem()


def test_a_place_that_was_chosen_is_kept_to(screen: FirstScreen, tmp_path: Path) -> None:
    screen.presses("New event")
    screen.page.new_event.keep_in(tmp_path / "mine.matchdesk")
    screen.page.new_event.form.name.setText("Baltic days")
    screen.reads_outlook("slots in all")

    screen.presses("Make the event")

    assert screen.sees_event_wanted() == tmp_path / "mine.matchdesk"


def test_a_place_that_is_taken_is_refused(screen: FirstScreen, made: Path) -> None:
    screen.presses("New event")
    screen.page.new_event.keep_in(made)
    screen.page.new_event.form.name.setText("Baltic days")

    screen.presses("Make the event")

    screen.reads_problem("exists already")
    assert screen.wanted == []


def test_esc_leads_back_to_the_list(screen: FirstScreen, made: Path) -> None:
    screen.presses("New event")

    QTest.keyClick(screen.page.new_event.form.name, Qt.Key.Key_Escape)

    screen.qtbot.waitUntil(lambda: not screen.page.new_event.isVisible())
    screen.sees_events("Baltic days")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((), ""),
        ((date(2027, 3, 16),), "16 March 2027"),
        ((date(2027, 3, 16), date(2027, 3, 17)), "16–17 March 2027"),
        ((date(2027, 3, 30), date(2027, 4, 2)), "30 March – 2 April 2027"),
        ((date(2027, 12, 30), date(2028, 1, 2)), "30 December 2027 – 2 January 2028"),
    ],
)
def test_days_are_said_as_people_say_them(days: tuple[date, ...], said: str) -> None:
    assert span(days) == said


def test_an_event_in_a_synchronised_folder_is_copied_here_by_one_button_and_opened(
    screen: FirstScreen, made: Path, tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    elsewhere = made.rename(shared / "Baltic days.matchdesk")
    (shared / ".dropbox").touch()
    with pytest.raises(StorageRefused) as refused:
        screen.starting.desks.open(elsewhere)

    screen.page.refuse(refused.value)
    screen.reads_problem("is synchronised by Dropbox")
    screen.presses("Copy it to this computer and open the copy")

    copy = screen.sees_event_wanted()
    assert copy.parent == events_folder()
    assert copy.read_bytes() == elsewhere.read_bytes()
    screen.starting.desks.open(copy).close()


def test_an_event_that_is_open_elsewhere_is_not_copied(
    screen: FirstScreen, made: Path, tmp_path: Path
) -> None:
    (made.parent / f"{made.name}-wal").write_bytes(b"changes")

    with pytest.raises(StorageRefused) as refused:
        screen.starting.bring_here(made)

    assert refused.value.kind == "StorageFailed"
    assert refused.value.problem["reason"] == "busy"
    assert len(list(events_folder().glob("*.matchdesk"))) == 1


def test_no_copy_is_offered_for_other_reasons(screen: FirstScreen, made: Path) -> None:
    screen.page.refuse(StorageRefused("EventFileDamaged", {"file": made, "problems": ("torn",)}))

    buttons = screen.page.findChildren(QPushButton)
    (bring,) = [each for each in buttons if each.text().startswith("Copy it")]
    assert bring.isHidden()

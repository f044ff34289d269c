"""Stories of the table: who stands in it, in which order, and who is left out."""

from __future__ import annotations

from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from app.checkin.scanning import Scanning
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.undo import undo
from tests.building import SECOND_DAY, EventBuilder
from tests.ui.delegates.robots import OfficeRobot
from ui.common.look import Look
from ui.delegates.filters import Filters

# What the offscreen platform says when a menu opens.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support raise", "This plugin does not support grabbing the keyboard"
)


@pytest.fixture
def crowd(event: EventBuilder, open_event: OpenEvent) -> dict[str, object]:
    """Three people: one here, one expected, one waiting."""
    event.delegate("Åsa", "Lindqvarn", organisation="Skåne Food", country="SE", kind="company")
    here = event.delegate("Zoë", "Adler", country="DE", delegation="Germany", kind="cluster")
    event.delegate("Jan", "Novák", country="CZ", status="waiting", badge_number="A-10")
    Scanning(open_event.journal).check_in(here)
    return {"Zoë": here}


def test_everybody_stands_in_the_order_of_folded_family_names(
    office: OfficeRobot, crowd: object
) -> None:
    office.arrives()

    office.sees_names("Zoë Adler", "Åsa Lindqvarn", "Jan Novák")
    office.reads("3 delegates · 1 here")
    assert office.cell("Zoë Adler", "State") == "Here, 10:30"
    assert office.cell("Åsa Lindqvarn", "State") == "Not here yet"
    assert office.cell("Jan Novák", "State") == "Waiting list"
    assert office.cell("Åsa Lindqvarn", "Badge") == "Not printed"


def test_names_stand_as_they_are_sorted(office: OfficeRobot, event: EventBuilder) -> None:
    for name in (("Zoë", "Adler"), ("Ada", "Novák"), ("Bono", ""), ("Ida", "Adler")):
        event.delegate(*name)
    office.arrives()

    office.sees_names("Ida Adler", "Zoë Adler", "Bono", "Ada Novák")

    listed = [office.cell(name, "Name") for name in office.names()]
    assert listed == ["Adler, Ida", "Adler, Zoë", "Bono", "Novák, Ada"]


def test_numbers_sort_as_people_count(office: OfficeRobot, event: EventBuilder) -> None:
    for number in ("B-10", "B-2", "A-3"):
        event.delegate(number, badge_number=number)
    office.arrives()

    office.sorts_by("Number")
    office.sees_names("A-3", "B-2", "B-10")
    office.sorts_by("Number", backwards=True)

    office.sees_names("B-10", "B-2", "A-3")


def test_what_is_typed_leaves_the_others_out_and_finds_them_without_accents(
    office: OfficeRobot, crowd: object
) -> None:
    office.arrives()

    office.types("asa")
    office.sees_names("Åsa Lindqvarn")
    office.reads("1 of 3 delegates shown · 0 of these here")
    office.types("")

    office.sees_names("Zoë Adler", "Åsa Lindqvarn", "Jan Novák")


def test_the_title_counts_who_is_here_of_those_who_are_shown(
    office: OfficeRobot, crowd: object
) -> None:
    office.arrives()

    office.filters("country", "Germany", "Sweden")

    office.reads("2 of 3 delegates shown · 1 of these here")


def test_a_value_is_ticked_by_a_click_anywhere_on_its_line(
    office: OfficeRobot, crowd: object
) -> None:
    office.arrives()
    offer = office.page.head.chips.chips["country"].offer()
    for at, across in ((0, 10), (2, 150)):
        line = offer.view.visualRect(offer.boxes.index(at, 0))
        office.clicks_at(offer.view.viewport(), QPoint(across, line.center().y()))

    office.sees_names("Åsa Lindqvarn", "Jan Novák")
    offer.view.setCurrentIndex(offer.boxes.index(2, 0))
    QTest.keyClick(offer.view, Qt.Key.Key_Space)
    office.sees_names("Jan Novák")
    offer.close()


def test_the_tick_of_a_value_can_be_told_without_colours(
    office: OfficeRobot, crowd: object
) -> None:
    office.arrives()
    offer = office.page.head.chips.chips["country"].offer()
    box = QRect(8, 0, 18, 30)
    before = offer.view.grab(offer.view.visualRect(offer.boxes.index(1, 0)) & box.translated(0, 30))
    offer.boxes.item(1).setCheckState(Qt.CheckState.Checked)

    after = offer.view.grab(offer.view.visualRect(offer.boxes.index(1, 0)) & box.translated(0, 30))

    light = [
        sum(
            image.pixelColor(x, y).lightness() < 128
            for x in range(image.width())
            for y in range(image.height())
        )
        for image in (before.toImage(), after.toImage())
    ]
    assert light[1] > light[0] + 100
    offer.close()


def test_the_row_stays_in_sight_when_the_table_gets_lower(
    office: OfficeRobot, event: EventBuilder
) -> None:
    event.crowd(100)
    office.arrives()
    table = office.page.table
    last = (table.viewport().height() // 40) - 1
    office.opens(office.names()[last])
    assert table.rect().contains(table.visualRect(table.currentIndex()))

    before = table.viewport().height()
    office.page.resize(1204, 600)

    office.qtbot.waitUntil(lambda: table.viewport().height() < before - 100)
    row = table.visualRect(table.currentIndex())
    assert 0 <= row.top() < row.bottom() <= table.viewport().rect().bottom()


def test_the_frame_of_the_table_that_has_the_focus_is_whole(
    office: OfficeRobot, crowd: object, dressed: Look
) -> None:
    office.arrives()
    table = office.page.table
    office.page.activateWindow()
    table.setFocus()
    office.qtbot.waitUntil(table.hasFocus)

    picture = table.grab().toImage()

    right, bottom = picture.width() - 1, picture.height() - 1
    edges = [(right // 2, 0), (right // 2, bottom), (0, bottom // 2), (right, bottom // 2), (9, 1)]
    assert {picture.pixelColor(*edge).name() for edge in edges} == {dressed.colour("accent").name()}


def test_a_misspelt_name_is_taken_for_the_nearest(office: OfficeRobot, crowd: object) -> None:
    office.arrives()

    office.types("lindqvorn")

    office.sees_names("Åsa Lindqvarn")
    office.reads("No one is called “lindqvorn”. These are spelt nearly so.")


def test_a_chip_offers_its_values_with_counts_and_leaves_the_others_out(
    office: OfficeRobot, crowd: object
) -> None:
    office.arrives()
    assert office.offered("country") == {"Czechia": 1, "Germany": 1, "Sweden": 1}
    assert office.offered("state") == {
        "Here": 1,
        "Not here yet": 1,
        "Left": 0,
        "Not accepted": 0,
        "Waiting list": 1,
        "Cancelled": 0,
        "Walk-in": 0,
        "Badge not printed": 3,
        "Something to decide": 0,
    }

    office.filters("country", "Czechia", "Sweden")
    office.sees_names("Åsa Lindqvarn", "Jan Novák")
    office.filters("state", "Waiting list")
    office.sees_names("Jan Novák")
    office.presses("Clear filters")

    office.sees_names("Zoë Adler", "Åsa Lindqvarn", "Jan Novák")


def test_a_chip_says_what_it_asks_for_and_delete_takes_it_away(
    office: OfficeRobot, crowd: object
) -> None:
    office.arrives()
    office.filters("kind", "Cluster", "Company")
    chip = office.page.head.chips.chips["kind"]
    assert chip.text() == "Kind: Cluster, Company"

    chip.setFocus()
    office.presses_keys("Del")

    assert chip.text() == "Kind"
    office.sees_names("Zoë Adler", "Åsa Lindqvarn", "Jan Novák")


def test_an_event_without_delegates_offers_the_import(office: OfficeRobot) -> None:
    office.arrives()
    office.reads("No delegates yet.")

    with office.qtbot.waitSignal(office.page.import_wanted):
        office.presses("Import delegates")


def test_filters_that_nobody_fits_say_so(office: OfficeRobot, crowd: object) -> None:
    office.arrives()

    office.filters("state", "Left")
    office.reads("No one fits these filters.")
    office.presses("Clear filters")

    office.sees_names("Zoë Adler", "Åsa Lindqvarn", "Jan Novák")


def test_columns_can_be_chosen_and_are_told_to_be_kept(office: OfficeRobot, crowd: object) -> None:
    office.arrives()
    with office.qtbot.waitSignal(office.page.columns_changed) as kept:
        action = next(each for each in office.page.head.menu.actions() if each.data() == "email")
        action.trigger()
    assert kept.args is not None
    assert "email" in kept.args[0].split(",")

    office.page.show_columns("name,country")

    assert office.page.columns == "name,country"


def test_the_name_stands_whatever_the_settings_say(office: OfficeRobot) -> None:
    office.page.show_columns("country,nonsense")

    assert office.page.columns == "name,country"


def test_what_others_write_is_read_again_and_whoever_is_chosen_stays(
    office: OfficeRobot, crowd: object, event: EventBuilder
) -> None:
    office.arrives()
    office.opens("Jan Novák")
    event.delegate("Bea", "Berg")

    office.hears_that_something_was_written()

    office.sees_names("Zoë Adler", "Bea Berg", "Åsa Lindqvarn", "Jan Novák")
    assert office.chosen() == ["Jan Novák"]


def test_a_burst_of_changes_is_read_twice_at_most(
    office: OfficeRobot, crowd: object, event: EventBuilder
) -> None:
    office.arrives()
    readings: list[object] = []
    office.page._reader.read.connect(readings.append)
    for _chunk in range(40):
        office.hears_that_something_was_written("Delegate", "Imported")
    event.delegate("Bea", "Berg")
    office.hears_that_something_was_written()

    office.sees_names("Zoë Adler", "Bea Berg", "Åsa Lindqvarn", "Jan Novák")

    assert len(readings) <= 2


def test_what_does_not_concern_delegates_is_not_read(office: OfficeRobot, crowd: object) -> None:
    office.arrives()

    office.hears_that_something_was_written("Table", "ColumnMapping")

    assert not office.page._reader._reading


def test_another_day_shows_who_is_here_then(office: OfficeRobot, crowd: object) -> None:
    office.arrives()

    office.page.show_day(SECOND_DAY)

    office.sees_cell("Zoë Adler", "State", "Not here yet")
    office.opens("Zoë Adler")
    button = office._button("Check in")
    assert button is not None
    assert not button.isEnabled()


def test_somebody_who_was_filtered_out_is_shown_on_demand(
    office: OfficeRobot, crowd: dict[str, object], event: EventBuilder
) -> None:
    wanted = event.delegate("Bea", "Berg", country="FR")
    office.arrives()
    office.types("asa")
    office.filters("country", "Sweden")

    office.shows(wanted)

    office.sees_open("Bea Berg")
    assert office.chosen() == ["Bea Berg"]
    assert office.page.head.field.text() == ""


def test_somebody_is_shown_also_before_anybody_was_read(
    office: OfficeRobot, event: EventBuilder
) -> None:
    office.shows(event.delegate("Bea", "Berg"))

    office.sees_open("Bea Berg")
    assert office.chosen() == ["Bea Berg"]


def test_somebody_of_whom_nobody_knows_changes_nothing(office: OfficeRobot, crowd: object) -> None:
    office.arrives()

    office.shows(uuid4())

    office.sees_names("Zoë Adler", "Åsa Lindqvarn", "Jan Novák")
    assert office.page.pane.shown is None


def test_a_long_table_stays_where_it_was_scrolled_to(
    office: OfficeRobot, event: EventBuilder, open_event: OpenEvent
) -> None:
    event.crowd(200)
    office.arrives()
    office.sorts_by("Number")
    bar = office.page.table.verticalScrollBar()
    bar.setValue(100)
    Roster(open_event.journal, "A").register(PersonOrder(given_name="New"))

    office.hears_that_something_was_written()
    office.reads("201 delegates")

    assert bar.value() == 100
    undo(open_event.journal)


def test_a_name_that_only_the_filters_hide_is_not_called_unknown(
    office: OfficeRobot, event: EventBuilder
) -> None:
    event.delegate("Andreas", "Weber", country="DE")
    event.delegate("Lærke", "Dalskov", country="DK")
    office.arrives()
    office.page.head.chips.ask(Filters({"country": frozenset({"DK"})}))
    office.sees_names("Lærke Dalskov")

    office.types("weber")

    office.reads("One fits “weber”, but the filters leave them out.")
    office.presses("Clear filters")
    office.sees_names("Andreas Weber")


def test_the_pane_lets_go_of_somebody_who_is_not_in_the_table(
    office: OfficeRobot, event: EventBuilder
) -> None:
    event.delegate("Andreas", "Weber")
    event.delegate("Lærke", "Dalskov")
    office.arrives()
    office.opens("Lærke Dalskov")

    office.types("weber")

    office.sees_names("Andreas Weber")
    office.qtbot.waitUntil(lambda: office.page.pane.shown is None)

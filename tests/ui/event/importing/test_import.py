"""Delegates are imported in four steps, and nothing is saved before the last."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.applications.terms import Deadlines
from app.desks import OpenEvent
from app.event.mappings import Mappings
from app.journal.journal import Changes
from tests.app.delegates.lists import everybody, log_length, named
from tests.building import MORNING, EventBuilder
from tests.spreadsheets import xlsx_of
from tests.ui.event.robot import EventRobot
from ui.common.buttons import Button, Rank
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.common.parts import Elided
from ui.event.importing.delegate_list import DELEGATES
from ui.event.importing.draft import Draft
from ui.event.importing.preview_model import CellRole
from ui.event.importing.steps import Step

HEADER = "Vorname,Nachname,Organisation,Land,E-Mail,Spalte 9"
ROWS = (
    "Rūta,Girnė,Nemunas Timber,Litauen,ruta@nemunas.example,x",
    "Zdeňka,Horáčková,Vysočina Tooling,Tschech. Rep.,zdenka@vysocina.example,",
    "Tõnu,Kaasiksaar,Emajõgi Bio,Estland,tonu.emajogi-bio.example,x",
    ",,Loire Composites,Frankreich,gaelle@loire.example,",
)


def written(
    folder: Path, *rows: str, name: str = "registrations.csv", header: str = HEADER
) -> Path:
    file = folder / name
    file.write_text("\n".join((header, *rows)), encoding="utf-8")
    return file


def test_late_applications_are_told_of_after_an_import(
    office: EventRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    Deadlines(open_event.journal).set(apply_until=MORNING - timedelta(days=1))
    office.drops(written(tmp_path, *ROWS))
    office.sees_step(Step.MATCH)
    office.sees_outlook()
    office.presses("Check the rows")
    office.presses("Import 3 rows")

    office.reads(office.page.importing.result, "3 received after the deadline. None of them was")
    assert "accepted" not in {each.status for each in everybody(open_event.journal)}


def test_a_list_is_imported_from_end_to_end(
    office: EventRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    office.drops(written(tmp_path, *ROWS))
    office.sees_step(Step.MATCH)
    office.sees_outlook()
    before = everybody(open_event.journal)
    office.presses("Check the rows")
    office.presses("Import 3 rows")
    office.reads(office.page.importing.result, "3 new delegates, 0 updated, 0 unchanged.")

    assert before == []
    assert len(everybody(open_event.journal)) == 3
    assert office.heard == ["imported"]
    office.is_told("Imported registrations.csv: 3 new delegates")
    office.reads(office.page.importing.result, "1 row was rejected.")
    office.presses("Show delegates")
    assert office.heard == ["imported", "delegates"]


def test_what_will_happen_is_told_before_it_does(
    office: EventRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    deeds = log_length(open_event.journal)

    office.opens(written(tmp_path, *ROWS))

    assert office.counts() == ["3", "0", "0", "1"]
    assert log_length(open_event.journal) == deeds


def test_a_column_that_nobody_knows_is_asked_about(office: EventRobot, tmp_path: Path) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.reads(office.page.importing.rows, "5 of 6 columns matched")
    office.opens_column(5)
    office.reads(office.page.importing.popover, "x in 2 rows, empty in 2")

    assert office.columns()[5] == "Not set"
    assert office.offers()[:3] == ["Needs attention", "Note", "Leave this column out"]


def test_enter_takes_the_suggestion_and_ctrl_enter_the_next_step(
    office: EventRobot, tmp_path: Path
) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.strikes(Qt.Key.Key_Return)
    office.strikes(Qt.Key.Key_Return)

    assert office.columns()[5] == "Needs attention"
    office.strikes(Qt.Key.Key_Return, ctrl=True)
    office.sees_step(Step.CHECK)


def test_esc_leaves_a_column_as_it_is(office: EventRobot, tmp_path: Path) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.opens_column(5)
    office.strikes(Qt.Key.Key_Escape)

    assert not office.page.importing.popover.isVisible()
    assert office.columns()[5] == "Not set"


def test_a_matched_column_offers_first_what_it_is(office: EventRobot, tmp_path: Path) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.opens_column(3)

    assert office.offers()[:2] == ["Country", "Leave this column out"]


def test_what_another_column_held_alone_it_gives_up(office: EventRobot, tmp_path: Path) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.opens_column(5)
    office.takes("Organisation")

    assert (office.columns()[2], office.columns()[5]) == ("Not set", "Organisation")


def test_without_names_there_is_no_way_on(office: EventRobot, tmp_path: Path) -> None:
    office.page.import_file(written(tmp_path, "Ada,Engines", header="Wer,Firma"))
    office.sees_step(Step.MATCH)
    office.reads(office.outlook, "No column is matched to a name yet.")

    assert not office.may_press("Check the rows")
    office.opens_column(0)
    office.takes("Full name")
    office.sees_outlook()
    assert office.may_press("Check the rows")


def test_problems_are_marked_where_they_are(office: EventRobot, tmp_path: Path) -> None:
    office.opens(written(tmp_path, *ROWS))
    model = office.page.importing.rows.table.rows

    tones = {
        (row, column): mark.tone
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if (mark := model.index(row, column).data(CellRole.MARK))
    }

    assert tones == {(1, 3): "warn", (2, 4): "warn", (3, 1): "bad"}


def test_what_can_only_be_meant_is_proposed_and_used(
    office: EventRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.presses("Use Czechia")
    office.waits(lambda: len(office.problems()) == 2)
    office.presses("Use that")
    office.waits(lambda: len(office.problems()) == 1)
    office.presses("Check the rows")
    office.presses("Import 3 rows")
    office.reads(office.page.importing.result, "3 new delegates")

    assert named(open_event.journal, "Zdeňka Horáčková").country == "CZ"
    assert named(open_event.journal, "Tõnu Kaasiksaar").email == "tonu@emajogi-bio.example"


def buttons_of(card: QWidget, rank: Rank | None = None) -> list[str]:
    buttons = card.findChildren(Button)
    return [each.text() for each in buttons if rank in (None, each.rank)]


def test_a_name_is_typed_and_its_row_is_taken(office: EventRobot, tmp_path: Path) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.presses("Type it")
    office.types("Kerdreux")
    office.strikes(Qt.Key.Key_Return)

    office.waits(lambda: office.counts() == ["4", "0", "0", "0"])


def test_a_card_has_one_filled_button_also_while_something_else_is_typed(
    office: EventRobot, tmp_path: Path
) -> None:
    office.opens(written(tmp_path, *ROWS))
    (card,) = (each for each in office.outlook.cards if "Use that" in buttons_of(each))
    assert buttons_of(card, Rank.MAIN) == ["Use that"]

    next(each for each in card.findChildren(Button) if each.text() == "Type it").click()

    assert buttons_of(card, Rank.MAIN) == ["Use it"]


def test_all_or_nothing_keeps_rejected_rows_from_being_passed_over(
    office: EventRobot, tmp_path: Path
) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.presses("Check the rows")
    office.page.importing.rows.whole.click()

    assert not office.may_press("Import 3 rows")
    office.reads(office.page.importing, "1 row is rejected, so nothing would be imported.")
    office.page.importing.rows.whole.click()
    assert office.may_press("Import 3 rows")


def test_what_colours_mean_is_read_whole_in_a_small_window(
    office: EventRobot, tmp_path: Path
) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.presses("Check the rows")

    told = office.page.importing.rows.findChildren(Elided)
    (hint,) = (each for each in told if "left blank" in each.text())
    office.waits(lambda: "left blank" in QLabel.text(hint))


def test_one_can_go_back_at_any_time(office: EventRobot, tmp_path: Path) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.presses("Check the rows")
    office.presses("Back")
    office.sees_step(Step.MATCH)
    office.presses("Back")
    office.sees_step(Step.CHOOSE)
    office.presses("Read registrations.csv again")
    office.sees_step(Step.MATCH)
    office.presses("Back to the event")

    assert office.page.overview.isVisible()


def test_a_matching_by_hand_is_used_again(
    office: EventRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    file = written(tmp_path, "Ada,Engines", header="Wer,Firma")
    office.page.import_file(file)
    office.sees_step(Step.MATCH)
    office.opens_column(0)
    office.takes("Full name")
    office.sees_outlook()
    office.presses("Check the rows")
    office.presses("Import 1 row")
    office.reads(office.page.importing.result, "1 new delegate")
    office.presses("Import another")
    office.opens(file)

    assert office.columns() == ["Full name", "Organisation"]
    office.reads(office.page.importing.rows.bar, "Matched like your import on Tue 16 March")
    (kept,) = Mappings(open_event.journal).all()
    assert dict(kept.columns) == {"Wer": "full_name", "Firma": "organisation"}


def test_an_import_is_undone(office: EventRobot, open_event: OpenEvent, tmp_path: Path) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.presses("Check the rows")
    office.presses("Import 3 rows")
    office.presses("Undo import")
    office.is_told("The import was taken back.")

    assert everybody(open_event.journal) == []
    assert not office.page.take_back()


def test_undo_of_the_window_takes_the_import_back(
    office: EventRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.presses("Check the rows")
    office.presses("Import 3 rows")
    office.reads(office.page.importing.result, "3 new delegates")

    assert office.page.take_back()
    office.is_told("The import was taken back.")


def test_a_file_that_can_not_be_read_is_refused_in_place(
    office: EventRobot, tmp_path: Path
) -> None:
    picture = tmp_path / "logo.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))

    office.drops(picture)

    strip = office.page.importing.choose.strip
    office.waits(lambda: "logo.csv is no table. Export it as CSV or XLSX." in strip.problem())
    office.sees_step(Step.CHOOSE)


def test_a_file_that_went_away_is_told_where_it_was_to_be_imported(
    office: EventRobot, tmp_path: Path
) -> None:
    file = written(tmp_path, *ROWS)
    office.opens(file)
    office.presses("Check the rows")
    file.unlink()
    office.presses("Import 3 rows")

    office.reads(office.page.importing.result, "Nothing was imported")
    office.presses("Back")
    office.sees_step(Step.CHECK)


def test_another_sheet_of_a_workbook_can_be_chosen(
    office: EventRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    file = tmp_path / "lists.xlsx"
    sheets = {
        "Organisers": [("Name", "Country"), ("Ada", "GB")],
        "Guests": [("Name", "Country"), ("Ben", "LT"), ("Cleo", "EE")],
    }
    file.write_bytes(xlsx_of(sheets))
    office.opens(file)
    office.reads(office.page.importing.rows.bar, "1 row")
    office.chooses_sheet("Guests")
    office.reads(office.page.importing.rows.bar, "2 rows")
    office.sees_outlook()
    office.presses("Check the rows")
    office.presses("Import 2 rows")
    office.reads(office.page.importing.result, "2 new delegates")

    assert {each.name for each in everybody(open_event.journal)} == {"Ben", "Cleo"}


def test_an_import_that_is_stopped_leaves_nothing(
    office: EventRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    office.opens(written(tmp_path, *(f"Ada{n},B,C,GB,," for n in range(3_000))))
    office.presses("Check the rows")
    office.presses("Import 3,000 rows")
    office.waits(lambda: office.page.importing.result.strip.busy)
    office.presses("Stop")

    office.reads(office.page.importing.result, "The import was stopped")
    assert everybody(open_event.journal) == []
    office.presses("Back")
    office.sees_step(Step.CHECK)
    office.waits(lambda: office.may_press("Import 3,000 rows"))


def test_a_check_that_is_stopped_can_be_done_again(office: EventRobot, tmp_path: Path) -> None:
    office.page.import_file(written(tmp_path, *(f"Ada{n},B,C,GB,," for n in range(12_000))))
    office.sees_step(Step.MATCH)
    office.presses("Stop")
    office.reads(office.outlook, "The rows have not been checked.")
    assert office.may_press("Check the rows")
    office.outlook.check_again.click()

    office.sees_outlook()
    assert office.counts()[0] == "12,000"


def test_a_check_that_is_stopped_as_it_ends_tells_nothing(
    office: EventRobot, tools: Tools, tmp_path: Path
) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.outlook.check_again.click()
    ended = Event()
    tools.slow.run(lambda _report: ended.set(), view=Quiet(), then=lambda _done: None)
    # The window's thread stands still meanwhile: it has not heard of the end of the check.
    assert ended.wait(60)

    office.presses("Stop")

    office.reads(office.outlook, "The rows have not been checked.")


def test_ten_thousand_rows_are_shown_by_a_model(office: EventRobot, tmp_path: Path) -> None:
    office.page.import_file(written(tmp_path, *(f"Ada{n},B,C,GB,," for n in range(10_000))))
    office.sees_step(Step.MATCH)
    table = office.page.importing.rows.table

    assert table.rows.rowCount() == 10_000
    assert len(table.findChildren(QWidget)) < 200
    office.page.importing.rehearser.give_up()


def test_a_smaller_file_is_shown_after_a_larger_one(office: EventRobot, tmp_path: Path) -> None:
    office.opens(written(tmp_path, *(f"Ada{n},B,C,GB,," for n in range(200))))
    office.page.importing.rows.table.scrollToBottom()
    office.page.importing.start_over()
    (tmp_path / "smaller").mkdir()

    office.opens(written(tmp_path / "smaller", "Bo,Engines", "Cy,Sails", header="Name,Company"))

    assert office.columns() == ["Full name", "Organisation"]
    assert office.page.importing.rows.table.rows.rowCount() == 2


def test_a_known_export_is_read_as_such(office: EventRobot) -> None:
    file = Path(__file__).parents[3] / "data" / "pretix" / "pretix-positions-de.csv"
    office.opens(file)

    office.reads(office.page.importing.rows.bar, "Read as pretix order data")
    draft = office.page.importing.draft
    assert draft is not None
    assert draft == Draft.of(DELEGATES, file, draft.preview)
    assert "Left out" in office.columns()


def test_a_matching_is_kept_under_a_name(
    office: EventRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    office.opens(written(tmp_path, *ROWS))
    office.opens_column(5)
    office.takes("Note")
    office.page.importing.rows.bar.name_it.setText("Vilnius  export")
    office.presses("Keep")
    office.is_told("This matching is kept as Vilnius export.")

    assert [each.name for each in Mappings(open_event.journal).all()] == ["Vilnius export"]
    assert not office.may_press("Keep")


def test_what_others_register_is_taken_into_account(
    office: EventRobot, event: EventBuilder, tmp_path: Path
) -> None:
    office.opens(written(tmp_path, *ROWS[:1]))
    event.delegate("Rūta", "Girnė", email="ruta@nemunas.example")
    office.page.learn(Changes(frozenset({"Delegate"})))

    office.waits(lambda: office.counts()[0] == "0")


def test_tab_goes_over_the_columns_and_into_the_rows(office: EventRobot, tmp_path: Path) -> None:
    office.opens(written(tmp_path, *ROWS))
    table = office.page.importing.rows.table
    office.page.importing.rows.bar.over.setFocus()

    stops = []
    for _ in range(7):
        office.strikes(Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())

    assert stops == [*table.head.buttons, table]


def test_both_rows_of_a_doubt_are_shown(office: EventRobot, tmp_path: Path) -> None:
    rows = ("Ada,Byron,Engines,GB,a@x.org,", "Ben,Of,Hub,GB,b@x.org,", "Ada,Byron,Engines,GB,,")
    office.opens(written(tmp_path, *rows, "Ada,Byron,Engine Works,GB,c@x.org,"))
    said = [each for each in office.problems() if "may be one person" in each]
    office.presses("Show both rows")
    table = office.page.importing.rows.table.rows

    assert [each.partition(":")[0] for each in said] == ["Rows 2 and 5"]
    assert [table.line_at(at) for at in range(table.rowCount())] == [2, 5]
    office.presses("Check the rows")
    office.presses("Show all rows")
    assert table.rowCount() == 4

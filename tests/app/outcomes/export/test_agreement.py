"""The workbook agrees with the figures of the program, counted again from its rows."""

from __future__ import annotations

from pathlib import Path

from app.outcomes.export.formats import ExportOrder, Format
from app.outcomes.figures_reader import FiguresReader
from tests.app.outcomes.export.conftest import LivedDay
from tests.recounting import as_recounted, read, recounted


def test_a_recount_of_the_workbook_gives_the_figures(lived: LivedDay, tmp_path: Path) -> None:
    (workbook,) = lived.exported(tmp_path, ExportOrder((Format.WORKBOOK,))).files

    found = recounted(workbook)

    assert found == as_recounted(FiguresReader(lived.event.journal).of_event())
    assert (found["held"], found["lost_by_host"], found["lost_by_guest"]) == (3, 1, 1)
    assert (found["outcome_business_lead"], found["follow_ups"]) == (2, 2)


def test_its_own_sheet_of_figures_says_the_same(lived: LivedDay, tmp_path: Path) -> None:
    (workbook,) = lived.exported(tmp_path, ExportOrder((Format.WORKBOOK,))).files

    sheet = read(workbook)["figures"]

    of_all = sheet[sheet["By"] == ""].set_index("Figure")["Value"].to_dict()
    of_kinds = sheet[sheet["By"] == "kind"]
    told = {str(name).removeprefix("meetings_"): value for name, value in of_all.items()}
    told |= {
        f"{row.Group}_{str(row.Figure).removeprefix('meetings_')}": row.Value
        for row in of_kinds.itertuples()
    }
    found = recounted(workbook)
    assert {name: told[name] for name in found} == found


def test_organisations_and_delegates_have_their_own_share(lived: LivedDay, tmp_path: Path) -> None:
    (workbook,) = lived.exported(tmp_path, ExportOrder((Format.WORKBOOK,))).files

    sheets = read(workbook)

    organisations = sheets["organisations"].set_index("Organisation")
    assert list(organisations.loc["Sails", ["Applied", "Accepted", "Came", "Held"]]) == [2, 1, 1, 2]
    assert organisations.loc["Sails", "Networks"] == "Baltic Network"
    assert list(organisations.loc["Timber", ["Arranged", "Cancelled", "Lost by host"]]) == [3, 1, 1]
    people = sheets["delegates"].set_index("Given name")
    assert list(people.loc["Ada", ["Meetings", "Held", "Missed by others"]]) == [2, 1, 0]
    assert people.loc["Cy", "Missed by others"] == 1


def test_sessions_and_visits_say_who_was_booked_came_and_waits(
    lived: LivedDay, tmp_path: Path
) -> None:
    (workbook,) = lived.exported(tmp_path, ExportOrder((Format.WORKBOOK,))).files

    sheets = read(workbook)

    (talk,) = sheets["sessions"].itertuples()
    assert (talk.Number, talk.Title, talk.Room) == ("S-A1", "Green talk, and more", "Blue; room")
    assert (talk.Places, talk.Booked, talk.Came) == (9, 2, 1)
    listed = sheets["session-attendance"].set_index("Name")
    assert list(listed["Came"]) == list(listed.index == "Ada Of")
    assert sum(listed["Booked"]) == talk.Booked
    (visit,) = sheets["visits"].itertuples()
    assert (visit.Places, visit.Taken, visit.Boarded, visit.Waiting) == (1, 1, 1, 1)
    on_bus = sheets["visit-places"].set_index("Name")
    assert list(on_bus.index) == ["Ada Of", "Bo Of"]
    assert list(on_bus["Choice"]) == [1, 1]

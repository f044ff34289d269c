"""An export says all that stands in the event, whole, and the same each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from app.checkin.scanning import Scanning
from app.files import FileNotWritten
from app.meetings.attendees import Someone
from app.outcomes.counting import Facts
from app.outcomes.export.exporting import Exported, Exporting
from app.outcomes.export.formats import ExportOrder, Format, Separator
from app.outcomes.export.sheets.plan import names, organisations
from app.outcomes.export.written import digest_of, files_written
from app.outcomes.figures_reader import FiguresReader
from app.progress import Cancelled, Progress, Step, StepProgress
from tests.app.outcomes.export.conftest import LivedDay
from tests.app.outcomes.export.tables import csv_rows, json_of
from tests.recounting import as_recounted, read, recounted

WORKBOOK = ExportOrder((Format.WORKBOOK,))


def noted(lived: LivedDay) -> dict[str, tuple[str, int]]:
    """Give what the journal knows of files: digest and rows by name."""
    with lived.event.journal.reading() as session:
        found = files_written(session)
    return {Path(each.deed.file).name: (each.deed.digest, each.deed.rows) for each in found}


def everything(exported: Exported) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in exported.files}


def test_all_sheets_leave_in_every_format(lived: LivedDay, tmp_path: Path) -> None:
    done = lived.exported(tmp_path / "out")

    names = {file.name for file in done.files}
    assert names >= {"event.xlsx", "event.json", "event.schema.json", "follow-ups.ics"}
    assert {f"{sheet}.csv" for sheet in done.rows} <= names
    assert list(read(tmp_path / "out" / "event.xlsx")) == list(done.rows)
    assert {name: len(rows) for name, rows in json_of(tmp_path / "out").items()} == done.rows
    assert (done.not_recorded, done.undated) == (2, 1)
    assert done.rows["meetings"] == 7


def test_workbook_csv_and_json_say_the_same(lived: LivedDay, tmp_path: Path) -> None:
    lived.exported(tmp_path)

    workbook, texts = read(tmp_path / "event.xlsx"), json_of(tmp_path)
    for name, rows in texts.items():
        table = csv_rows(tmp_path / f"{name}.csv")
        assert len(table) == len(rows)
        assert list(workbook[name].columns) == list(table[0] if table else workbook[name].columns)
    meetings = csv_rows(tmp_path / "meetings.csv")
    (moved,) = (row for row in meetings if row["Planned"])
    assert moved["Moved"] == "TRUE"
    assert (moved["Starts"], moved["Planned"]) == ("2027-03-16 11:30:00", "2027-03-16 10:15:00")
    in_json = next(row for row in texts["meetings"] if row["moved"])
    assert in_json["starts"] == "2027-03-16T11:30:00+02:00"
    of_workbook = workbook["meetings"].set_index("Meeting").loc[moved["Meeting"]]
    assert of_workbook["Starts"] == datetime(2027, 3, 16, 11, 30)  # noqa: DTZ001 - as a cell has it
    assert of_workbook["Moved"] is True or bool(of_workbook["Moved"])


def test_what_nobody_told_goes_out_as_such(lived: LivedDay, tmp_path: Path) -> None:
    lived.exported(tmp_path)

    rows = csv_rows(tmp_path / "outcomes.csv")

    outcome = {row["Meeting"]: row["Outcome"] for row in rows}
    assert sorted(outcome.values()) == [
        *("ahead", "not held", "not recorded", "not recorded", "recorded", "recorded"),
    ]
    untold = next(row for row in rows if row["Outcome"] == "not recorded")
    assert (untold["Side"], untold["Business lead"], untold["Interest"]) == ("", "", "")


def test_both_answers_leave_where_they_differ(lived: LivedDay, tmp_path: Path) -> None:
    lived.exported(tmp_path)

    both = [row for row in csv_rows(tmp_path / "outcomes.csv") if row["Differing"]]

    assert [(row["Side"], row["Interest"]) for row in both] == [("host", "3"), ("guest", "4")]
    assert {row["Differing"] for row in both} == {"interest"}


def test_who_did_not_come_stands_with_who_waited(lived: LivedDay, tmp_path: Path) -> None:
    lived.exported(tmp_path)

    said, by_check_ins = csv_rows(tmp_path / "no-shows.csv")

    assert (said["Missing"], said["Said"], said["Minutes"]) == ("host", "TRUE", "20")
    assert (said["Absent"], said["Waited"]) == ("Di Of (A-4)", "Cy Of (A-3)")
    assert (by_check_ins["Missing"], by_check_ins["Said"]) == ("guest", "FALSE")
    assert by_check_ins["Waited organisations"] == "Flo Of"


def test_check_ins_prints_and_the_journal_leave(lived: LivedDay, tmp_path: Path) -> None:
    lived.exported(tmp_path)

    passed = csv_rows(tmp_path / "check-ins.csv")
    assert [row["Way"] for row in passed] == ["in"] * 6 + ["out"]
    assert [row["First of day"] for row in passed] == ["TRUE"] * 6 + ["FALSE"]
    assert passed[-1]["Walk-in"] == "TRUE"
    badge, schedule = sorted(csv_rows(tmp_path / "printed.csv"), key=lambda row: row["What"])
    assert (badge["What"], badge["Place"], schedule["Version"]) == ("badge", "7", "1")
    deeds = csv_rows(tmp_path / "journal.csv")
    said = next(row for row in deeds if row["Deed"] == "MeetingSaid")
    assert (said["About"], said["Desk"], said["On duty"]) == ("M-A2", "Desk 1", "Rasa")
    assert not any("Draft the call text" in row["Facts"] for row in deeds)


@pytest.mark.parametrize(
    ("separator", "letter"), [(Separator.SEMICOLON, ";"), (Separator.TAB, "\t")]
)
def test_cells_are_separated_as_wished(
    lived: LivedDay, tmp_path: Path, separator: Separator, letter: str
) -> None:
    lived.exported(tmp_path, ExportOrder((Format.CSV,), separator))

    rows = csv_rows(tmp_path / "organisations.csv", letter)
    assert [row["Applied"] for row in rows if row["Organisation"] == "Sails"] == ["2"]


# Again


def test_an_export_of_unchanged_data_is_the_same_to_the_byte(
    lived: LivedDay, tmp_path: Path
) -> None:
    first = everything(lived.exported(tmp_path / "one"))
    lived.clock.passes(minutes=20)

    assert everything(lived.exported(tmp_path / "two")) == first


def test_another_process_writes_the_same(lived: LivedDay, tmp_path: Path) -> None:
    first = everything(lived.exported(tmp_path / "one"))
    child = (sys.executable, "-m", "tests.app.outcomes.export.child")
    asked = (*child, str(lived.event.database.file), str(tmp_path / "two"))

    subprocess.run(asked, check=True, env=os.environ | {"PYTHONHASHSEED": "7"})

    assert {name: (tmp_path / "two" / name).read_bytes() for name in first} == first


def test_what_is_otherwise_makes_another_file(lived: LivedDay, tmp_path: Path) -> None:
    first = everything(lived.exported(tmp_path / "one", WORKBOOK))
    lived.clock.passes(hours=1)

    assert everything(lived.exported(tmp_path / "two", WORKBOOK)) != first


# Whole or not at all


def test_the_journal_notes_every_file_with_its_rows(lived: LivedDay, tmp_path: Path) -> None:
    done = lived.exported(tmp_path)

    found = noted(lived)
    assert set(found) == {file.name for file in done.files}
    assert found["event.xlsx"] == (digest_of(tmp_path / "event.xlsx"), sum(done.rows.values()))
    assert found["meetings.csv"][1] == 7


def test_what_is_stopped_leaves_what_stood_there(lived: LivedDay, tmp_path: Path) -> None:
    first = everything(lived.exported(tmp_path / "out"))
    with lived.event.journal.reading() as session:
        before = len(files_written(session))

    def stop(progress: Progress) -> None:
        if isinstance(progress, StepProgress) and progress.step is Step.CHECKING:
            raise Cancelled

    lived.clock.passes(hours=1)
    with pytest.raises(Cancelled):
        Exporting(lived.event.journal).write(ExportOrder(), tmp_path / "out", stop)

    assert {name: (tmp_path / "out" / name).read_bytes() for name in first} == first
    assert len(list((tmp_path / "out").iterdir())) == len(first)
    with lived.event.journal.reading() as session:
        assert len(files_written(session)) == before


def test_a_file_in_the_way_is_named_and_none_is_written(lived: LivedDay, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = everything(lived.exported(out))
    lived.clock.passes(hours=1)
    (out / "printed.csv").unlink()
    (out / "printed.csv").mkdir()

    with pytest.raises(FileNotWritten) as refused:
        lived.exported(out)

    assert refused.value.file == out / "printed.csv"
    left = {file.name: file.read_bytes() for file in out.iterdir() if file.is_file()}
    assert left == {name: text for name, text in first.items() if name != "printed.csv"}


@pytest.mark.parametrize("damaged", ["delegates.csv", "event.xlsx", "event.json", "follow-ups.ics"])
def test_a_file_that_lost_something_on_the_disk_is_not_said_to_be_there(
    lived: LivedDay, tmp_path: Path, damaged: str
) -> None:
    folder = tmp_path / "out"

    def loses(progress: Progress) -> None:
        if isinstance(progress, StepProgress) and progress.step is Step.CHECKING:
            for file in folder.glob(f".{damaged}.unfinished-*"):
                lose_something(file, damaged)

    with pytest.raises(FileNotWritten) as refused:
        Exporting(lived.event.journal).write(ExportOrder(), folder, loses)

    assert refused.value.file.name == damaged
    assert list(folder.iterdir()) == []
    assert noted(lived) == {}


def lose_something(file: Path, name: str) -> None:
    """Let a file lose its last line, or a workbook a cell of a sheet."""
    if name != "event.xlsx":
        lines = file.read_bytes().splitlines(keepends=True)
        file.write_bytes(b"".join(lines[:-1]))
        return
    with zipfile.ZipFile(file) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    sheet = "xl/worksheets/sheet3.xml"
    parts[sheet] = re.sub(rb'<c r="A3"[^/]*</v></c>', b"", parts[sheet], count=1)
    with zipfile.ZipFile(file, "w") as package:
        for each, content in parts.items():
            package.writestr(each, content)


class SomebodyScans(FiguresReader):
    """Figures of an event to which somebody writes while they are read, the first time."""

    def __init__(self, lived: LivedDay) -> None:
        super().__init__(lived.event.journal)
        self._lived: LivedDay | None = lived

    def facts_of_event(self) -> Facts:
        facts = super().facts_of_event()
        if self._lived is not None:
            lived, self._lived = self._lived, None
            Scanning(lived.event.journal).check_in(lived.delegate("Di"))
        return facts


def test_who_comes_while_it_is_read_stands_in_all_sheets(lived: LivedDay, tmp_path: Path) -> None:
    reader = SomebodyScans(lived)

    Exporting(lived.event.journal, reader).write(WORKBOOK, tmp_path)

    found = recounted(tmp_path / "event.xlsx")
    assert found["checked_in_delegates"] == 7
    assert found == as_recounted(FiguresReader(lived.event.journal).of_event())


def test_of_whoever_was_erased_the_number_is_left() -> None:
    people = (Someone(UUID(int=1), "A-1", "", "", ""), Someone(UUID(int=2), "A-2", "Bo", "", ""))

    assert (names(people), organisations(people)) == ("A-1; Bo (A-2)", "Bo")

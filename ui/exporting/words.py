"""What the dialogs of exports say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.outcomes.export.formats import ENDINGS, For, Format, Separator
from app.progress import Step
from ui.common.files import FileKind

FOLDERS = FileKind("export_folders", ())
"""Where folders of exports are put."""

FORMATS: Mapping[Format, tuple[str, str]] = {
    Format.WORKBOOK: ("Workbook", "All sheets in one file for Excel and its kin"),
    Format.CSV: ("CSV files", "A text file for each sheet, for any program"),
    Format.JSON: ("JSON", "Everything for programs, with a file that describes it"),
    Format.CALENDAR: ("Calendar", "The follow-ups that have a day, for any calendar"),
}
SEPARATORS: Mapping[Separator, str] = {
    Separator.COMMA: "Comma",
    Separator.SEMICOLON: "Semicolon",
    Separator.TAB: "Tab",
}
_ABOUT_PRETIX = (
    "Each check-in with its ticket, for a script that sends it to pretix, which reads no file of "
    "them. Whom pretix does not know stands in a second file."
)
PURPOSES: Mapping[For, tuple[str, str]] = {
    For.ATTENDANCE: (
        "Attendance",
        "Everybody on the list for each day: whether they came, and when.",
    ),
    For.PRETIX: ("For pretix", _ABOUT_PRETIX),
}
_KINDS = {
    ".csv": "Text with commas (*.csv)",
    ".xlsx": "Spreadsheet (*.xlsx)",
    ".jsonl": "Requests to pretix (*.jsonl)",
}
BACK: Mapping[For, FileKind] = {
    each: FileKind("check_ins", tuple(_KINDS[ending] for ending in ENDINGS[each])) for each in For
}
"""What check-ins are saved as; the usual one first."""

STEPS: Mapping[Step, str] = {
    Step.READING: "Reading the event",
    Step.WRITING: "Writing",
    Step.CHECKING: "Reading back and counting",
}


def left_words(not_recorded: int) -> str:
    """Say how many meetings go out without an outcome."""
    if not not_recorded:
        return "Nothing that has begun is left to record."
    goes = "meeting goes" if not_recorded == 1 else "meetings go"
    return f"{not_recorded:,} {goes} out as “not recorded”."


def wrote_words(files: int, rows: int, folder: Path) -> str:
    """Say what stands where."""
    counted = f"{rows:,} row{'' if rows == 1 else 's'}"
    written = "1 file is" if files == 1 else f"{files:,} files are"
    return f"{written} in “{folder.name}”, read back and counted: {counted}."


def undated_words(undated: int) -> str:
    """Say that follow-ups without a day are in no calendar; blank if there are none."""
    if not undated:
        return ""
    if undated == 1:
        return "1 follow-up has no day, and so stands in no calendar."
    return f"{undated:,} follow-ups have no day, and so stand in no calendar."


def apart_words(apart: int, file: Path) -> str:
    """Say that some check-ins stand apart; blank if none do."""
    if not apart:
        return ""
    stand = "1 check-in stands" if apart == 1 else f"{apart:,} check-ins stand"
    return f"{stand} apart in “{file.name}”: pretix does not know them."

"""Asking for files: where a question begins, what it proposes, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.files import EVENT_SUFFIX
from app.places import file_stem


@dataclass(frozen=True, slots=True)
class FileKind:
    """Files that somebody keeps in one place. ``filters`` are in Qt's words, the usual one first.

    ``key`` names it in the settings.
    """

    key: str
    filters: tuple[str, ...]


BADGES = FileKind("badges", ("PDF (*.pdf)",))
SCHEDULES = FileKind("schedules", ("PDF (*.pdf)",))
REPORTS = FileKind("reports", ("PDF (*.pdf)",))
SLIPS = FileKind("slips", ("PDF (*.pdf)",))
CARDS = FileKind("cards", ("PDF (*.pdf)",))
EXPORTS = FileKind("exports", ("Spreadsheet (*.xlsx)", "Text with commas (*.csv)"))
MAILS = FileKind(
    "mails",
    ("Table to merge (*.csv)", "Workbook to merge (*.xlsx)", "Text to copy from (*.txt)"),
)
LISTS = FileKind("lists", ("Lists (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.xml)", "All files (*)"))
LOGOS = FileKind("logos", ("Pictures (*.png *.jpg *.jpeg)", "All files (*)"))
EVENTS = FileKind("events", (f"Events (*{EVENT_SUFFIX})",))
COPIES = FileKind("copies", (f"Events (*{EVENT_SUFFIX})",))


@dataclass(frozen=True, slots=True)
class Question:
    """What a dialog says above, and the name that it proposes for a file to be written."""

    title: str
    name: str = ""


class Files:
    """Asks for files, each kind in the folder that was used for it last.

    ``event`` is what proposed names begin with. ``keep`` gets the folders as the settings hold
    them, whenever one has changed.
    """

    def __init__(
        self,
        folders: Sequence[str] = (),
        keep: Callable[[tuple[str, ...]], None] = lambda _folders: None,
    ) -> None:
        self.event = ""
        self._keep = keep
        self._folders = {
            kind: folder for kind, _, folder in (each.partition(" ") for each in folders)
        }

    def name(self, what: str, day: date | None = None) -> str:
        """Propose a name for something of the event, on a day of it."""
        words = (self.event, what, f"{day.day} {day:%B}" if day else "")
        return " ".join(filter(None, words))

    def folder(self, kind: FileKind, otherwise: Path | None = None) -> Path:
        """Give the folder that was used last; or else another one, documents if none is named."""
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        kept = self._folders.get(kind.key)
        known = (Path(kept) if kept else None, otherwise, Path(documents))
        return next((each for each in known if each and each.is_dir()), Path.home())

    def ask_where(
        self, kind: FileKind, question: Question, parent: QWidget, otherwise: Path | None = None
    ) -> QFileDialog:
        """Ask what shall be written where; ``fileSelected`` answers. It is shown by ``open``."""
        dialog = self._dialog(kind, question, parent, otherwise)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_suffix(kind.filters[0]))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_suffix(chosen)))
        dialog.selectFile(f"{file_stem(question.name)}.{_suffix(kind.filters[0])}")
        return dialog

    def ask_which(self, kind: FileKind, question: Question, parent: QWidget) -> QFileDialog:
        """Ask which file shall be read."""
        dialog = self._dialog(kind, question, parent, None)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return dialog

    def ask_folder(self, kind: FileKind, question: Question, parent: QWidget) -> QFileDialog:
        """Ask for a folder to write into; ``fileSelected`` answers."""
        dialog = QFileDialog(parent, question.title, str(self.folder(kind)))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self._remember(kind, Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _dialog(
        self, kind: FileKind, question: Question, parent: QWidget, otherwise: Path | None
    ) -> QFileDialog:
        folder = self.folder(kind, otherwise)
        dialog = QFileDialog(parent, question.title, str(folder))
        dialog.setNameFilters(list(kind.filters))
        dialog.fileSelected.connect(lambda file: self._remember(kind, Path(file).parent))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _remember(self, kind: FileKind, folder: Path) -> None:
        if self._folders.get(kind.key) != str(folder):
            self._folders[kind.key] = str(folder)
            self._keep(tuple(f"{kind} {folder}" for kind, folder in self._folders.items()))


def _suffix(name_filter: str) -> str:
    """Give the first ending of ``Spreadsheet (*.xlsx)``."""
    return name_filter.partition("*.")[2].partition(")")[0].partition(" ")[0]

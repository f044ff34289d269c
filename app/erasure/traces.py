"""What is left of erased people around the tables: in free room of the file, and in prints."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from contextlib import suppress
from uuid import UUID

from app.erasure.tombstones import any_has_traces, has_no_traces, has_traces, leaves_traces
from app.errors import DeskError
from app.event.facts import event_facts
from app.files import FileNotWritten
from app.journal.journal import Journal
from app.journal.wire import as_text
from app.places import prints_folder
from app.printers.runs import PrintRun, RunStore
from app.storage import storage_refusals
from db.anew import write_anew
from db.errors import StorageError


def overwrite_traces(journal: Journal) -> None:
    """Empty the log of changes, and let the file be written anew once nobody has it open.

    Raises:
        StorageRefused: The file can't be written.
        FileNotWritten: It can't be remembered.
    """
    leaves_traces(_event(journal))
    with storage_refusals():
        journal.database.write_back()


def close_without_traces(journal: Journal) -> None:
    """Close an event; write its file anew if people were erased, and nobody else has it open."""
    event = None
    if any_has_traces():
        with suppress(DeskError):
            event = _event(journal)
    journal.database.close()
    if event is None or not has_traces(event):
        return
    # What was erased is overwritten already; should this fail, the next to close tries again.
    with suppress(StorageError, OSError):
        if write_anew(journal.database.file):
            has_no_traces(event)


def remove_all_prints(journal: Journal) -> int:
    """Remove the papers of an event that wait for printers, and what is known of them.

    Raises:
        FileNotWritten: The system did not let us.
    """
    folder = prints_folder() / str(_event(journal))
    files = sum(each.is_file() for each in folder.rglob("*"))
    if folder.exists():
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise FileNotWritten(folder, error.strerror or str(error)) from error
    return files


def remove_prints(journal: Journal, people: Collection[UUID]) -> tuple[int, tuple[PrintRun, ...]]:
    """Remove papers that people stand on, or may; give how many, and the runs on their way.

    Of a list nobody notes who stands on it. What is on its way to a printer stays until it came
    out, for the sake of all others on it.
    """
    removed = 0
    waiting: list[PrintRun] = []
    for folder in (prints_folder() / str(_event(journal))).glob("*/"):
        store = RunStore(folder)
        for run in store.runs():
            if not store.papers(run).exists() or not _may_name(store, run, journal, people):
                continue
            if run.state.is_open:
                waiting.append(run)
            else:
                store.drop_papers(run)
                removed += 1
    return removed, tuple(waiting)


def _may_name(store: RunStore, run: PrintRun, journal: Journal, people: Collection[UUID]) -> bool:
    deeds = store.deeds(run, journal.kinds)
    texts = [as_text(deed).facts for deed in deeds]
    return not texts or any(str(each) in text for each in people for text in texts)


def _event(journal: Journal) -> UUID:
    with journal.reading() as session:
        return event_facts(session).id

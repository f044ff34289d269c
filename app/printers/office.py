"""Opens the queue of a desk on an event, as its settings say."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.event.facts import event_facts
from app.journal.journal import Journal
from app.places import prints_folder
from app.printers.choices import fit_for
from app.printers.port import Printers
from app.printers.queue import PrintQueue, sweep
from app.settings import Settings


def print_queue(journal: Journal, settings: Settings, printers: Printers) -> PrintQueue:
    """Give the queue of the journal's desk on its event.

    Papers are put right for each printer as ``settings`` say. Names stand on papers: what is old
    in any queue of this account goes.
    """
    for place in prints_folder().glob("*/*/"):
        sweep(place, journal.clock())
    return PrintQueue(journal, printers, queue_folder(journal), partial(fit_for, settings))


def queue_folder(journal: Journal) -> Path:
    """Give the folder of the queue of the journal's desk on its event; it may not exist yet."""
    with journal.reading() as session:
        event = event_facts(session).id
    return prints_folder() / str(event) / str(journal.author.desk)

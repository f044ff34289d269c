"""Printing by Qt where there is no CUPS: by the same queue, on a printer whose paper is a file."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from app.desks import OpenEvent
from app.printers.choices import Fit
from app.printers.port import JobState, PrinterState, Trouble
from app.printers.queue import PrintQueue, Target
from app.printers.refusals import NotResumed, UnknownPrinter
from app.printers.runs import PrintRun
from app.printing.drawn import Drawn
from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from tests.building import EventBuilder
from tests.print_service import PrintService, until
from tests.ui.printing.robot import OFFICE_LASER, PaperTray
from ui.printing.qt_printers import QtPrinters

# Qt prints only where there is an application.
pytestmark = pytest.mark.usefixtures("qapp")
LABELS = Target("badges", OFFICE_LASER, "62mm-roll")


class SlowTray(PaperTray):
    """A printer that is not there before it is let go."""

    def __init__(self, paper: Path) -> None:
        super().__init__(paper)
        self.let_go = Event()

    def usual(self) -> QPrinter:
        assert self.let_go.wait(20)
        return super().usual()


@pytest.fixture
def tray(tmp_path: Path) -> PaperTray:
    """The only printer."""
    return PaperTray(tmp_path / "paper.pdf")


@pytest.fixture
def printers(tray: PaperTray) -> Iterator[QtPrinters]:
    printers = QtPrinters(tray)
    yield printers
    printers.close()


@pytest.fixture
def queue(printers: QtPrinters, open_event: OpenEvent, tmp_path: Path) -> PrintQueue:
    return PrintQueue(open_event.journal, printers, tmp_path / "prints")


@pytest.fixture
def office(open_event: OpenEvent) -> PrintOffice:
    return PrintOffice(open_event.journal)


def labels(office: PrintOffice, *people: UUID) -> Drawn:
    return office.draw(Wish("62mm-roll", delegates=people))


def ended(queue: PrintQueue) -> PrintRun:
    def seen() -> PrintRun | None:
        (run,) = queue.look()
        return None if run.state.is_open else run

    return until(seen)


def test_papers_come_out_at_their_size_and_count_once_they_did(
    event: EventBuilder, queue: PrintQueue, office: PrintOffice, tray: PaperTray
) -> None:
    people = event.delegates(("Anna", "Adams"), ("Ben", "Brown"))

    queue.hand_over(labels(office, *people), LABELS)

    run = ended(queue)
    assert (run.state, run.came) == (JobState.DONE, 2)
    assert sorted(tray.codes()) == sorted(event.badges_of(people))
    width, height = pypdfium2.PdfDocument(tray.paper)[0].get_size()
    assert (width / 72 * 25.4, height / 72 * 25.4) == pytest.approx((62, 100), abs=0.5)
    assert office.counts().new == 0


def test_what_is_put_right_comes_out_put_right(
    event: EventBuilder, printers: QtPrinters, office: PrintOffice, tray: PaperTray, tmp_path: Path
) -> None:
    turned = PrintQueue(
        office.journal, printers, tmp_path / "prints", lambda _printer, _stock: Fit(turned=90)
    )
    turned.hand_over(labels(office, event.delegate("Anna")), LABELS)

    assert ended(turned).state is JobState.DONE
    width, height = pypdfium2.PdfDocument(tray.paper)[0].get_size()
    assert width > height


def test_an_unknown_printer_is_refused_with_those_there_are(
    event: EventBuilder, queue: PrintQueue, office: PrintOffice
) -> None:
    with pytest.raises(UnknownPrinter) as refused:
        queue.hand_over(labels(office, event.delegate("A")), replace(LABELS, printer="Old inkjet"))

    assert refused.value.known == (OFFICE_LASER,)
    assert queue.runs() == ()


@pytest.mark.qt_log_ignore("QPainter::begin", "QPdf")
def test_what_the_printer_does_not_take_fails_and_is_not_noted(
    event: EventBuilder, queue: PrintQueue, office: PrintOffice, tray: PaperTray, tmp_path: Path
) -> None:
    paper, tray.paper = tray.paper, tmp_path / "nowhere" / "paper.pdf"
    run = queue.hand_over(labels(office, event.delegate("Anna")), LABELS)

    failed = ended(queue)
    assert (failed.state, failed.troubles) == (JobState.FAILED, (Trouble.OTHER,))
    assert office.counts().new == 1
    tray.paper = paper
    queue.retry(run.short_id)
    assert ended(queue).state is JobState.DONE


def test_a_job_is_stopped_between_pages_and_the_next_is_printed(
    event: EventBuilder, open_event: OpenEvent, office: PrintOffice, tmp_path: Path
) -> None:
    tray = SlowTray(tmp_path / "paper.pdf")
    printers = QtPrinters(tray)
    queue = PrintQueue(open_event.journal, printers, tmp_path / "prints")
    people = event.crowd(3)
    first = queue.hand_over(labels(office, people[0]), LABELS)
    second = queue.hand_over(labels(office, people[1]), LABELS)
    third = queue.hand_over(labels(office, people[2]), LABELS)

    assert queue.cancel(second.short_id).state is JobState.CANCELLED
    assert queue.cancel(first.short_id).state is JobState.CANCELLED
    tray.let_go.set()

    until(lambda: all(not each.state.is_open for each in queue.look()))
    states = {each.id: each.state for each in queue.runs()}
    assert [states[run.id] for run in (first, second, third)] == [
        JobState.CANCELLED,
        JobState.CANCELLED,
        JobState.DONE,
    ]
    assert tray.codes() == [event.badge_of(people[2])]
    assert office.counts().new == 2
    printers.close()


def test_a_job_of_another_time_is_left_to_people(
    event: EventBuilder, queue: PrintQueue, office: PrintOffice, tray: PaperTray
) -> None:
    queue.hand_over(labels(office, event.delegate("Anna")), LABELS)
    later = QtPrinters(tray)

    look = PrintQueue(queue.journal, later, queue._store.folder).look

    (run,) = look()
    assert (run.state, run.troubles) == (JobState.FAILED, (Trouble.FORGOTTEN,))
    later.close()


def test_a_printer_that_stopped_is_not_started_by_a_program(printers: QtPrinters) -> None:
    with pytest.raises(NotResumed):
        printers.resume(OFFICE_LASER)


def test_a_real_printer_gets_the_pages_as_pictures_at_their_size(
    event: EventBuilder, office: PrintOffice, service: PrintService
) -> None:
    printers = QtPrinters()
    queue = PrintQueue(office.journal, printers, service.folder / "qt-prints")
    labels_of_anna = labels(office, event.delegate("Anna", "Adams"))
    # What CUPS is asked with knows the server of the first time in each thread.
    with ThreadPoolExecutor(1) as aside:
        known = {each.name: each for each in aside.submit(printers.printers).result()}
        target = replace(LABELS, printer="laser")
        aside.submit(queue.hand_over, labels_of_anna, target).result()

    assert ended(queue).state is JobState.DONE
    assert (known["laser"].title, known["laser"].state) == ("Office laser", PrinterState.READY)
    until(lambda: bool(service.everything))
    assert service.everything[0].startswith(b"%PDF")
    printers.close()

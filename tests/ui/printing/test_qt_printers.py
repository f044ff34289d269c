"""Printing by Qt where there is no CUPS: by the same queue, on a printer whose paper is a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from app.desks import OpenEvent
from app.printers.choices import Fit
from app.printers.job_book import JobBook
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
Begin = Callable[[PaperTray | None], QtPrinters]


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
def begun(tmp_path: Path) -> Iterator[Callable[[PaperTray | None], QtPrinters]]:
    """Begins to print as a window does that opens an event; each knows what those before did."""
    with ExitStack() as ending:

        def begin(tray: PaperTray | None) -> QtPrinters:
            printers = QtPrinters(JobBook(tmp_path / "jobs"), tray)
            ending.callback(printers.close)
            return printers

        yield begin


@pytest.fixture
def printers(begun: Begin, tray: PaperTray) -> QtPrinters:
    return begun(tray)


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


def opened_again(queue: PrintQueue, printers: QtPrinters) -> PrintQueue:
    return PrintQueue(queue.journal, printers, queue._store.folder)


def close(printers: QtPrinters, tray: SlowTray) -> None:
    """End a window while its printer does not answer."""
    ending = Thread(target=printers.close)
    ending.start()
    until(printers._ending.is_set)
    tray.let_go.set()
    ending.join(20)


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
    event: EventBuilder, begun: Begin, office: PrintOffice, tmp_path: Path
) -> None:
    tray = SlowTray(tmp_path / "paper.pdf")
    queue = PrintQueue(office.journal, begun(tray), tmp_path / "prints")
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


def test_what_came_out_while_nobody_looked_is_noted_when_the_event_is_opened_again(
    event: EventBuilder, begun: Begin, office: PrintOffice, tray: PaperTray, tmp_path: Path
) -> None:
    printers = begun(tray)
    queue = PrintQueue(office.journal, printers, tmp_path / "prints")
    run = queue.hand_over(labels(office, event.delegate("Anna")), LABELS)
    until(lambda: not printers.jobs([run.job])[run.job].state.is_open)
    printers.close()

    again = opened_again(queue, begun(tray))

    assert [(each.id, each.state) for each in again.look()] == [(run.id, JobState.DONE)]
    assert (office.counts().new, len(tray.codes())) == (0, 1)


@pytest.mark.qt_log_ignore("QPainter::begin", "QPdf")
def test_what_failed_while_nobody_looked_stands_with_its_reason_when_opened_again(
    event: EventBuilder, begun: Begin, office: PrintOffice, tmp_path: Path
) -> None:
    printers = begun(PaperTray(tmp_path / "nowhere" / "paper.pdf"))
    queue = PrintQueue(office.journal, printers, tmp_path / "prints")
    run = queue.hand_over(labels(office, event.delegate("Anna")), LABELS)
    until(lambda: not printers.jobs([run.job])[run.job].state.is_open)

    (failed,) = opened_again(queue, begun(None)).look()

    assert (failed.state, failed.troubles) == (JobState.FAILED, (Trouble.OTHER,))
    assert office.counts().new == 1


def test_what_the_end_of_the_window_kept_from_coming_out_is_offered_again_and_comes_once(
    event: EventBuilder, begun: Begin, office: PrintOffice, tray: PaperTray, tmp_path: Path
) -> None:
    slow = SlowTray(tmp_path / "never.pdf")
    printers = begun(slow)
    queue = PrintQueue(office.journal, printers, tmp_path / "prints")
    people = event.crowd(2)
    for each in people:
        queue.hand_over(labels(office, each), LABELS)
    close(printers, slow)

    again = opened_again(queue, begun(tray))

    assert {(run.state, run.troubles) for run in again.look()} == {
        (JobState.FAILED, (Trouble.BROKEN_OFF,))
    }
    assert (office.counts().new, slow.paper.exists(), tray.paper.exists()) == (2, False, False)
    codes = []
    for run in again.runs():
        again.retry(run.short_id)
        until(lambda: all(not each.state.is_open or each.tries < 2 for each in again.look()))
        codes += tray.codes()
    assert sorted(codes) == sorted(event.badges_of(people))
    assert office.counts().new == 0


def test_an_event_opened_again_knows_what_still_comes_out_and_can_stop_it(
    event: EventBuilder, begun: Begin, office: PrintOffice, tmp_path: Path
) -> None:
    tray = SlowTray(tmp_path / "paper.pdf")
    queue = PrintQueue(office.journal, begun(tray), tmp_path / "prints")
    people = event.crowd(2)
    first, second = (queue.hand_over(labels(office, each), LABELS) for each in people)

    again = opened_again(queue, begun(tray))

    assert all(each.state.is_open for each in again.look())
    assert again.cancel(second.short_id).state is JobState.CANCELLED
    tray.let_go.set()
    until(lambda: not any(each.state.is_open for each in again.look()))
    states = {each.id: each.state for each in again.runs()}
    assert (states[first.id], states[second.id]) == (JobState.DONE, JobState.CANCELLED)
    assert tray.codes() == [event.badge_of(people[0])]


def test_a_printer_that_stopped_is_not_started_by_a_program(printers: QtPrinters) -> None:
    with pytest.raises(NotResumed):
        printers.resume(OFFICE_LASER)


def test_a_real_printer_gets_the_pages_as_pictures_at_their_size(
    event: EventBuilder, office: PrintOffice, begun: Begin, service: PrintService
) -> None:
    printers = begun(None)
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

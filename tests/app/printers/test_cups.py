"""What CUPS says, asked of a real one."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from app.printers.cups import CupsPrinters
from app.printers.port import Job, JobState, Order, PrinterState, Trouble
from app.printers.refusals import (
    NotCancelled,
    NotHandedOver,
    NotResumed,
    PrintServiceMissing,
    PrintServiceSilent,
    UnknownPrinter,
)
from tests.print_service import PrintService, until

TITLE = "Matchdesk badges für Łódź"


@pytest.fixture
def cups(service: PrintService) -> CupsPrinters:
    return CupsPrinters()


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    file = tmp_path / "-o badges.pdf"
    file.write_bytes(b"%PDF-1.4\n" + bytes(range(256)) * 40)
    return file


def ended(cups: CupsPrinters, job: str) -> Job:
    def asked() -> Job | None:
        told = cups.jobs([job])[job]
        return None if told.state.is_open else told

    return until(asked)


def test_printers_are_told_with_what_people_call_them(cups: CupsPrinters) -> None:
    printers = {printer.name: printer for printer in cups.printers()}

    assert list(printers) == ["guarded", "laser", "patient", "roll", "slow"]
    laser = printers["laser"]
    assert (laser.title, laser.place, laser.state) == ("Office laser", "Hall 3", PrinterState.READY)
    assert (laser.accepts, laser.troubles, laser.is_usual) == (True, (), True)
    assert not printers["roll"].is_usual


def test_a_file_arrives_byte_for_byte(cups: CupsPrinters, service: PrintService, pdf: Path) -> None:
    order = Order(pdf, "laser", TITLE, copies=1, options={"media": "A4", "print-scaling": "none"})

    job = cups.hand_over(order)

    assert ended(cups, job).state is JobState.DONE
    assert service.arrived(job) == pdf.read_bytes()
    assert cups.jobs([job])[job].title == TITLE
    assert cups.titled("laser", TITLE) == job


def test_what_failed_is_told_from_what_came_out(cups: CupsPrinters, pdf: Path) -> None:
    job = cups.hand_over(Order(pdf, "roll", TITLE))

    told = ended(cups, job)

    assert (told.state, told.troubles) == (JobState.FAILED, (Trouble.PAPER_OUT,))
    assert told.message == "The roll is empty."
    assert told.ended_at is not None


def test_a_job_at_a_printer_that_stopped_says_why_it_waits(
    cups: CupsPrinters, service: PrintService, pdf: Path
) -> None:
    job = cups.hand_over(Order(pdf, "patient", TITLE))
    # For a moment the printer says that it has no paper while the job still prints.
    told = until(
        lambda: next((each for each in cups.jobs([job]).values() if _waits_in_vain(each)), None)
    )
    assert told.troubles[0] is Trouble.PAPER_OUT
    assert next(each for each in cups.printers() if each.name == "patient").state is (
        PrinterState.STOPPED
    )

    service.fill()
    cups.resume("patient")

    assert ended(cups, job).state is JobState.DONE


def test_a_job_is_stopped_while_it_prints(
    cups: CupsPrinters, service: PrintService, pdf: Path
) -> None:
    job = cups.hand_over(Order(pdf, "slow", TITLE))
    until(lambda: cups.jobs([job])[job].state is JobState.PRINTING)

    cups.cancel(job)

    assert ended(cups, job).state is JobState.CANCELLED
    assert service.everything == []


def test_stopping_what_came_out_changes_nothing(cups: CupsPrinters, pdf: Path) -> None:
    job = cups.hand_over(Order(pdf, "laser", TITLE))
    ended(cups, job)

    cups.cancel(job)

    assert cups.jobs([job])[job].state is JobState.DONE


def test_what_an_account_may_not_do_is_refused_in_the_words_of_cups(
    cups: CupsPrinters, pdf: Path
) -> None:
    job = cups.hand_over(Order(pdf, "guarded", TITLE))

    with pytest.raises(NotCancelled) as not_cancelled:
        cups.cancel(job)
    with pytest.raises(NotResumed) as not_resumed:
        cups.resume("guarded")

    assert not_cancelled.value.said
    assert not_resumed.value.said


def test_an_unknown_printer_is_refused_with_those_there_are(cups: CupsPrinters, pdf: Path) -> None:
    with pytest.raises(UnknownPrinter) as refused:
        cups.hand_over(Order(pdf, "nowhere", TITLE))

    assert "laser" in refused.value.known


def test_a_printer_that_takes_nothing_says_so(
    cups: CupsPrinters, service: PrintService, pdf: Path
) -> None:
    service.does("cupsreject", "laser")

    with pytest.raises(NotHandedOver) as refused:
        cups.hand_over(Order(pdf, "laser", TITLE))

    assert "not accepting jobs" in refused.value.said
    assert not next(each for each in cups.printers() if each.name == "laser").accepts


def test_a_job_that_nobody_knows_is_not_told(cups: CupsPrinters) -> None:
    assert cups.jobs(["laser-999999", "no number"]) == {}
    assert cups.titled("laser", "never handed over") == ""


def test_a_service_that_does_not_answer_is_said_to_be_silent(
    service: PrintService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))

    with pytest.raises(PrintServiceSilent):
        CupsPrinters().printers()


class _Refuses(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.send_error(403)

    def log_message(self, *_said: object) -> None: ...


def test_a_server_that_is_no_print_service_is_said_to_be_silent(
    service: PrintService, monkeypatch: pytest.MonkeyPatch
) -> None:
    with HTTPServer(("127.0.0.1", 0), _Refuses) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{server.server_port}")

        with pytest.raises(PrintServiceSilent) as silent:
            CupsPrinters().printers()

        thread.join()
    assert silent.value.detail == "HTTP 403 Forbidden"


def test_a_system_without_cups_has_no_print_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("app.printers.cups._MORE_PLACES", ())

    with pytest.raises(PrintServiceMissing):
        CupsPrinters().printers()


def _waits_in_vain(job: Job) -> bool:
    return job.state is JobState.WAITING and bool(job.troubles)

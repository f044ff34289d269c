"""What CUPS answers about printers and jobs, in the desk's own terms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from app.printers.ipp import Attributes
from app.printers.port import Job, JobState, Printer, PrinterState, Trouble
from app.printers.reasons import troubles_of

PRINTER_ATTRIBUTES = (
    *("printer-name", "printer-info", "printer-location", "printer-state"),
    *("printer-state-message", "printer-state-reasons", "printer-is-accepting-jobs"),
)
JOB_ATTRIBUTES = (
    *("job-id", "job-name", "job-state", "job-state-reasons", "job-printer-state-message"),
    *("job-printer-state-reasons", "job-printer-uri", "job-impressions-completed"),
    *("time-at-completed", "job-media-sheets-completed"),
)
# Source: RFC 8011, 5.3.7 and 5.4.11.
_JOB_STATES: Mapping[object, JobState] = {
    3: JobState.WAITING,
    4: JobState.WAITING,
    5: JobState.PRINTING,
    6: JobState.WAITING,
    7: JobState.CANCELLED,
    8: JobState.FAILED,
    9: JobState.DONE,
}
_PRINTER_STATES: Mapping[object, PrinterState] = {
    3: PrinterState.READY,
    4: PrinterState.PRINTING,
    5: PrinterState.STOPPED,
}


def printer_of(said: Attributes, usual: str) -> Printer:
    """Give a printer, and whether it is the ``usual`` one."""
    name = text_of(said, "printer-name")
    state = _PRINTER_STATES.get(value_of(said, "printer-state"), PrinterState.STOPPED)
    troubles = troubles_of(said.get("printer-state-reasons", ()))
    if state is PrinterState.STOPPED and not troubles:
        troubles = (Trouble.PAUSED,)
    return Printer(
        name,
        text_of(said, "printer-info"),
        text_of(said, "printer-location"),
        state,
        accepts=bool(value_of(said, "printer-is-accepting-jobs")),
        troubles=troubles,
        message=text_of(said, "printer-state-message"),
        is_usual=name == usual,
    )


def job_of(job: str, said: Attributes, printers: Mapping[str, Printer]) -> Job:
    """Give a job. One that waits or failed and says nothing has its printer's troubles."""
    state = _JOB_STATES.get(value_of(said, "job-state"), JobState.WAITING)
    troubles = troubles_of(said.get("job-printer-state-reasons", ()))
    message = text_of(said, "job-printer-state-message")
    printer = printers.get(text_of(said, "job-printer-uri").rpartition("/")[2])
    if printer is not None and state in {JobState.WAITING, JobState.FAILED}:
        troubles, message = troubles or printer.troubles, message or printer.message
    ended = value_of(said, "time-at-completed")
    return Job(
        job,
        text_of(said, "job-name"),
        state,
        troubles,
        message,
        _number(said, "job-media-sheets-completed") or _number(said, "job-impressions-completed"),
        datetime.fromtimestamp(ended, UTC) if isinstance(ended, int) and ended else None,
    )


def value_of(said: Attributes, name: str) -> object:
    """Give the first value of a name, if there is one."""
    return next(iter(said.get(name, ())), None)


def text_of(said: Attributes, name: str) -> str:
    """Give the first value of a name as text."""
    return str(value_of(said, name) or "")


def _number(said: Attributes, name: str) -> int:
    value = value_of(said, name)
    return value if isinstance(value, int) else 0

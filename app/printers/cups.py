"""CUPS, the print service of Linux and macOS.

Papers are handed over and stopped by its own programs, which know how to prove who asks. What
it says of printers and jobs is asked for by its protocol.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import subprocess
from collections.abc import Collection, Mapping
from contextlib import closing
from datetime import UTC, datetime

from app.printers.ipp import NOT_FOUND, Asked, Attributes, Connection, IppError, Operation, Tag
from app.printers.port import Job, JobState, Order, Printer, PrinterState, Trouble
from app.printers.reasons import troubles_of
from app.printers.refusals import (
    NotCancelled,
    NotHandedOver,
    NotResumed,
    PrintServiceMissing,
    PrintServiceSilent,
    UnknownPrinter,
)

_PATIENCE_S = 30
_REQUEST_ID = re.compile(r"request id is (\S+)")
_NUMBER = re.compile(r"(\d+)\Z")
_PRINTERS = (
    *("printer-name", "printer-info", "printer-location", "printer-state"),
    *("printer-state-message", "printer-state-reasons", "printer-is-accepting-jobs"),
)
_JOBS = (
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
# Where ``cupsenable`` stands, which the path of a window's account may not have.
_MORE_PLACES = ("/usr/bin", "/usr/sbin")


class CupsPrinters:
    """The printers of the CUPS server that this account uses: ``CUPS_SERVER``, or the usual one."""

    def __init__(self) -> None:
        self._server = ""

    def printers(self) -> tuple[Printer, ...]:
        """Give all printers by name."""
        with self._connection() as connection:
            usual = _usual(connection)
            found = _ask(connection, _printers_wanted())
        printers = [_printer(each, usual) for each in found if "printer-name" in each]
        return tuple(sorted(printers, key=lambda printer: printer.name))

    def hand_over(self, order: Order) -> str:
        """Give an order to its printer, and give the job's id. The PDF goes as it is.

        Raises:
            UnknownPrinter: There is no such printer.
            NotHandedOver: CUPS did not take it. Nothing will come out.
            PrintServiceMissing, PrintServiceSilent: Nobody answers.
        """
        options = [f"-o{name}={value}" for name, value in order.options.items()]
        said = _run(
            "lp",
            *("-d", order.printer, "-n", str(order.copies), "-t", order.title),
            *options,
            *("--", str(order.file)),
        )
        taken = _REQUEST_ID.search(said.stdout)
        if taken:
            return taken.group(1)
        known = tuple(printer.name for printer in self.printers())
        if order.printer not in known:
            raise UnknownPrinter(order.printer, known)
        raise NotHandedOver(order.printer, _complaint(said))

    def jobs(self, ids: Collection[str]) -> Mapping[str, Job]:
        """Tell of those jobs that CUPS still knows."""
        if not ids:
            return {}
        with self._connection() as connection:
            asked = {job: _job(connection, job) for job in ids}
        known = {job: each for job, each in asked.items() if each}
        printers = {printer.name: printer for printer in self.printers()} if known else {}
        return {job: _told(job, each, printers) for job, each in known.items()}

    def titled(self, printer: str, title: str) -> str:
        """Find a printer's job by its title, and give its id; blank if there is none."""
        asked = Asked(
            Operation.GET_JOBS,
            (
                (Tag.URI, "printer-uri", (f"ipp://localhost/printers/{printer}",)),
                _who(),
                (Tag.KEYWORD, "which-jobs", ("all",)),
                (Tag.KEYWORD, "requested-attributes", ("job-id", "job-name")),
            ),
        )
        with self._connection() as connection:
            jobs = _ask(connection, asked)
        return next(
            (
                f"{printer}-{_first(job, 'job-id')}"
                for job in jobs
                if _text(job, "job-name") == title
            ),
            "",
        )

    def cancel(self, job: str) -> None:
        """Stop a job. One that has ended already stays as it is.

        Raises:
            NotCancelled: CUPS did not let us.
        """
        said = _run("cancel", job)
        if said.returncode and any(each.state.is_open for each in self.jobs([job]).values()):
            raise NotCancelled(job, _complaint(said))

    def resume(self, printer: str) -> None:
        """Let a printer go on that stopped.

        Raises:
            NotResumed: CUPS lets only some accounts do that, and not this one.
        """
        said = _run("cupsenable", printer)
        if said.returncode:
            raise NotResumed(printer, _complaint(said))

    def _connection(self) -> closing[Connection]:
        if not self._server:
            self._server = _run("lpstat", "-H").stdout.strip() or "localhost"
        return closing(Connection(self._server))


def _run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program of CUPS, which must never ask anybody for a password."""
    found = shutil.which(program, path=_places())
    if found is None:
        raise PrintServiceMissing(program)
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        return subprocess.run(  # noqa: S603 - no shell, and options end before names of files
            [found, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            start_new_session=True,
            env=environment,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE_S,
        )
    except subprocess.TimeoutExpired as late:
        raise PrintServiceSilent("", f"{program} waits for it") from late


def _places() -> str:
    return os.pathsep.join((os.environ.get("PATH", ""), *_MORE_PLACES))


def _complaint(said: subprocess.CompletedProcess[str]) -> str:
    """Give what a program complained of, without its own name before it."""
    lines = (said.stderr or said.stdout).strip().splitlines()
    return re.sub(r"^\S+: (Error - )?", "", lines[-1]) if lines else f"exit {said.returncode}"


def _ask(connection: Connection, asked: Asked) -> list[Attributes]:
    try:
        return connection.ask(asked)
    except IppError as refused:
        if refused.status == NOT_FOUND:
            return []
        raise PrintServiceSilent(connection.host, str(refused)) from refused
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise PrintServiceSilent(connection.host, str(error)) from error


def _printers_wanted() -> Asked:
    return Asked(Operation.GET_PRINTERS, ((Tag.KEYWORD, "requested-attributes", _PRINTERS), _who()))


def _usual(connection: Connection) -> str:
    asked = Asked(
        Operation.GET_DEFAULT, ((Tag.KEYWORD, "requested-attributes", ("printer-name",)),)
    )
    return next((_text(each, "printer-name") for each in _ask(connection, asked)), "")


def _job(connection: Connection, job: str) -> Attributes:
    """Ask about a job; CUPS gives others its title only if it is asked by who handed it over."""
    number = _NUMBER.search(job)
    if number is None:
        return {}
    asked = Asked(
        Operation.GET_JOB_ATTRIBUTES,
        (
            (Tag.URI, "job-uri", (f"ipp://localhost/jobs/{number.group()}",)),
            _who(),
            (Tag.KEYWORD, "requested-attributes", _JOBS),
        ),
    )
    return next(iter(_ask(connection, asked)), {})


def _who() -> tuple[Tag, str, tuple[str]]:
    # Windows has no such module, and no CUPS.
    import pwd  # noqa: PLC0415

    name = os.environ.get("CUPS_USER") or pwd.getpwuid(os.getuid()).pw_name
    return Tag.NAME, "requesting-user-name", (name,)


def _printer(said: Attributes, usual: str) -> Printer:
    name = _text(said, "printer-name")
    state = _PRINTER_STATES.get(_first(said, "printer-state"), PrinterState.STOPPED)
    troubles = troubles_of(said.get("printer-state-reasons", ()))
    if state is PrinterState.STOPPED and not troubles:
        troubles = (Trouble.PAUSED,)
    return Printer(
        name,
        _text(said, "printer-info"),
        _text(said, "printer-location"),
        state,
        accepts=bool(_first(said, "printer-is-accepting-jobs")),
        troubles=troubles,
        message=_text(said, "printer-state-message"),
        is_usual=name == usual,
    )


def _told(job: str, said: Attributes, printers: Mapping[str, Printer]) -> Job:
    state = _JOB_STATES.get(_first(said, "job-state"), JobState.WAITING)
    troubles = troubles_of(said.get("job-printer-state-reasons", ()))
    message = _text(said, "job-printer-state-message")
    printer = printers.get(_text(said, "job-printer-uri").rpartition("/")[2])
    if printer is not None and state in {JobState.WAITING, JobState.FAILED}:
        troubles, message = troubles or printer.troubles, message or printer.message
    ended = _first(said, "time-at-completed")
    return Job(
        job,
        _text(said, "job-name"),
        state,
        troubles,
        message,
        _number(said, "job-media-sheets-completed") or _number(said, "job-impressions-completed"),
        datetime.fromtimestamp(ended, UTC) if isinstance(ended, int) and ended else None,
    )


def _first(said: Attributes, name: str) -> object:
    return next(iter(said.get(name, ())), None)


def _text(said: Attributes, name: str) -> str:
    return str(_first(said, name) or "")


def _number(said: Attributes, name: str) -> int:
    value = _first(said, name)
    return value if isinstance(value, int) else 0

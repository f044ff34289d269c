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
import sys
from collections.abc import Collection, Mapping
from contextlib import closing

from app.printers.cups_answers import (
    JOB_ATTRIBUTES,
    PRINTER_ATTRIBUTES,
    job_of,
    printer_of,
    text_of,
    value_of,
)
from app.printers.ipp import NOT_FOUND, Asked, Attributes, Connection, IppError, Operation, Tag
from app.printers.port import Job, Order, Printer
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
_NO_PRINTER = "does not exist"
_NUMBER = re.compile(r"(\d+)\Z")
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
        printers = [printer_of(each, usual) for each in found if "printer-name" in each]
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
        try:
            known = tuple(printer.name for printer in self.printers())
        except PrintServiceSilent as silent:
            # What it can't find, nobody was given: ``lp`` looks for the printer first.
            silent.may_have_it = _NO_PRINTER not in _complaint(said)
            raise
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
        return {job: job_of(job, each, printers) for job, each in known.items()}

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
            listed = _ask(connection, asked)
            names = [f"{printer}-{value_of(each, 'job-id')}" for each in listed]
            # CUPS 2.4 leaves the titles of jobs that ended out of the list.
            for job, said in zip(names, listed, strict=True):
                told = said if "job-name" in said else _job(connection, job)
                if text_of(told, "job-name") == title:
                    return job
        return ""

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
        raise PrintServiceSilent("", f"{program} waits for it", may_have_it=True) from late


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
    return Asked(
        Operation.GET_PRINTERS, ((Tag.KEYWORD, "requested-attributes", PRINTER_ATTRIBUTES), _who())
    )


def _usual(connection: Connection) -> str:
    asked = Asked(
        Operation.GET_DEFAULT, ((Tag.KEYWORD, "requested-attributes", ("printer-name",)),)
    )
    return next((text_of(each, "printer-name") for each in _ask(connection, asked)), "")


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
            (Tag.KEYWORD, "requested-attributes", JOB_ATTRIBUTES),
        ),
    )
    return next(iter(_ask(connection, asked)), {})


def _who() -> tuple[Tag, str, tuple[str]]:
    name = os.environ.get("CUPS_USER") or ""
    # Windows has no such module, and no CUPS.
    if sys.platform != "win32" and not name:
        import pwd  # noqa: PLC0415

        name = pwd.getpwuid(os.getuid()).pw_name
    return Tag.NAME, "requesting-user-name", (name,)

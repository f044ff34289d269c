"""A print service of a test's own: CUPS with its own settings and spool, on a socket in a folder.

It has printers that write what they get into files, and some that have troubles.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

NEEDED = ("cupsd", "lp", "lpstat", "cancel", "lpadmin")
_PATIENCE_S = 30.0
_PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
_DAEMONS = ("/usr/lib/cups/daemon", "/usr/libexec/cups/daemon")
T = TypeVar("T")

# A backend that is asked what it can find says nothing.
_SCRIPT = "#!/bin/sh\n[ $# -eq 0 ] && exit 0\n"
# What has arrived is seen once it is whole.
_KEEPS = (
    'cat "${{6:--}}" > "{folder}/arrived/$1.part"\n'
    'mv "{folder}/arrived/$1.part" "{folder}/arrived/$1.pdf"\n'
)
_BACKENDS = {
    "keeps": _KEEPS,
    "empties": (
        'if [ ! -e "{folder}/paper" ]; then\n'
        '  echo "STATE: +media-empty-error" >&2\n'
        '  echo "ERROR: The roll is empty." >&2\n'
        "  exit 1\nfi\n"
        'echo "STATE: -media-empty-error" >&2\n' + _KEEPS
    ),
    "dawdles": 'while [ ! -e "{folder}/let-go" ]; do sleep 0.05; done\n' + _KEEPS,
}
_PRINTERS = (
    # Name, backend, what it is called, and what becomes of a job that fails.
    ("laser", "keeps", "Office laser", "abort-job"),
    ("roll", "empties", "Roll at Desk 2", "abort-job"),
    ("patient", "empties", "Roll that waits", "stop-printer"),
    ("slow", "dawdles", "Slow printer", "abort-job"),
    ("guarded", "dawdles", "Somebody else's", "abort-job"),
)
_FILES = """\
ServerRoot {folder}/server
ServerBin {folder}/programs
DataDir /usr/share/cups
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
Printcap
SystemGroup {group}
"""
_SETTINGS = """\
Listen {folder}/socket
Browsing No
WebInterface No
DefaultAuthType None
LogLevel warn
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  <Limit Cancel-Job Hold-Job Release-Job Set-Job-Attributes>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
<Policy guarded>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit Cancel-Job Resume-Printer>
    Require user somebody-else
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""


def lacking() -> list[str]:
    """Name the programs that a print service needs and this machine does not have."""
    return [name for name in NEEDED if shutil.which(name, path=_PLACES) is None]


@dataclass(frozen=True)
class PrintService:
    """A running server. ``CUPS_SERVER`` is its ``socket``."""

    folder: Path

    @property
    def socket(self) -> str:
        """Give where it listens."""
        return str(self.folder / "socket")

    def arrived(self, job: str) -> bytes:
        """Give what a printer got of a job."""
        return (self.folder / "arrived" / f"{job.rpartition('-')[2]}.pdf").read_bytes()

    @property
    def everything(self) -> list[bytes]:
        """Give all that arrived, in the order of jobs."""
        files = sorted((self.folder / "arrived").glob("*.pdf"), key=lambda file: int(file.stem))
        return [file.read_bytes() for file in files]

    def fill(self) -> None:
        """Put paper into the printers that have none."""
        (self.folder / "paper").touch()

    def let_go(self) -> None:
        """Let slow printers finish."""
        (self.folder / "let-go").touch()

    def tidy(self) -> None:
        """Take all jobs and papers away, and let every printer work."""
        self.does("cancel", "-a", "-x")
        for name, *_ in _PRINTERS:
            self.does("cupsenable", name)
            self.does("cupsaccept", name)
        for name in ("paper", "let-go"):
            (self.folder / name).unlink(missing_ok=True)
        for file in (self.folder / "arrived").iterdir():
            file.unlink()

    def forget(self) -> None:
        """Forget all jobs, once they have ended."""
        until(lambda: not self.does("lpstat", "-o"))
        self.does("cancel", "-a", "-x")

    def does(self, program: str, *arguments: str) -> str:
        """Run a program of CUPS on this server, and give what it says; it may complain."""
        done = subprocess.run(
            [str(shutil.which(program, path=_PLACES)), *arguments],
            env={**os.environ, "CUPS_SERVER": self.socket},
            capture_output=True,
            check=False,
            text=True,
            timeout=_PATIENCE_S,
        )
        return done.stdout


@contextmanager
def print_service() -> Generator[PrintService]:
    """Yield a server, and end it after."""
    # The path of a socket may have some hundred letters, and that of a test's folder has more.
    with TemporaryDirectory(prefix="desk-cups-") as name:
        folder = Path(name)
        _furnish(folder)
        settings = ("-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf"))
        server = subprocess.Popen(
            [*_ends_with_us(), str(shutil.which("cupsd", path=_PLACES)), "-f", *settings],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            until(lambda: (folder / "socket").exists() and server.poll() is None)
            service = PrintService(folder)
            for printer, backend, title, on_error in _PRINTERS:
                policy = "guarded" if printer == "guarded" else "default"
                service.does(
                    "lpadmin",
                    *("-p", printer, "-v", f"{backend}:/{printer}", "-D", title, "-L", "Hall 3"),
                    *("-o", f"printer-error-policy={on_error}"),
                    *("-o", f"printer-op-policy={policy}", "-E"),
                )
            service.does("lpadmin", "-d", "laser")
            yield service
        finally:
            server.terminate()
            server.wait(_PATIENCE_S)


def until(asked: Callable[[], T | None], patience_s: float = _PATIENCE_S) -> T:
    """Ask until the answer is true, and give it."""
    ends = time.monotonic() + patience_s
    while not (answer := asked()):
        assert time.monotonic() < ends, f"still {answer!r}"
        time.sleep(0.02)
    return answer


def _furnish(folder: Path) -> None:
    names: Mapping[str, str] = {"folder": str(folder), "group": _own_group()}
    for part in ("server", "cache", "state", "spool/tmp", "arrived", "programs/backend"):
        (folder / part).mkdir(parents=True)
    for name, does in _BACKENDS.items():
        script = folder / "programs" / "backend" / name
        script.write_text(_SCRIPT + does.format(**names))
        # CUPS runs what only its owner may touch as that owner, who may write here.
        script.chmod(0o700)
    daemons = next((place for place in _DAEMONS if Path(place).exists()), None)
    if daemons is not None:
        (folder / "programs" / "daemon").symlink_to(daemons)
    (folder / "cups-files.conf").write_text(_FILES.format(**names))
    (folder / "cupsd.conf").write_text(_SETTINGS.format(**names))


def _ends_with_us() -> list[str]:
    """Let the server end also where this process is killed, if the system can do that."""
    ending = shutil.which("setpriv")
    return [ending, "--pdeathsig", "TERM"] if ending else []


def _own_group() -> str:
    if sys.platform == "win32":
        return ""
    import grp  # noqa: PLC0415 - Windows has none

    return grp.getgrgid(os.getgid()).gr_name

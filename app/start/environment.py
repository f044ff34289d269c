"""Keeping ``.venv`` in step with ``requirements.lock``, whatever happened to it."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from app.start.debian import supply_ensurepip, supply_qt
from app.start.tools import run_quietly, say

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


STAMP = "desk.stamp"


class Stamp(NamedTuple):
    """What a finished ``.venv`` was made for. It is written last: a half-made one has none.

    ``place`` is the interpreter and the folder, for an environment works nowhere else.
    ``lacking`` holds the shared libraries that Qt did not find on this system.
    """

    place: str
    lock: str
    lacking: tuple[str, ...] = ()


class Environment:
    """The folder ``.venv`` of one copy of the project."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.lock = home / "requirements.lock"
        self.folder = home / ".venv"
        self.scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.scripts / ("python.exe" if os.name == "nt" else "python")
        self.turn = self.folder / "desk.turn"
        self._stamp = self.folder / STAMP
        self._before = self.folder / "desk.before"

    @property
    def site_packages(self) -> Path:
        """Where the packages of the interpreter that runs now would be."""
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        return self.folder / ("Lib" if os.name == "nt" else f"lib/{version}") / "site-packages"

    def wanted(self) -> Stamp:
        """Give the stamp of an environment that is as it should be."""
        place = f"{sys.implementation.cache_tag} {sys.platform} {str(self.folder)!a}"
        return Stamp(place, hashlib.sha256(self.lock.read_bytes()).hexdigest())

    def stamp(self) -> Stamp | None:
        """Read the stamp. There is none if ``.venv`` was never finished or lost its Python."""
        try:
            place, lock, lacking = self._stamp.read_text("utf-8").split("\n")
        except (OSError, ValueError):
            return None
        return Stamp(place, lock, tuple(lacking.split())) if self.python.exists() else None

    def put_stamp(self, stamp: Stamp) -> None:
        """Declare the environment finished."""
        unfinished = self._stamp.with_suffix(".new")
        lines = (stamp.place, stamp.lock, " ".join(stamp.lacking))
        unfinished.write_text("\n".join(lines), "utf-8")
        unfinished.replace(self._stamp)

    def set_aside(self) -> None:
        """Move what there is out of the way, the stamp first."""
        self.forget_what_was_set_aside()
        self._before.mkdir()
        for entry in sorted(self.folder.iterdir(), key=lambda entry: entry != self._stamp):
            if entry not in (self.turn, self._before):
                entry.rename(self._before / entry.name)

    def bring_back(self) -> None:
        """Move what was set aside to its place, the stamp last; go on where a kill ended it."""
        if self._before.exists():
            for entry in sorted(self._before.iterdir(), key=lambda old: old.name == STAMP):
                _remove(self.folder / entry.name)
                entry.rename(self.folder / entry.name)
            self._before.rmdir()

    def forget_what_was_set_aside(self) -> None:
        """Remove it, now that something better is in its place."""
        _remove(self._before)

    def variables(self) -> dict[str, str]:
        """Give the variables for what runs in the environment: no stranger's modules are found.

        UTF-8 is asked for because Windows would redirect output in an encoding that lacks
        most names.
        """
        strange = ("PYTHONHOME", "PYTHONPATH")
        kept = {name: value for name, value in os.environ.items() if name not in strange}
        return {**kept, "PYTHONUTF8": "1"}


def prepare(environment: Environment, *, for_qt: bool) -> None:
    """Make ``.venv`` what ``requirements.lock`` says, unless it is; then this costs nothing.

    ``for_qt``: Qt will be used, so libraries that it lacked are looked for again.

    Raises:
        PreparationError: A tool failed.
        OSError: The folder can't be written.

    """
    if _is_ready(environment, for_qt=for_qt):
        return
    environment.folder.mkdir(exist_ok=True)
    with only_one_start(environment.turn):
        if environment.stamp() is None:
            environment.bring_back()
        # Whoever had its turn before may have done it.
        if not _is_ready(environment, for_qt=for_qt):
            _bring_up_to_date(environment)


@contextmanager
def only_one_start(turn: Path) -> Iterator[None]:
    """Wait until no other start holds the file ``turn``, and hold it meanwhile."""
    with turn.open("ab") as file:
        os.set_inheritable(file.fileno(), True)
        if not _take(file.fileno()):
            say("another start is preparing .venv; waiting for it")
            while not _take(file.fileno()):
                time.sleep(0.1)
        yield


def _is_ready(environment: Environment, *, for_qt: bool) -> bool:
    stamp = environment.stamp()
    if stamp is None or stamp._replace(lacking=()) != environment.wanted():
        return False
    return not (for_qt and stamp.lacking)


def _bring_up_to_date(environment: Environment) -> None:
    wanted, stamp = environment.wanted(), environment.stamp()
    if stamp is None or stamp._replace(lacking=()) != wanted:
        # The old one stays at hand: a desk without a network must not lose it only because
        # somebody tried another Python.
        environment.set_aside()
        with ExitStack() as unless_it_is_made:
            unless_it_is_made.callback(environment.bring_back)
            _make(environment)
            _install_packages(environment)
            unless_it_is_made.pop_all()
    environment.put_stamp(wanted._replace(lacking=supply_qt(environment.site_packages)))
    environment.forget_what_was_set_aside()


def _make(environment: Environment) -> None:
    say(f"making {environment.folder}")
    supply_ensurepip()
    # Were sys.executable in the folder just emptied, it could make no other.
    python = str(getattr(sys, "_base_executable", sys.executable))
    make = [python, "-P", "-m", "venv", str(environment.folder)]
    run_quietly(make, "Python could not make .venv. This is what it said:")


def _install_packages(environment: Environment) -> None:
    say("installing packages, this may take some minutes; only now is a network needed")
    pip = [str(environment.python), "-P", "-m", "pip", "--disable-pip-version-check", "--no-input"]
    what = ["install", "--quiet", "--require-hashes", "--requirement", str(environment.lock)]
    advice = "The packages could not be installed. Connect to the internet and start again."
    run_quietly([*pip, *what], f"{advice} This is what pip said:")


def _take(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)

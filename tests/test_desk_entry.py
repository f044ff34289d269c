from __future__ import annotations

import ast
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

import desk
from app.start.checks import pytest_command
from app.start.environment import Environment, only_one_start, prepare

PROJECT = Path(desk.__file__).parent

# Says how it was started, as app.cli and ui.main of a copy of the project.
ECHO = """
import os, sys
print(__spec__.name, sys.argv[1:], os.getcwd(), sys.path[0])
print("UTF-8" if sys.flags.utf8_mode else "any encoding")
sys.exit(7)
"""

# Holds the turn while a tool runs, as a start does while pip does.
HOLD = """
import pathlib, sys
from app.start.environment import only_one_start
from app.start.tools import run_quietly
with only_one_start(pathlib.Path(sys.argv[1])):
    run_quietly([sys.executable, "-c", sys.argv[2]], "The tool failed.")
"""

TOOL = """
import pathlib, time
pathlib.Path({runs!r}).touch()
while not pathlib.Path({may_end!r}).exists():
    time.sleep(0.01)
"""

PARTS = ("__init__", "checks", "debian", "environment", "tools")


def copy_of_project(folder: Path) -> Path:
    """Make one that asks for no package and whose commands only say how they were started."""
    (folder / "app").mkdir(parents=True)
    shutil.copy(PROJECT / "app/__init__.py", folder / "app")
    shutil.copytree(PROJECT / "app/start", folder / "app/start")
    shutil.copy(PROJECT / "desk.py", folder)
    for module in ("app/cli/__main__.py", "ui/main.py"):
        (folder / module).parent.mkdir(parents=True, exist_ok=True)
        (folder / module).write_text(ECHO)
    (folder / "requirements.lock").touch()
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return copy_of_project(tmp_path / "a copy")


@pytest.fixture
def prepared(home: Path) -> Path:
    """Give such a copy whose environment is finished and is this very Python."""
    environment = Environment(home)
    environment.scripts.mkdir(parents=True)
    environment.python.symlink_to(sys.executable)
    environment.put_stamp(environment.wanted())
    return home


def start(home: Path, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, home / "desk.py", *arguments],
        capture_output=True,
        check=False,
        cwd=cwd,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "0"},
    )


def popen(command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


class Made(NamedTuple):
    """A copy whose half-made environment was found by a start; making one takes seconds."""

    home: Path
    leftover: Path
    answer: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    home = copy_of_project(tmp_path_factory.mktemp("made") / "a copy")
    leftover = home / ".venv" / "lib" / "half-unpacked"
    leftover.mkdir(parents=True)
    return Made(home, leftover, start(home, "find"))


class TestWhatWasAsked:
    def test_a_command_goes_to_the_command_line_as_it_was_typed(self, prepared: Path) -> None:
        answer = start(prepared, "find", "an event", "--json", "Łukasz")

        assert answer.stdout.startswith("app.cli.__main__ ['find', 'an event', '--json', 'Łukasz']")

    @pytest.mark.parametrize(
        "arguments", [[], ["vilnius.matchdesk"], ["pictures", "-o", "x"], ["--self-test"]]
    )
    def test_what_needs_qt_goes_to_the_application(
        self, prepared: Path, arguments: list[str]
    ) -> None:
        answer = start(prepared, *arguments)

        assert answer.stdout.startswith(f"ui.main {arguments}")

    def test_the_status_of_the_command_is_the_status_of_the_entry(self, prepared: Path) -> None:
        assert start(prepared, "find").returncode == 7

    def test_a_finished_environment_is_not_spoken_of(self, prepared: Path) -> None:
        assert start(prepared, "find").stderr == ""

    def test_a_command_runs_in_the_folder_of_the_caller(
        self, prepared: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "app.py").write_text("raise SystemExit('a stranger was imported')")

        answer = start(prepared, "find", cwd=tmp_path)

        assert answer.stdout.startswith(f"app.cli.__main__ ['find'] {tmp_path} {prepared}")

    def test_a_command_may_print_every_name_wherever_its_output_goes(self, prepared: Path) -> None:
        assert "UTF-8" in start(prepared, "find").stdout

    def test_check_takes_no_more_words(self, prepared: Path) -> None:
        assert start(prepared, "check", "tests/db").returncode == 2

    def test_only_a_test_that_asks_for_all_runs_the_long_ones(self) -> None:
        environment = Environment(PROJECT)

        assert "not long" in pytest_command(environment, ["-k", "word"])
        assert "not long" not in pytest_command(environment, ["--all", "-k", "word"])

    def test_words_after_test_reach_pytest_last_so_that_they_win(self) -> None:
        command = pytest_command(Environment(PROJECT), ["-n", "0", "--all", "-k", "word"])

        assert command[-4:] == ["-n", "0", "-k", "word"]


class TestTheEnvironment:
    def test_one_that_was_never_finished_is_made_anew(self, made: Made) -> None:
        assert made.answer.returncode == 7, made.answer.stderr
        assert "making" in made.answer.stderr
        assert not made.leftover.exists()

    def test_what_pip_said_is_shown_and_the_old_one_kept(self, made: Made) -> None:
        nothing = hashlib.sha256(b"").hexdigest()
        (made.home / "requirements.lock").write_text(f"./absent.whl --hash=sha256:{nothing}\n")
        refused = start(made.home, "find")
        (made.home / "requirements.lock").write_text("")
        as_before = start(made.home, "find")

        assert refused.returncode == 3
        assert "Connect to the internet and start again." in refused.stderr
        assert "absent.whl" in refused.stderr
        assert (as_before.returncode, as_before.stderr) == (7, "")

    def test_one_set_aside_by_a_start_that_was_killed_is_brought_back(self, prepared: Path) -> None:
        environment = Environment(prepared)
        environment.set_aside()
        environment.scripts.mkdir()
        environment.python.write_text("half made")

        answer = start(prepared, "find")

        assert (answer.returncode, answer.stderr) == (7, "")

    def test_a_finished_one_is_left_alone(self, prepared: Path) -> None:
        before = sorted(prepared.rglob("*"))

        prepare(Environment(prepared), for_qt=False)

        assert sorted(prepared.rglob("*")) == before

    def test_one_that_lost_its_python_counts_as_unfinished(self, prepared: Path) -> None:
        python = Environment(prepared).python
        python.unlink()
        python.symlink_to(prepared / "uninstalled")

        assert Environment(prepared).stamp() is None

    def test_one_whose_stamp_is_torn_counts_as_unfinished(self, prepared: Path) -> None:
        (prepared / ".venv" / "desk.stamp").write_text("cpython-311 linux")

        assert Environment(prepared).stamp() is None

    def test_a_moved_one_is_not_what_is_wanted(self, prepared: Path, tmp_path: Path) -> None:
        moved = Environment(prepared.rename(tmp_path / "moved"))

        stamp = moved.stamp()

        assert stamp is not None
        assert stamp.place != moved.wanted().place

    def test_one_for_another_lock_is_not_what_is_wanted(self, prepared: Path) -> None:
        environment = Environment(prepared)
        environment.lock.write_text("# changed")

        assert environment.stamp() != environment.wanted()

    def test_a_stamp_is_read_as_it_was_put(self, prepared: Path) -> None:
        environment = Environment(prepared)
        stamp = environment.wanted()._replace(lacking=("libEGL.so.1", "libGL.so.1"))

        environment.put_stamp(stamp)

        assert environment.stamp() == stamp

    def test_a_folder_that_cannot_be_written_is_named(self, home: Path) -> None:
        (home / ".venv").write_text("a file is in the way")

        answer = start(home, "find")

        assert answer.returncode == 3
        assert str(home / ".venv") in answer.stderr


class TestTwoStartsAtOnce:
    def test_the_second_waits_and_uses_what_the_first_has_made(self, home: Path) -> None:
        environment = Environment(home)
        environment.scripts.mkdir(parents=True)
        with only_one_start(environment.turn):
            second = popen([sys.executable, str(home / "desk.py"), "find"])
            assert second.stderr is not None
            waits = second.stderr.readline()
            environment.python.symlink_to(sys.executable)
            environment.put_stamp(environment.wanted())
        output, errors = second.communicate()

        assert "waiting" in waits
        assert output.startswith("app.cli.__main__ ['find']")
        assert errors == ""

    def test_the_next_waits_for_a_tool_whose_start_was_killed(self, tmp_path: Path) -> None:
        turn, runs, may_end = (tmp_path / name for name in ("turn", "runs", "may end"))
        tool = TOOL.format(runs=str(runs), may_end=str(may_end))
        with popen([sys.executable, "-c", HOLD, str(turn), tool]) as killed:
            while not runs.exists():
                assert killed.poll() is None
                time.sleep(0.01)
            killed.kill()

        with popen([sys.executable, "-c", HOLD, str(turn), "pass"]) as following:
            assert following.stderr is not None
            waits = following.stderr.readline()
            may_end.touch()

        assert "waiting" in waits
        assert following.returncode == 0


class TestAPythonTooOld:
    def test_it_is_told_which_one_will_do(self) -> None:
        assert desk.too_old((3, 10)) == (
            "this is Python 3.10. Start desk.py with Python 3.11 or newer."
        )

    def test_the_oldest_that_will_do_is_told_nothing(self) -> None:
        assert desk.too_old((3, 11)) == ""

    @pytest.mark.parametrize("path", ["desk.py", *(f"app/start/{name}.py" for name in PARTS)])
    def test_it_can_read_what_tells_it(self, path: str) -> None:
        ast.parse((PROJECT / path).read_text("utf-8"), feature_version=(3, 7))

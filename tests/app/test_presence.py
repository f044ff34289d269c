"""What the installed program does first, for systems that give it no console."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from app.presence import announce, speak

WITHOUT_CONSOLE = """
import sys
sys.stdout = sys.stderr = None
from ui.installed import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_program_that_has_something_to_write_to_keeps_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    announce()
    speak(is_command=True)
    sys.stdout.write("heard")

    assert capsys.readouterr().out == "heard"


@pytest.mark.parametrize(("words", "status"), [(["--version"], 0), (["nothing-of-ours"], 2)])
def test_a_command_ends_as_it_should_where_there_is_nothing_to_write_to(
    words: list[str], status: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", WITHOUT_CONSOLE, *words],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (status, b"", b"")

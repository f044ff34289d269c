"""The self-test, as a checkout runs it; the installed program's own is a step of ``.ci/run``."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.installed import is_for_window
from ui.self_test.day import Day
from ui.self_test.program import Program, StepFailed
from ui.self_test.running import FAILED, self_test


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], True),
        (["vilnius.matchdesk"], True),
        (["--self-test"], True),
        (["--version"], False),
        (["verify", "vilnius.matchdesk"], False),
    ],
)
def test_the_first_word_tells_what_the_installed_program_is(
    words: list[str], expected: bool
) -> None:
    assert is_for_window(words) is expected


def test_the_first_steps_of_a_day_hold(tmp_path: Path) -> None:
    held = {}
    for name, step in Day(Program(tmp_path)).steps():
        held[name] = step()
        if name == "import":
            break

    assert held["import"].startswith("212 delegates")


def test_a_step_that_does_not_hold_ends_it_with_what_came_instead(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The event can't be made below what is a file.
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    monkeypatch.setenv("MATCHDESK_HOME", str(in_the_way))
    monkeypatch.setattr("ui.self_test.running.Program", lambda _folder: Program(in_the_way))

    assert self_test([]) == FAILED
    told = capfd.readouterr().out
    assert "FAILED" in told
    assert "Not all held" in told


def test_a_window_that_is_never_painted_fails(tmp_path: Path) -> None:
    with pytest.raises(StepFailed):
        Program(tmp_path).until_usable(tmp_path / "nothing.matchdesk")

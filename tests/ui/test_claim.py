"""One window to an event: a second start brings the first to the front."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.claim import Claim, ring

PROJECT = Path(__file__).parents[2]


def test_a_ring_is_heard_by_the_window_that_holds_the_event(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "vilnius.matchdesk"
    claim = Claim()
    assert claim.take(file)

    with qtbot.waitSignal(claim.wanted):
        assert ring(file)

    claim.give_up()
    assert not ring(file)


def test_nobody_hears_a_ring_at_another_event(tmp_path: Path, qtbot: QtBot) -> None:
    claim = Claim()
    assert claim.take(tmp_path / "vilnius.matchdesk")

    with qtbot.assertNotEmitted(claim.wanted, wait=50):
        assert not ring(tmp_path / "riga.matchdesk")
    claim.give_up()


def test_an_event_is_held_once(tmp_path: Path, qapp: object) -> None:
    first, second = Claim(), Claim()
    assert first.take(tmp_path / "vilnius.matchdesk")

    assert not second.take(tmp_path / "vilnius.matchdesk")
    first.give_up()
    assert second.take(tmp_path / "vilnius.matchdesk")
    second.give_up()


def test_a_second_start_on_an_event_ends_at_once_and_shows_the_first(
    tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "vilnius.matchdesk"
    claim = Claim()
    assert claim.take(file)

    with qtbot.waitSignal(claim.wanted, timeout=30_000):
        second = subprocess.Popen(
            [sys.executable, "-P", "-m", "ui.installed", str(file)],
            cwd=tmp_path,
            env={"PYTHONPATH": str(PROJECT), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        )

    assert second.wait(30) == 0
    claim.give_up()

"""What a terminal is told of disks and folders that do no good to an event."""

from __future__ import annotations

import shutil

import pytest

from tests.app.cli.conftest import Terminal


def test_a_disk_that_is_nearly_full_is_told_beside_each_answer(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(terminal.folder)._replace(free=400_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    warning = "Only 400 MB are free on the disk. Make room before the day begins.\n"

    terminal.makes_event()
    made = terminal.err
    answer = terminal.asks("find", "ada")

    assert (made, terminal.err) == (warning, warning)
    assert answer["delegates"] == []


def test_an_event_in_a_synchronised_folder_is_refused_with_what_to_do(terminal: Terminal) -> None:
    terminal.makes_event()
    (terminal.folder / ".dropbox").touch()

    terminal.run("find", "ada")
    said = terminal.err
    facts = terminal.asks("find", "ada")

    assert terminal.status == 3
    assert "is synchronised by Dropbox" in said
    assert "copy it to another folder of this computer" in said
    assert (facts["refused"], facts["kind"]) == ("storage_refused", "UnsafePlace")
    assert facts["problem"]["reason"] == "synchronised"

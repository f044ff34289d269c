from __future__ import annotations

import json
import shutil
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main
from app.event.sample import sample_names
from app.printing.readback import codes_in
from tests.app.cli.conftest import Terminal


def played(home: Path, *sample: str) -> dict[str, Any]:
    """Play a demo, and give what it tells of the day that it leaves in a folder."""
    told = TextIOWrapper(BytesIO(), "utf-8")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(told):
        patch.setenv("MATCHDESK_HOME", str(home / "home"))
        assert main(["demo", "--json", "--out", str(home / "day"), *sample]) == 0
    told.seek(0)
    figures: dict[str, Any] = json.loads(told.read())
    return figures


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a demo tells of the sample that is played unless one is named."""
    return played(tmp_path_factory.mktemp("demo"))


def test_the_demo_plays_a_whole_day(day: dict[str, Any]) -> None:
    assert day["ok"] is True
    assert (day["imported"], day["imported_again"]) == (212, 0)
    assert day["printed"] == day["read_back"] == 202
    assert day["refused"] == [
        *("already_in", "other_event", "incomplete", "forged_or_damaged", "not_ours", "replaced")
    ]
    assert day["checked_in"] == day["scanned"] + 2
    assert len(list(codes_in(Path(day["folder"]) / "badges.pdf"))) == 202
    assert (day["requests"], day["meetings"]) == (363, 349)


def test_a_sample_of_a_day_that_took_place_is_played_as_it_went(tmp_path: Path) -> None:
    day = played(tmp_path, "--sample", "hannover-messe-2015")

    clusters = day["types"]["cluster"]
    assert (clusters["applied"]["organisations"], clusters["applied"]["countries"]) == (25, 9)
    assert (clusters["met"]["organisations"], clusters["met"]["countries"]) == (19, 8)
    assert day["held"] == {"c2c": 44, "b2c": 17}
    assert (day["not_recorded"], day["could_not_come"]) == (0, 6)
    assert "44 C2C and 17 B2C meetings were held, 61 in all" in day["headline"]
    assert (day["exported"]["meetings"], day["exported"]["delegates"]) == (63, 35)
    papers = {each.name for each in Path(day["folder"]).iterdir()}
    assert papers >= {"badges.pdf", "report.pdf", "export", "evening-copy.matchdesk"}
    assert day["ok"] is True


def test_the_demo_keeps_nothing_unless_asked(
    terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["demo"])

    told = capsys.readouterr().out
    assert status == 0
    assert "186 of 204 came." in told
    assert list(terminal.folder.glob("**/*.matchdesk*")) == []


def test_a_second_demo_leaves_the_first_alone(terminal: Terminal, day: dict[str, Any]) -> None:
    folder = terminal.folder / "day"
    shutil.copytree(day["folder"], folder)
    before = (folder / "demo.matchdesk").read_bytes()

    main(["demo", "--out", str(folder)])

    assert (folder / "demo.matchdesk").read_bytes() == before
    assert (folder / "demo1.matchdesk").exists()


def test_every_sample_is_listed_with_what_is_particular_to_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["demo", "--list"]) == 0

    told = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in told} == set(sample_names())
    assert told[0].startswith("cluster-matchmaking-days  Cluster Matchmaking Days 2027. Two days")

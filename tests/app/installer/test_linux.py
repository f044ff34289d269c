"""What Linux installs, made of a small folder that stands for the program's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.installer.linux import make_archive, make_package
from app.version import VERSION

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="It is made on Linux alone")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    program = tmp_path / "matchdesk"
    (program / "_internal").mkdir(parents=True)
    starter = program / "matchdesk"
    starter.write_text('#!/bin/sh\necho "opened $1"\n', encoding="utf-8")
    starter.chmod(0o755)
    return program


@pytest.mark.parametrize("name", ["home", "a home with spaces"])
def test_an_account_installs_from_the_archive_and_takes_it_away_again(
    folder: Path, tmp_path: Path, name: str
) -> None:
    home = tmp_path / name
    events = home / ".local" / "share" / "matchdesk" / "events"
    events.mkdir(parents=True)
    (events / "vilnius.matchdesk").touch()
    archive = make_archive(folder, tmp_path)
    subprocess.run(["tar", "-xf", archive, "-C", tmp_path], check=True)
    unpacked = tmp_path / f"matchdesk-{VERSION}"

    def run(script: Path) -> None:
        surroundings = {"HOME": str(home), "PATH": os.environ["PATH"]}
        subprocess.run([script], env=surroundings, check=True, capture_output=True)

    run(unpacked / "install.sh")
    started = subprocess.run(
        [home / ".local" / "bin" / "matchdesk", "x"], check=True, capture_output=True, text=True
    )
    entry = home / ".local" / "share" / "applications" / "matchdesk.desktop"
    (line,) = [
        each for each in entry.read_text(encoding="utf-8").splitlines() if each.startswith("Exec=")
    ]
    assert started.stdout == "opened x\n"
    program = f"{home}/.local/share/matchdesk-program/matchdesk"
    assert line == (f'Exec="{program}" %f' if " " in program else f"Exec={program} %f")

    run(home / ".local" / "share" / "matchdesk-program" / "uninstall.sh")
    # What the desktop's own tools wrote of all that is installed is theirs.
    left = [
        each
        for each in home.rglob("*")
        if each.is_file() and "mime" not in each.parts and each.name != "mimeinfo.cache"
    ]
    assert left == [events / "vilnius.matchdesk"]


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb comes with Debian")
def test_the_package_brings_the_program_its_menu_entry_and_its_file_type(
    folder: Path, tmp_path: Path
) -> None:
    package = make_package(folder, tmp_path)

    listed = subprocess.run(
        ["dpkg-deb", "--contents", package], check=True, capture_output=True, text=True
    ).stdout
    for path in (
        "./opt/matchdesk/matchdesk",
        "./usr/bin/matchdesk -> /opt/matchdesk/matchdesk",
        "./usr/share/applications/matchdesk.desktop",
        "./usr/share/mime/packages/matchdesk.xml",
        "./usr/share/icons/hicolor/48x48/apps/matchdesk.png",
    ):
        assert path in listed
    out = tmp_path / "unpacked"
    subprocess.run(["dpkg-deb", "--extract", package, out], check=True)
    entry = (out / "usr/share/applications/matchdesk.desktop").read_text(encoding="utf-8")
    assert "\nExec=matchdesk %f\n" in entry

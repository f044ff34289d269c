from __future__ import annotations

import json
from pathlib import Path

import pytest

from db.errors import UnsafePlace
from db.opening import create_event_file, open_event_file
from db.synchronised import synchronised_by


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    return home


def of(folder: Path, home: Path, **environment: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    return synchronised_by(folder, environment, home)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - Cluster e.V./Events", "OneDrive"),
        ("Dropbox (Private)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("iCloudDrive/2027", "iCloud Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Library/CloudStorage/GoogleDrive-rasa@example.org", "a cloud service"),
        ("Nextcloud", "Nextcloud"),
        ("ownCloud/Events", "ownCloud"),
        ("Events", ""),
        ("Events/Dropbox", ""),
        (".", ""),
    ],
)
def test_a_service_is_known_by_where_it_puts_its_folder(
    home: Path, folder: str, service: str
) -> None:
    assert of(home / folder, home) == service


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial"])
def test_windows_says_where_onedrive_is(tmp_path: Path, home: Path, variable: str) -> None:
    synchronised = tmp_path / "Work"

    assert of(synchronised / "Events", home, **{variable: str(synchronised)}) == "OneDrive"
    assert of(tmp_path / "Workshop", home, **{variable: str(synchronised)}) == ""


@pytest.mark.parametrize("settings", [".dropbox", "AppData/Dropbox"])
def test_dropbox_says_where_its_folders_are(tmp_path: Path, home: Path, settings: str) -> None:
    info = home / settings / "info.json"
    info.parent.mkdir(parents=True)
    info.write_text(json.dumps({"personal": {"path": str(tmp_path / "Box")}}), encoding="utf-8")

    assert of(tmp_path / "Box" / "Events", home, APPDATA=str(home / "AppData")) == "Dropbox"


@pytest.mark.parametrize("text", ["", "[]", '{"personal": 1}', '{"personal": {}}'])
def test_settings_of_dropbox_that_make_no_sense_say_nothing(
    tmp_path: Path, home: Path, text: str
) -> None:
    info = home / ".dropbox" / "info.json"
    info.parent.mkdir()
    info.write_text(text, encoding="utf-8")

    assert of(tmp_path / "Events", home) == ""


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".dropbox", "Dropbox"),
        (".sync_0a1b2c3d4e5f.db", "Nextcloud"),
        ("._sync_0a1b2c3d4e5f.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".tmp.driveupload", "Google Drive"),
        ("sync.db", ""),
    ],
)
def test_a_service_is_known_by_what_it_keeps_in_its_folder(
    tmp_path: Path, home: Path, marker: str, service: str
) -> None:
    (tmp_path / "Shared").mkdir()
    (tmp_path / "Shared" / marker).touch()

    assert of(tmp_path / "Shared" / "2027" / "Events", home) == service


def test_an_event_in_a_synchronised_folder_is_neither_made_nor_opened(tmp_path: Path) -> None:
    file = tmp_path / "event.matchdesk"
    create_event_file(file).close()
    before = file.read_bytes()
    (tmp_path / ".dropbox").touch()

    with pytest.raises(UnsafePlace) as opened:
        open_event_file(file)
    with pytest.raises(UnsafePlace) as made:
        create_event_file(tmp_path / "new.matchdesk")

    for problem in (opened.value, made.value):
        assert (problem.reason, problem.by) == ("synchronised", "Dropbox")
    assert sorted(each.name for each in tmp_path.iterdir()) == [".dropbox", "event.matchdesk"]
    assert file.read_bytes() == before

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from app.settings import (
    HOME,
    Settings,
    SettingsUnreadable,
    change_settings,
    load_settings,
    save_settings,
    settings_file,
)

DESK = Settings("d0000000-0000-4000-8000-000000000001", "Desk 1", "A", "Rasa")


def test_the_first_start_makes_a_desk_that_stays_the_same(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.toml"

    first = load_settings(file)

    assert first.desk == UUID(first.desk_id)
    assert load_settings(file) == first


@pytest.mark.parametrize(
    "name", ["Desk 1", 'Desk "North"', "C:\\desk", "Būstinė", "two\nlines\t", "a\x7fb", ""]
)
def test_settings_read_back_as_they_were_saved(tmp_path: Path, name: str) -> None:
    settings = Settings(DESK.desk_id, name, "B", "Žilvinas")

    save_settings(settings, tmp_path / "settings.toml")

    assert load_settings(tmp_path / "settings.toml") == settings


def test_what_a_newer_version_has_saved_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save_settings(DESK, file)
    file.write_text(file.read_text(encoding="utf-8") + 'colour = "blue"\n', encoding="utf-8")

    assert load_settings(file) == DESK


def test_how_the_window_was_left_reads_back(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    settings = replace(
        DESK,
        theme="dark",
        sound=False,
        page="delegates",
        window="AdnQywAD",
        recent=('C:\\Events\\"Tür".matchdesk', "/home/rasa/Žiema.matchdesk"),
        columns="name state",
    )

    save_settings(settings, file)

    assert load_settings(file) == settings


@pytest.mark.parametrize("value", ['"loud"', "1", "[]", "2027-03-16", "{ on = true }"])
def test_a_value_that_makes_no_sense_is_passed_over(tmp_path: Path, value: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'desk_id = "{DESK.desk_id}"\nsound = {value}\npage = "event"\n')

    assert load_settings(file) == Settings(DESK.desk_id, page="event")


def test_of_the_recent_events_those_that_make_sense_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'desk_id = "{DESK.desk_id}"\nrecent = ["a", 7, "b", ["c"]]\n')

    assert load_settings(file).recent == ("a", "b")


@pytest.mark.parametrize("text", ["desk_name = 5\n", "desk_id = 5\n", "desk_id = 'me'\n", "= =\n"])
def test_without_its_id_a_desk_is_not_known(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text)

    with pytest.raises(SettingsUnreadable) as refusal:
        load_settings(file)

    assert refusal.value.file == file


def test_saving_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    save_settings(DESK, tmp_path / "settings.toml")

    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]


def test_a_change_keeps_what_others_changed_meanwhile(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save_settings(DESK, file)
    change_settings(lambda settings: replace(settings, theme="dark"), file)

    now = change_settings(lambda settings: replace(settings, sound=False), file)

    assert now == load_settings(file) == replace(DESK, theme="dark", sound=False)


def test_settings_stand_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))

    assert settings_file() == tmp_path / "settings.toml"


def test_another_desk_on_this_computer_is_known_by_its_name() -> None:
    north = DESK.named("North")

    assert north.desk != DESK.desk
    assert north == DESK.named("North")
    assert (north.desk_name, north.letters, north.on_duty) == ("North", "", "Rasa")


def test_a_desks_own_name_is_itself() -> None:
    assert DESK.named("Desk 1") == DESK


@pytest.mark.parametrize("name", ["Tür 😀", 'Desk "2"', "back\\slash", "del\x7f", "tab\there"])
def test_a_desk_may_have_any_name(tmp_path: Path, name: str) -> None:
    file = tmp_path / "settings.toml"
    settings = replace(DESK, desk_name=name)

    save_settings(settings, file)

    assert load_settings(file) == settings

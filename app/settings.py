"""What belongs to this desk and not to the event: who it is, and where its files are."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, get_type_hints
from uuid import UUID, uuid4, uuid5

import platformdirs

from app.errors import DeskError
from app.files import make_folder, written_whole

HOME = "MATCHDESK_HOME"
"""Names a folder to keep the settings in, instead of the platform's own."""


@dataclass(eq=False)
class SettingsUnreadable(DeskError):
    """The settings of this desk can't be read. ``detail`` says why, in the reader's words."""

    file: Path
    detail: str


@dataclass(frozen=True, slots=True)
class Settings:
    """A desk's settings. ``letters`` begin the numbers that it gives out, if they are free.

    The rest is how its window was left: ``theme`` is ``system``, ``light`` or ``dark``;
    ``window`` its place on the screen, in the toolkit's own words; ``recent`` the events it had
    open, as ``app.recents`` writes them; ``columns`` what its tables show;
    ``camera`` the one that reads badges, in its system's words; ``scanner`` what was learnt of
    the keyboard layout that scanners type through, blank if that changes nothing, and
    ``scanner_seen`` how the last scan arrived, and when;
    ``stock`` what badges were printed on last, ``printing`` where they went, in the window's own
    words, ``schedule_printing`` where schedules did and ``slip_printing`` where change slips did,
    on ``slip_paper``; ``folders`` the one that was used last for each kind of file, after its kind;
    ``own_scans`` whether the Desk lists the scans of this desk alone; ``wall_light`` whether the
    wall display is light, and ``wall_screen`` which screen it was put on, by the system's name;
    ``printers`` and ``fits`` which printer papers of a kind go to, and how they are put right
    for it, as ``app.printers.choices`` writes them, and ``badge_at_check_in`` whether a badge comes
    out for whoever checks in and has none on paper; ``templates`` what badges on which stock are
    printed from, as ``app.printing.designs`` writes it; ``papers`` what other kinds of papers were
    printed on last, as ``app.printers.choices`` writes it; ``tables`` those that this desk looks
    after, such as ``1-20``, or blank; ``sort`` in which order badges and schedules come out, and
    ``cut_marks`` whether sheets say where to cut.
    """

    desk_id: str
    desk_name: str = "Desk 1"
    letters: str = "A"
    on_duty: str = ""
    theme: str = "system"
    sound: bool = True
    page: str = ""
    window: str = ""
    recent: tuple[str, ...] = ()
    columns: str = ""
    camera: str = ""
    scanner: str = ""
    scanner_seen: str = ""
    stock: str = "a4-4up"
    printing: str = ""
    schedule_printing: str = ""
    slip_printing: str = ""
    slip_paper: str = "62mm-roll"
    folders: tuple[str, ...] = ()
    own_scans: bool = False
    wall_light: bool = False
    wall_screen: str = ""
    printers: tuple[str, ...] = ()
    fits: tuple[str, ...] = ()
    badge_at_check_in: bool = False
    templates: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    sort: str = "family-name"
    cut_marks: bool = True
    tables: str = ""

    @property
    def desk(self) -> UUID:
        """The desk's id, the same on every event it works on."""
        return UUID(self.desk_id)

    def named(self, desk_name: str) -> Settings:
        """Give the settings of another desk on this computer, known by its name."""
        if desk_name == self.desk_name:
            return self
        other = uuid5(self.desk, desk_name)
        return replace(self, desk_id=str(other), desk_name=desk_name, letters="")


def settings_file() -> Path:
    """Give the place of the settings file; its folder may not exist yet."""
    home = os.environ.get(HOME)
    folder = (
        Path(home) if home else Path(platformdirs.user_config_dir("matchdesk", appauthor=False))
    )
    return folder / "settings.toml"


def load_settings(file: Path | None = None) -> Settings:
    """Read the settings; at the first start, make them.

    A value that makes no sense is passed over, for the desk can work without it; but a file
    that is not TOML, or that has lost the desk's id, is refused.

    Raises:
        SettingsUnreadable: The file is not as it was written.
        FileNotWritten: It is the first start, and the settings can't be kept.
    """
    file = file or settings_file()
    try:
        stored = tomllib.loads(file.read_text(encoding="utf-8"))
        settings = Settings(**dict(_sensible(stored)))
        UUID(settings.desk_id)
    except FileNotFoundError:
        settings = Settings(desk_id=str(uuid4()))
        save_settings(settings, file)
    except (OSError, ValueError, TypeError) as error:
        raise SettingsUnreadable(file, str(error)) from error
    return settings


def save_settings(settings: Settings, file: Path | None = None) -> None:
    """Write the settings, whole or not at all.

    Raises:
        FileNotWritten: The system did not let us.
    """
    file = file or settings_file()
    make_folder(file.parent)
    with written_whole(file) as stream:
        for name, value in asdict(settings).items():
            stream.write(f"{name} = {_written(value)}\n".encode())


def change_settings(change: Callable[[Settings], Settings], file: Path | None = None) -> Settings:
    """Read the settings, change them, write them, and give them as they are now.

    Raises:
        SettingsUnreadable: The file is not as it was written.
        FileNotWritten: The system did not let us.
    """
    changed = change(load_settings(file))
    save_settings(changed, file)
    return changed


def _sensible(stored: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    types = get_type_hints(Settings)
    for field in fields(Settings):
        value = stored.get(field.name)
        if types[field.name] == tuple[str, ...]:
            if isinstance(value, list):
                yield field.name, tuple(each for each in value if isinstance(each, str))
        elif type(value) is types[field.name]:
            yield field.name, value


def _written(value: str | bool | tuple[str, ...]) -> str:
    # JSON's way of writing is TOML's but for two things: pairs of surrogates, and DEL.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

"""What belongs to this desk and not to the event: who it is, and where its files are."""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from uuid import UUID, uuid4, uuid5

import platformdirs

HOME = "MATCHDESK_HOME"
"""Names a folder to keep the settings in, instead of the platform's own."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A desk's settings. ``letters`` begin the numbers that it gives out, if they are free."""

    desk_id: str
    desk_name: str = "Desk 1"
    letters: str = "A"
    on_duty: str = ""

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
    """Read the settings; at the first start, make them."""
    file = file or settings_file()
    try:
        stored = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        settings = Settings(desk_id=str(uuid4()))
        save_settings(settings, file)
        return settings
    known = {name: str(stored[name]) for name in Settings.__slots__ if name in stored}
    return Settings(**known)


def save_settings(settings: Settings, file: Path | None = None) -> None:
    """Write the settings, whole or not at all."""
    file = file or settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    # JSON's way of quoting a string is TOML's as well.
    lines = [f"{name} = {json.dumps(value)}\n" for name, value in asdict(settings).items()]
    unfinished = file.with_name(f"{file.name}.unfinished-{os.getpid()}")
    unfinished.write_text("".join(lines), encoding="utf-8")
    unfinished.replace(file)

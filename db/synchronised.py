"""Whether some service synchronises a folder.

Such a service copies a file while it is written to, and puts older copies in its place.
Finished files, such as backups, may stand there; an event that is open may not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_AT_HOME = {
    "OneDrive": re.compile(r"OneDrive( - .+)?", re.IGNORECASE),
    "Dropbox": re.compile(r"Dropbox( \(.+\))?", re.IGNORECASE),
    "Google Drive": re.compile(r"Google ?Drive", re.IGNORECASE),
    "iCloud Drive": re.compile(r"iCloud ?Drive", re.IGNORECASE),
    "Nextcloud": re.compile(r"Nextcloud\d*", re.IGNORECASE),
    "ownCloud": re.compile(r"ownCloud\d*", re.IGNORECASE),
}
_IN_THE_LIBRARY = {"Mobile Documents": "iCloud Drive", "CloudStorage": "a cloud service"}
_MARKERS = {
    ".dropbox.cache": "Dropbox",
    ".shortcut-targets-by-id": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
}
_NEXTCLOUD_TABLE = re.compile(r"\._?sync_[0-9a-f]{12}\.db")
_CLOUD_TAG, _TAG_MASK = 0x9000001A, 0xFFFF0FFF
_RECALLED = 0x00040000 | 0x00400000  # FILE_ATTRIBUTE_RECALL_ON_OPEN, ..._ON_DATA_ACCESS


def synchronised_by(folder: Path, environment: Mapping[str, str], home: Path) -> str:
    """Name the service that synchronises a folder, which is resolved; blank if none is known."""
    for root, service in _roots(environment, home):
        if folder.is_relative_to(root):
            return service
    at_home = folder.relative_to(home).parts[:1] if folder.is_relative_to(home) else ()
    for service, pattern in _AT_HOME.items():
        if any(map(pattern.fullmatch, at_home)):
            return service
    return next(filter(None, map(_marked, (folder, *folder.parents))), "")


def _roots(environment: Mapping[str, str], home: Path) -> Iterator[tuple[Path, str]]:
    for name in _VARIABLES:
        if environment.get(name):
            yield Path(environment[name]).resolve(), "OneDrive"
    for name, service in _IN_THE_LIBRARY.items():
        yield home / "Library" / name, service
    settings = [
        Path(environment[name]) for name in ("APPDATA", "LOCALAPPDATA") if name in environment
    ]
    for folder in (home / ".dropbox", *(each / "Dropbox" for each in settings)):
        for root in _dropboxes(folder / "info.json"):
            yield root.resolve(), "Dropbox"


def _dropboxes(info: Path) -> list[Path]:
    """Read where Dropbox says its folders are: one for each account."""
    try:
        accounts = json.loads(info.read_text(encoding="utf-8"))
        return [Path(account["path"]) for account in accounts.values()]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return []


def _marked(folder: Path) -> str:
    try:
        status = folder.lstat()
        names = {each.name for each in folder.iterdir()}
    except OSError:
        return ""
    tag = getattr(status, "st_reparse_tag", 0)
    if tag & _TAG_MASK == _CLOUD_TAG or getattr(status, "st_file_attributes", 0) & _RECALLED:
        return "a cloud service"
    for marker in names & _MARKERS.keys():
        return _MARKERS[marker]
    if ".dropbox" in names and (folder / ".dropbox").is_file():
        return "Dropbox"
    return "Nextcloud" if any(map(_NEXTCLOUD_TABLE.fullmatch, names)) else ""

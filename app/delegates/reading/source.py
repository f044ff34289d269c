"""A file's bytes, if it is a file and small enough, and what sort of content they are."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from app.delegates.reading.limits import MAX_FILE_BYTES, Reason, Refusal

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACRO_NAMES: Final = frozenset({".xlsm", ".xltm", ".xlam"})
_OTHERS: Final = (
    *(b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"{\\rtf", b"RIFF", b"II*\0", b"MM\0*"),
    *(b"PK\x05\x06", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ", b"\x7fELF", b"MZ"),
    *(b"SQLite format 3\0",),
)


def content_of(path: Path) -> bytes:
    """Read a file whole. A link to a file is that file.

    Raises:
        Refusal: There is no such file, it is a folder or a device, too large, or blank.
    """
    try:
        facts = path.stat()
        # A pipe or a device would be waited for, or never end.
        if not stat.S_ISREG(facts.st_mode):
            raise Refusal(Reason.NOT_A_FILE)
        if facts.st_size > MAX_FILE_BYTES:
            raise Refusal(Reason.TOO_LARGE, MAX_FILE_BYTES)
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except PermissionError as refused:
        raise Refusal(Reason.NO_PERMISSION) from refused
    except (OSError, ValueError) as missing:
        raise Refusal(Reason.MISSING) from missing
    if len(data) > MAX_FILE_BYTES:
        raise Refusal(Reason.TOO_LARGE, MAX_FILE_BYTES)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise Refusal(Reason.EMPTY)
    if is_workbook(data) and path.suffix.lower() in _MACRO_NAMES:
        raise Refusal(Reason.MACROS)
    return data


def is_workbook(data: bytes) -> bool:
    """Tell workbooks from text by their first bytes, whatever the file is called.

    Raises:
        Refusal: They are a picture, a document, a program or a packed file.
    """
    if data.startswith((_ZIP, _OLE)):
        return True
    if data.startswith(_OTHERS):
        raise Refusal(Reason.UNSUPPORTED)
    return False

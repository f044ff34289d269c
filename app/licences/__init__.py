"""The licences of everything that comes with the program: whose it is, and what it asks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.errors import DeskError
from app.files import written_whole
from app.licences.book import Book, Chapter, read, written

FILE: Final = Path(__file__).parents[2] / "resources" / "licences" / "LICENCES.txt"
"""Stands in installed programs only; whoever builds one makes it."""


@dataclass(eq=False)
class NoSuchPart(DeskError):
    """Nothing that comes with the program is called so, nor begins so."""

    name: str


def all_licences() -> Book:
    """Give the licences of all that comes with the program; takes up to a second in a checkout."""
    if FILE.is_file():
        return read(FILE.read_text(encoding="utf-8"))
    from app.licences.gathering import gathered  # noqa: PLC0415 - of a checkout alone

    return gathered()


def licence_of(name: str, book: Book) -> Chapter:
    """Give the chapter of one thing, by its name or how that begins.

    Raises:
        NoSuchPart: There is none.
    """
    wanted = name.strip().casefold()
    called = {each.name.casefold(): each for each in book.chapters}
    begun = [each for title, each in called.items() if wanted and title.startswith(wanted)]
    if not begun:
        raise NoSuchPart(name)
    return called.get(wanted) or begun[0]


def write_licences(file: Path) -> Book:
    """Write all licences into one text file.

    Raises:
        FileNotWritten: The system did not let us.
    """
    book = all_licences()
    with written_whole(file) as stream:
        stream.write(written(book).encode())
    return book

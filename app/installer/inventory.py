"""Writes what goes along with the program: its licences, and its bill of materials."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from app.installer.bill import Component, bill, component, locked_hashes
from app.installer.marks import ABOARD, BILL, LICENCES, MADE, PROJECT
from app.installer.nested import inside
from app.installer.system import (
    SystemPackage,
    chapter_of,
    common_texts,
    of_the_system,
    packages_of,
)
from app.licences.book import Book, Chapter, written
from app.licences.gathering import gathered
from app.licences.packages import needed_packages

_TEXT: Final = "Text: "


def make_inventory(
    binaries: Iterable[tuple[str, str, str]], made: Path = MADE
) -> list[tuple[str, str, str]]:
    """Write both files, and give the entries by which PyInstaller takes them along.

    Args:
        binaries: PyInstaller's entries of libraries; the second of each is where it comes from.
        made: The folder they are written into.
    """
    system = packages_of(of_the_system(source for _name, source, _kind in binaries))
    chapters = [chapter_of(each) for each in system]
    book = gathered([*chapters, *common_texts(chapters)])
    made.mkdir(parents=True, exist_ok=True)
    (made / LICENCES).write_text(written(book), encoding="utf-8", newline="\n")
    (made / BILL).write_text(bill_of(book, system), encoding="utf-8", newline="\n")
    return [(f"{ABOARD}/{name}", str(made / name), "DATA") for name in (LICENCES, BILL)]


def bill_of(book: Book, system: Iterable[SystemPackage]) -> str:
    """Give the bill of materials of a book's chapters; texts that are quoted are no materials."""
    packages, hashes = (
        needed_packages(PROJECT),
        locked_hashes(PROJECT / "requirements.lock"),
    )
    purls = {f"{each.name} (Debian)": each.purl for each in system}
    purls |= {name: each.purl for name, each in packages.items()}
    things = [
        _thing(each, purls.get(each.name, ""), hashes.get((each.name, each.version), ()))
        for each in book.chapters[1:]
        if not each.name.startswith(_TEXT)
    ]
    needs = {
        each.purl: [packages[name].purl for name in each.needs if name in packages]
        for each in packages.values()
    }
    return bill(things, needs)


def _thing(chapter: Chapter, purl: str, hashes: Iterable[str]) -> Component:
    ref = purl or f"part:{chapter.name}"
    thing = component(chapter, ref, purl, hashes)
    parts = inside(chapter.name, ref) if purl.startswith("pkg:pypi/") else []
    return {**thing, "components": parts} if parts else thing

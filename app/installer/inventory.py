"""Writes what goes along with the program: its licences, and its bill of materials."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from app.installer.bill import Component, bill, component, locked_hashes, purl_of
from app.installer.marks import ABOARD, BILL, LICENCES, MADE, PROJECT
from app.installer.nested import inside
from app.installer.system import SystemPackage, notice_of, of_the_system, packages_of
from app.licences.book import Book, Chapter, written
from app.licences.gathering import gathered, starter
from app.licences.packages import Package, needed_packages
from app.licences.parts import known_parts

Entry = tuple[str, str, str]
_LIBRARIES: Final = ("BINARY", "EXTENSION")


class NotTold(Exception):
    """Of some libraries nobody said what is inside them; the program must not go out so."""


def make_inventory(entries: Iterable[Entry], made: Path = MADE) -> list[Entry]:
    """Write both files, and give the entries by which PyInstaller takes them along.

    Args:
        entries: PyInstaller's entries of libraries: their paths in the program's folder, where they
            come from, and of which kind they are.
        made: The folder they are written into.

    Raises:
        NotTold: No notice covers a library.
    """
    libraries = [each for each in entries if each[2] in _LIBRARIES]
    system = packages_of(of_the_system(source for _name, source, _kind in libraries))
    lacking = untold(libraries, system)
    if lacking:
        words = "No notice tells what is inside these. Say it in resources/licences/third_party,"
        message = "\n".join((f"{words} as README.md beside it tells.", *lacking))
        raise NotTold(message)
    names = [name.replace("\\", "/") for name, _source, _kind in libraries]
    book = gathered(map(notice_of, system), names)
    made.mkdir(parents=True, exist_ok=True)
    (made / LICENCES).write_text(written(book), encoding="utf-8", newline="\n")
    (made / BILL).write_text(bill_of(book, system), encoding="utf-8", newline="\n")
    return [(f"{ABOARD}/{name}", str(made / name), "DATA") for name in (LICENCES, BILL)]


def untold(libraries: Iterable[Entry], system: Iterable[SystemPackage]) -> list[str]:
    """Give the libraries that no notice covers, by their paths in the program's folder.

    Args:
        libraries: As PyInstaller has them.
        system: The packages of the system that some of them are from; their copyright files tell.
    """
    known, owned = known_parts(), {name for each in system for name in each.files}
    return [
        name
        for name, source, _kind in libraries
        if Path(source).name not in owned and not known.tells_of(name.replace("\\", "/"))
    ]


def bill_of(book: Book, system: Iterable[SystemPackage]) -> str:
    """Give the bill of materials of a book's chapters, what is inside others below these."""
    packages, hashes = needed_packages(PROJECT), locked_hashes(PROJECT / "requirements.lock")
    purls = {f"{each.name} (Debian)": each.purl for each in system}
    purls |= {each.name: each.purl for each in (*packages.values(), *starter())}
    parts: dict[str, list[Chapter]] = {}
    for each in book.chapters:
        parts.setdefault(each.inside, []).append(each)
    absent = {each.name: each.absent for each in known_parts().carriers.values()}
    things = [
        _thing(
            each,
            purls,
            hashes.get((each.name, each.version), ()),
            parts.get(each.name, ()),
            absent.get(each.name, ()),
        )
        for each in parts[""][1:]
    ]
    return bill(things, _needs(packages))


def _needs(packages: Mapping[str, Package]) -> Mapping[str, Sequence[str]]:
    return {
        each.purl: [packages[name].purl for name in each.needs if name in packages]
        for each in packages.values()
    }


def _thing(
    chapter: Chapter,
    purls: Mapping[str, str],
    hashes: Iterable[str],
    told: Sequence[Chapter],
    absent: Collection[str],
) -> Component:
    purl = purls.get(chapter.name) or purl_of(chapter)
    ref = purls.get(chapter.name) or f"part:{chapter.name}"
    thing = component(chapter, ref, purl, hashes)
    ours = {each.name: component(each, f"{ref}#{each.name}", purl_of(each)) for each in told}
    packaged = purl.startswith("pkg:pypi/")
    said = inside(chapter.name, ref, absent) if packaged else []
    # What a package says of a part goes before what we do, and who says less is helped out.
    parts = ours | {each["name"]: {**ours.get(each["name"], {}), **each} for each in said}
    listed = sorted(parts.values(), key=lambda each: str(each["name"]).casefold())
    return {**thing, "components": listed} if listed else thing

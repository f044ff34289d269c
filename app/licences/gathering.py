"""Puts the book of licences together, out of the environment that a checkout works in."""

from __future__ import annotations

import platform
import sys
import sysconfig
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from app.licences.book import Book, Chapter, folded
from app.licences.packages import Package, is_here, needed_packages, package
from app.licences.parts import RESOURCES, Known, Part, any_fits, fits, known_parts, known_texts
from app.licences.shelf import Filed, Shelf
from app.version import VERSION

PROJECT: Final = Path(__file__).parents[2]
PYTHON: Final = "Python"
STARTER: Final = "pyinstaller"
_NO_TEXT: Final = "Its package brings no text of its licence; the source has it."


@dataclass(frozen=True, slots=True)
class Brought:
    """A thing with its licence files by their names, before each text was put on the shelf."""

    chapter: Chapter
    files: Mapping[str, str]


def gathered(system: Iterable[Brought] = (), libraries: Sequence[str] | None = None) -> Book:
    """Give all licences, ours first.

    Args:
        system: Libraries of the system that go into an installed program.
        libraries: What an installed program has, by their paths in its folder. Parts of others that
            are in none of them are left out; without it, all are told that may be there.
    """
    known, packages = known_parts(), needed_packages(PROJECT)
    shelf = Shelf(known_texts())
    around = [
        _ours(),
        *(_of_package(each, known) for each in (_python(), *packages.values(), *starter())),
    ]
    inside = [
        _of_part(each, shelf) for each in known.parts if _is_aboard(each, packages, libraries)
    ]
    chapters = [_shelved(each, shelf) for each in (*around, *system)]
    return Book(_preface(known.preface), tuple(_in_order(chapters, inside)), shelf.texts)


def expression(found: Package, known: Known) -> str:
    """Give a package's licence as we say it."""
    return known.expressions.get(found.name, found.licence) or "see its text"


def _in_order(chapters: Iterable[Chapter], parts: Sequence[Chapter]) -> Iterator[Chapter]:
    """Put what is inside something behind it; what is inside nothing comes first, after ours."""
    ours, *others = chapters
    yield ours
    yield from (each for each in parts if not each.inside)
    for each in others:
        yield each
        yield from (part for part in parts if part.inside == each.name)


def _preface(paragraphs: Sequence[str]) -> str:
    title = f"Matchdesk {VERSION}: licences"
    return f"{title}\n{'=' * len(title)}\n\n{folded(paragraphs)}"


def _ours() -> Brought:
    text = (PROJECT / "LICENSE").read_text(encoding="utf-8").strip()
    chapter = Chapter("Matchdesk", VERSION, "MIT", "published with every version", "")
    return Brought(chapter, {"Matchdesk": text})


def _python() -> Package:
    version = platform.python_version()
    numbers = ".".join(version.split(".")[:2])
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{numbers}/copyright"),
    )
    texts = [each.read_text(encoding="utf-8") for each in places if each.is_file()]
    return Package(
        PYTHON,
        version,
        "PSF-2.0",
        "https://www.python.org/downloads/source/",
        {"LICENSE.txt": texts[0]} if texts else {},
        (),
    )


def starter() -> Iterator[Package]:
    """Give PyInstaller, whose starter is in every installed program; a checkout may lack it."""
    if is_here(STARTER):
        yield package(STARTER)


def _of_package(found: Package, known: Known) -> Brought:
    carrier = known.carriers.get(found.name)
    texts = {
        f"{found.name}: {name}": text
        for name, text in found.texts.items()
        if carrier is None or not fits(name, carrier.without)
    }
    lent = known.texts.get(found.name, ())
    texts |= {name: text for name, text in known_texts().items() if name in lent} if lent else {}
    chapter = Chapter(found.name, found.version, expression(found, known), found.source, "")
    return Brought(chapter, texts)


def _shelved(brought: Brought, shelf: Shelf) -> Chapter:
    filed = {name: shelf.file(name, text) for name, text in brought.files.items()}
    said = [brought.chapter.notice or ("" if filed else _NO_TEXT), *_holders(filed)]
    return replace(
        brought.chapter,
        notice="\n\n".join(each for each in said if each),
        texts=tuple(dict.fromkeys(each.name for each in filed.values())),
    )


def _holders(filed: Mapping[str, Filed]) -> Iterator[str]:
    """Say whose it is; where there are several files, of each what it is filed under."""
    for name, each in filed.items():
        lines = "\n".join(each.copyright)
        if lines and len(filed) > 1:
            file = name.partition(": ")[2]
            yield f"{file} ({each.name}):\n{textwrap.indent(lines, '  ')}"
        elif lines:
            yield lines


def _is_aboard(
    part: Part, packages: Mapping[str, Package], libraries: Sequence[str] | None
) -> bool:
    brought = part.inside in {"", PYTHON, STARTER, *packages}
    here = not part.systems or platform.system() in part.systems
    there = libraries is None or not part.files or any_fits(libraries, part.files)
    return brought and here and there


def _of_part(part: Part, shelf: Shelf) -> Chapter:
    words = [part.about]
    if part.read:
        words.append(f"This was read from {part.read}.")
    notice = (folded(each for each in words if each), "\n".join(part.copyright))
    return Chapter(
        name=part.name,
        version=part.version,
        licence=part.licence,
        source=part.source,
        notice="\n\n".join(each for each in notice if each),
        texts=tuple(_placed(part, name, shelf) for name in part.texts),
        inside=part.inside,
    )


def _placed(part: Part, name: str, shelf: Shelf) -> str:
    """Give what a part's text is called in the book; one with a slash stands with other files."""
    if "/" not in name:
        return shelf.take(name)
    text = (RESOURCES / name).read_text(encoding="utf-8")
    return shelf.file(part.name, text).name

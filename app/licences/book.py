"""The one file that holds all licences: how it is written, and how it is read back."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

RULE: Final = "━" * 78
"""Stands alone before each chapter, and nowhere else: no licence is drawn with heavy lines."""

_FIELDS: Final = ("Name", "Version", "Licence", "Source")
_WIDE: Final = 78


@dataclass(frozen=True, slots=True)
class Chapter:
    """One thing that comes with the program.

    ``licence`` is an SPDX expression, or what its makers call it where they use none. ``text`` is
    what they want to be passed on, whole.
    """

    name: str
    version: str
    licence: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Book:
    """What stands in front, and a chapter for each thing."""

    preface: str
    chapters: tuple[Chapter, ...]


def written(book: Book) -> str:
    """Give the file's text: the preface, a list of what is in it, then the chapters."""
    listed = "\n".join(_entry(each) for each in book.chapters)
    parts = [f"{book.preface.strip()}\n\n{_CONTENTS}\n\n{listed}\n"]
    for each in book.chapters:
        values = (each.name, each.version, each.licence, each.source)
        head = "\n".join(f"{field}: {value}" for field, value in zip(_FIELDS, values, strict=True))
        parts.append(f"{RULE}\n{head}\n\n{each.text.strip()}\n")
    return "\n".join(parts)


def read(text: str) -> Book:
    """Give what was written."""
    front, *rest = text.split(f"{RULE}\n")
    preface = front.split(f"\n\n{_CONTENTS}\n\n")[0].strip()
    return Book(preface, tuple(_chapter(each) for each in rest))


def folded(paragraphs: Sequence[str]) -> str:
    """Give paragraphs in lines that everything can show."""
    return "\n\n".join(textwrap.fill(each, _WIDE) for each in paragraphs)


_CONTENTS: Final = "What comes with it:"


def _entry(chapter: Chapter) -> str:
    name = f"{chapter.name} {chapter.version}".strip()
    return f"  {name}: {chapter.licence}"


def _chapter(text: str) -> Chapter:
    head, _, body = text.partition("\n\n")
    name, version, licence, source = (line.partition(":")[2].strip() for line in head.splitlines())
    return Chapter(name, version, licence, source, body.strip())

"""The one file that holds all licences: how it is written, and how it is read back."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

RULE: Final = "━" * 78
"""Stands alone before each chapter and each text, and nowhere else: no licence is drawn so."""

_FIELDS: Final = ("Name", "Version", "Licence", "Source", "Inside")
_TEXT: Final = "Text"
_CONTENTS: Final = "What comes with it:"
_WIDE: Final = 78


@dataclass(frozen=True, slots=True)
class Chapter:
    """One thing that comes with the program.

    ``licence`` is an SPDX expression, or what its makers call it where they use none. ``notice`` is
    what they want to be passed on of their own, such as whose the copyright is; ``texts`` names
    what holds for it, as the book has it. ``inside`` is the chapter of what brings it, if one does.
    """

    name: str
    version: str
    licence: str
    source: str
    notice: str
    texts: tuple[str, ...] = ()
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """What stands in front, a chapter for each thing, and every text once, by its name."""

    preface: str
    chapters: tuple[Chapter, ...]
    texts: Mapping[str, str]


def whole(chapter: Chapter, book: Book) -> str:
    """Give all that is to be passed on with one thing: its own notice, then the texts."""
    texts = (f"{name}\n{'-' * len(name)}\n\n{book.texts[name]}" for name in chapter.texts)
    return "\n\n".join(each for each in (chapter.notice, *texts) if each)


def holders(book: Book) -> Mapping[str, Sequence[str]]:
    """Give by each text's name the chapters it holds for."""
    found: dict[str, list[str]] = {name: [] for name in book.texts}
    for chapter in book.chapters:
        for name in chapter.texts:
            found[name].append(chapter.name)
    return found


def written(book: Book) -> str:
    """Give the file's text: the preface, a list of what is in it, chapters, then the texts."""
    listed = "\n".join(_entry(each) for each in book.chapters)
    parts = [f"{book.preface.strip()}\n\n{_CONTENTS}\n\n{listed}\n"]
    parts += map(_written_chapter, book.chapters)
    for name, those in holders(book).items():
        head = "\n".join((f"{_TEXT}: {name}", folded([f"Holds for: {', '.join(those)}"])))
        parts.append(f"{RULE}\n{head}\n\n{book.texts[name].strip()}\n")
    return "\n".join(parts)


def read(text: str) -> Book:
    """Give what was written."""
    front, *rest = text.split(f"{RULE}\n")
    preface = front.split(f"\n\n{_CONTENTS}\n\n")[0].strip()
    chapters, texts = [], {}
    for each in rest:
        head, _, body = each.partition("\n\n")
        kind, _, name = head.partition("\n")[0].partition(": ")
        if kind == _TEXT:
            texts[name] = body.strip()
        else:
            chapters.append(_chapter(head.splitlines(), body.strip()))
    return Book(preface, tuple(chapters), texts)


def folded(paragraphs: Iterable[str]) -> str:
    """Give paragraphs in lines that everything can show."""
    return "\n\n".join(
        textwrap.fill(each, _WIDE, break_long_words=False, break_on_hyphens=False)
        for each in paragraphs
    )


def _entry(chapter: Chapter) -> str:
    name = f"{chapter.name} {chapter.version}".strip()
    indent = "    " if chapter.inside else "  "
    return f"{indent}{name}: {chapter.licence}"


def _written_chapter(chapter: Chapter) -> str:
    values = (chapter.name, chapter.version, chapter.licence, chapter.source, chapter.inside)
    head = [f"{field}: {value}" for field, value in zip(_FIELDS, values, strict=True) if value]
    head += [f"{_TEXT}: {name}" for name in chapter.texts]
    return "\n".join((RULE, *head, "", f"{chapter.notice.strip()}\n"))


def _chapter(head: Sequence[str], notice: str) -> Chapter:
    said: dict[str, list[str]] = {}
    for line in head:
        field, _, value = line.partition(": ")
        said.setdefault(field, []).append(value)
    name, version, licence, source, inside = (said.get(field, [""])[0] for field in _FIELDS)
    return Chapter(name, version, licence, source, notice, tuple(said.get(_TEXT, ())), inside)

"""Whose work comes with the program, and under which licences."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.licences import all_licences, licence_of, write_licences
from app.licences.book import Chapter, whole


def add_licences(commands: AllCommands) -> None:
    """Add the command of this module."""
    command = commands.add("licences", licences, event=False)
    command.add_argument("part", nargs="?", help="show what this one asks, whole; as in the list")
    command.add_argument("-o", "--output", help="write all of them into this text file")


def licences(args: argparse.Namespace) -> Answer:
    """List what comes with the program and its licence; show one, or write all into a file."""
    if args.output is not None:
        file = Path(args.output)
        book = write_licences(file)
        return Answer({"file": file, "parts": len(book.chapters)}, (str(file),))
    book = all_licences()
    if args.part is not None:
        chapter = licence_of(args.part, book)
        text = whole(chapter, book)
        head = (_line(chapter), f"Source: {chapter.source}", *_inside(chapter), "")
        return Answer({**_facts(chapter), "text": text}, (*head, text))
    facts = {"how": book.preface, "parts": [_facts(each) for each in book.chapters]}
    listed = tuple(f"{'  ' if each.inside else ''}{_line(each)}" for each in book.chapters)
    return Answer(facts, (book.preface, "", *listed))


def _line(chapter: Chapter) -> str:
    return f"{chapter.name} {chapter.version}".strip() + f": {chapter.licence}"


def _inside(chapter: Chapter) -> tuple[str, ...]:
    return (f"Inside {chapter.inside}",) if chapter.inside else ()


def _facts(chapter: Chapter) -> dict[str, str]:
    return {
        "name": chapter.name,
        "version": chapter.version,
        "licence": chapter.licence,
        "source": chapter.source,
        "inside": chapter.inside,
    }

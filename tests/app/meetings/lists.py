"""Lists of requests and meetings as files, and their import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.meetings.importing.imports import ListImported, MeetingImports, What

ImportLines = Callable[..., ListImported]
"""Imports lines of CSV, the header first."""
ImportsOf = Callable[[What], MeetingImports]
"""Gives what imports one kind of list."""


def write_lines(file: Path, *lines: str) -> Path:
    """Write lines of text as a file."""
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def codes(imported: ListImported) -> list[tuple[int, str]]:
    """The rows that were turned down: line and why."""
    return [(problem.line, problem.code) for problem in imported.rejected]

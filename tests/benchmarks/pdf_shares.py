"""What of a PDF its fonts take, and what is left for the pages."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject


def bytes_of_fonts(pdf: bytes) -> int:
    """Count what is there for the fonts' sake.

    These are their files, their descriptions, the widths of their letters, and what their codes
    mean. A document has them once, however many pages it has.
    """
    reader = PdfReader(io.BytesIO(pdf))
    fonts: set[int] = set()
    for page in reader.pages:
        resources = page["/Resources"].get_object()
        named = resources.get("/Font")  # type: ignore[union-attr] # resources are a dictionary
        if named is not None:
            _gather(reader, named, fonts)
    return sum(size for number, size in _sizes(reader, pdf).items() if number in fonts)


def _gather(reader: PdfReader, value: Any, found: set[int]) -> None:
    """Remember the numbers of all objects that a value leads to."""
    if isinstance(value, IndirectObject):
        if value.idnum in found:
            return
        found.add(value.idnum)
        value = reader.get_object(value)
    if isinstance(value, DictionaryObject):
        for each in value.values():
            _gather(reader, each, found)
    elif isinstance(value, list):
        for each in value:
            _gather(reader, each, found)


def _sizes(reader: PdfReader, pdf: bytes) -> dict[int, int]:
    """Give how many bytes each object takes: up to the next, or to the table of all."""
    starts = sorted((offset, number) for number, offset in reader.xref[0].items())
    ends = [*starts, (pdf.rindex(b"xref", 0, pdf.rindex(b"startxref")), 0)]
    return {number: after - offset for (offset, number), (after, _) in pairwise(ends)}

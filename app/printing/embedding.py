"""Puts a font of shaped signs into a PDF, with what each sign reads as.

Source: PDF 32000-1, 9.7 (composite fonts), 9.8 (descriptors) and 9.10.3 (ToUnicode).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress

from app.printing.outlines import Outline, font_file

# What a PDF's reader takes in one go.
_MOST_AT_ONCE = 100
_SYMBOLIC = 4
_STEM = 80
_NO_NAME_HAS = re.compile(r"[^0-9A-Za-z-]")
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a font: what it reads as, how far it goes, what it looks like."""

    text: str
    advance: int
    outline: Outline


def embed(document: Any, internal: str, name: str, em: int, signs: Sequence[Sign]) -> None:
    """Put the font of a ReportLab document that is called ``internal`` there into it.

    A sign's code is its number, from 1.
    """
    base = PDFName("SHAPED+" + (_NO_NAME_HAS.sub("", name) or "Font"))
    font = PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": base,
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([_descendant(document, internal, base, em, signs)]),
            "ToUnicode": _stream(document, f"{internal}:readable", _readable(signs).encode()),
        }
    )
    document.idToObject["BasicFonts"].dict[internal] = document.Reference(font, internal)


def _descendant(document: Any, internal: str, base: Any, em: int, signs: Sequence[Sign]) -> Any:
    system = {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
    widths = [round(sign.advance * 1000 / em, 2) for sign in signs]
    font = PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": base,
            "CIDSystemInfo": PDFDictionary(system),
            "CIDToGIDMap": "/Identity",
            "W": PDFArray([1, PDFArray(widths)]),
            "FontDescriptor": _descriptor(document, internal, base, em, signs),
        }
    )
    return document.Reference(font, f"{internal}:descendant")


def _descriptor(document: Any, internal: str, base: Any, em: int, signs: Sequence[Sign]) -> Any:
    missing = Outline(em)
    file = font_file(em, [missing, *(sign.outline for sign in signs)], _advances(em, signs))
    descriptor = PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": base,
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray([-1000, -1000, 2000, 2000]),
            "Ascent": 1000,
            "Descent": -400,
            "CapHeight": 700,
            "ItalicAngle": 0,
            "StemV": _STEM,
            "FontFile2": _stream(document, f"{internal}:file", file, Length1=len(file)),
        }
    )
    return document.Reference(descriptor, f"{internal}:descriptor")


def _advances(em: int, signs: Sequence[Sign]) -> list[int]:
    return [em, *(sign.advance for sign in signs)]


def _stream(document: Any, name: str, content: bytes, **facts: int) -> Any:
    stream = PDFStream(PDFDictionary(dict(facts)), content, filters=[PDFZCompress])
    return document.Reference(stream, name)


def _readable(signs: Sequence[Sign]) -> str:
    lines = [
        f"<{code:04X}> <{sign.text.encode('utf-16-be').hex().upper()}>"
        for code, sign in enumerate(signs, start=1)
    ]
    return _CMAP.format("\n".join(_in_parts(lines)))


def _in_parts(lines: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(lines), _MOST_AT_ONCE):
        part = lines[start : start + _MOST_AT_ONCE]
        yield "\n".join((f"{len(part)} beginbfchar", *part, "endbfchar"))

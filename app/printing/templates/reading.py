"""Reads templates of badges. What stands in a file, ``resources/templates/README.md`` tells."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from app.errors import DeskError
from app.printing.described import (
    Entries,
    Fault,
    Flaw,
    count,
    four,
    number,
    numbers,
    one_of,
    pair,
    read_described,
    text,
    texts,
)
from app.printing.layout import Align, Block, Box, Style, Symbol, Tone, Typeface
from app.printing.templates.checking import flaws
from app.printing.templates.template import Piece, Template, TypeLook

BUNDLED = Path(__file__).parents[3] / "resources" / "templates"

_TOP = ("size", "code", *Piece, "blocks", "types")
_USUAL = Style(())


@dataclass(eq=False)
class TemplateUnusable(DeskError):
    """No badge can be printed from this template as its file describes it.

    ``key`` says where, lists counted from 1, and ``said`` which word was strange; both may be
    blank. ``line`` 0 is the file as a whole.
    """

    file: Path
    template: str
    line: int
    key: str
    fault: Fault
    said: str = ""


def read_template(file: Path) -> Template:
    """Read one template; its name is that of the file.

    Raises:
        TemplateUnusable: The file can't be read, is no TOML, lacks an entry or has a strange one,
            or what it describes could not be printed or scanned.
    """
    try:
        return read_described(file, _template)
    except Flaw as flaw:
        raise TemplateUnusable(
            file, file.stem, flaw.line, flaw.key, flaw.fault, flaw.said
        ) from flaw


# Windows ask for them while they open, and the files are the program's own.
@cache
def templates() -> Mapping[str, Template]:
    """Give the templates that come with the program, by name."""
    read = (read_template(file) for file in sorted(BUNDLED.glob("*.toml")))
    return MappingProxyType({template.name: template for template in read})


def _template(name: str, entries: Entries) -> Template:
    entries.only(_TOP)
    width, height = entries.needed("size", pair)
    pieces = {str(piece): _piece(entries.table(piece)) for piece in Piece}
    template = Template(
        name=name,
        width=width,
        height=height,
        symbol=_symbol(entries),
        blocks=tuple(map(_block, entries.tables("blocks"))),
        types=tuple(map(_look, entries.tables("types"))),
        **pieces,
    )
    for flaw in flaws(template):
        raise flaw
    return template


def _symbol(entries: Entries) -> Symbol:
    code = entries.table("code")
    if code is None:
        raise Flaw(Fault.MISSING, ("code",))
    code.only(("at", "dots"))
    return Symbol(*code.needed("at", pair), dots=code.needed("dots", count))


def _piece(entries: Entries | None) -> Box | None:
    if entries is None:
        return None
    entries.only(("box",))
    return _box(entries)


def _box(entries: Entries) -> Box:
    return Box(*entries.needed("box", four))


def _block(entries: Entries) -> Block:
    entries.only(("box", "align", "sink", "drop", "texts"))
    styles: dict[str, Style] = {}
    for each in entries.tables("texts"):
        said = each.needed("text", text)
        if said in styles:
            raise Flaw(Fault.TWICE, (*each.place, "text"), said)
        styles[said] = _style(each)
    return Block(
        _box(entries),
        styles,
        sink=entries.usual("sink", number, 0.0),
        drop=entries.usual("drop", number, math.inf),
        align=entries.usual("align", one_of(Align), Align.LEFT),
    )


def _style(entries: Entries) -> Style:
    entries.only(("text", "sizes", "typeface", "tone", "lines", "leading", "gap", "tracking"))
    return Style(
        entries.needed("sizes", numbers),
        entries.usual("typeface", one_of(Typeface), _USUAL.typeface),
        entries.usual("tone", one_of(Tone), _USUAL.tone),
        entries.usual("lines", count, _USUAL.lines),
        entries.usual("leading", number, _USUAL.leading),
        entries.usual("gap", number, _USUAL.gap),
        entries.usual("tracking", number, _USUAL.tracking),
    )


def _look(entries: Entries) -> TypeLook:
    entries.only(("type", "band", "text", "hidden"))
    return TypeLook(
        entries.needed("type", text),
        entries.usual("band", text, ""),
        entries.usual("text", text, ""),
        entries.usual("hidden", texts, ()),
    )

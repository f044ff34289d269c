"""Writes templates as TOML, so that reading gives them again, to the last digit."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence

from app.printing.layout import Align, Block, Box, Style
from app.printing.templates.template import Template, TypeLook

_USUAL = Style(())


def written(template: Template) -> str:
    """Write a template; what is usual is left out."""
    return "\n".join(_lines(template)) + "\n"


def _lines(template: Template) -> Iterator[str]:
    yield f"size = {_list((template.width, template.height))}"
    yield "\n[code]"
    yield f"at = {_list((template.symbol.x, template.symbol.y))}"
    yield f"dots = {template.symbol.dots}"
    for piece, box in template.pieces():
        yield f"\n[{piece}]"
        yield _box(box)
    for block in template.blocks:
        yield "\n[[blocks]]"
        yield from _block(block)
    for look in template.types:
        yield "\n[[types]]"
        yield from _look(look)


def _block(block: Block) -> Iterator[str]:
    yield _box(block.box)
    if block.align is not Align.LEFT:
        yield f"align = {_text(block.align)}"
    if block.sink:
        yield f"sink = {_number(block.sink)}"
    if block.drop != math.inf:
        yield f"drop = {_number(block.drop)}"
    for text, style in block.styles.items():
        yield "\n[[blocks.texts]]"
        yield f"text = {_text(text)}"
        yield from _style(style)


def _style(style: Style) -> Iterator[str]:
    yield f"sizes = {_list(style.sizes)}"
    if style.typeface is not _USUAL.typeface:
        yield f"typeface = {_text(style.typeface)}"
    if style.tone is not _USUAL.tone:
        yield f"tone = {_text(style.tone)}"
    for key in ("lines", "leading", "gap", "tracking"):
        value = getattr(style, key)
        if value != getattr(_USUAL, key):
            yield f"{key} = {_number(value)}"


def _look(look: TypeLook) -> Iterator[str]:
    yield f"type = {_text(look.badge_type)}"
    if look.band:
        yield f"band = {_text(look.band)}"
    if look.text:
        yield f"text = {_text(look.text)}"
    if look.hidden:
        yield f"hidden = [{', '.join(map(_text, look.hidden))}]"


def _box(box: Box) -> str:
    return f"box = {_list((box.x, box.y, box.width, box.height))}"


def _list(values: Sequence[float]) -> str:
    return f"[{', '.join(map(_number, values))}]"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def _text(value: str) -> str:
    # JSON's way of writing is TOML's but for DEL.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

"""Changes of a template, each of which gives another one. Parts are named by their ``Place``.

A part never leaves the badge and never gets so small that nothing fits into it; whether it lies
over the code, ``checking`` says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, product

from app.printing.described import Fault, Flaw, Place
from app.printing.layout import DOT, MODULES, QUIET_MODULES, Align, Block, Box, Style, Symbol
from app.printing.templates.checking import FEWEST_DOTS, SMALLEST_PART
from app.printing.templates.template import Piece, Template, TypeLook

CODE: Place = ("code",)
LEFT, TOP, RIGHT, BOTTOM = "left", "top", "right", "bottom"
Sides = frozenset[str]

SMALLEST_BADGE = 15.0
"""Millimetres along each side: the smallest code with its white edge takes 12.6."""
_DIGITS = 2
"""Of a millimetre: a hundredth is finer than any printer."""
_NEW_STYLE = Style((4.0,))
_NEW_SIZE = (0.45, 8.0)
_SPOTS_APART = 2


def parts(template: Template) -> Iterator[Place]:
    """Give what can be moved: blocks of texts, the code, and the pieces that there are."""
    yield from (("blocks", number) for number in range(len(template.blocks)))
    yield CODE
    yield from ((str(piece),) for piece, _box in template.pieces())


def part_of(place: Place) -> Place:
    """Give the part that an entry belongs to."""
    return place[:2] if place[:1] == ("blocks",) else place[:1]


def exists(template: Template, place: Place) -> bool:
    """Tell whether a part or one of its texts is there."""
    if part_of(place) not in set(parts(template)):
        return False
    return len(place) < 4 or text_number(place) < len(block_at(template, place).styles)


def block_at(template: Template, place: Place) -> Block:
    """Give the block that a place is in."""
    return template.blocks[int(place[1])]


def text_number(place: Place) -> int:
    """Give which text of its block a place is, from 0."""
    return int(place[3])


def text_at(template: Template, place: Place) -> tuple[str, Style]:
    """Give what a text says, and how it is set."""
    return list(block_at(template, place).styles.items())[text_number(place)]


def box_of(template: Template, part: Place) -> Box:
    """Give where a part stands; of the code, without its white edge."""
    if part == CODE:
        return template.symbol.box
    if part[0] == "blocks":
        return block_at(template, part).box
    box: Box = getattr(template, str(part[0]))
    return box


def placed(template: Template, part: Place, box: Box) -> Template:
    """Put a part where it is wanted, as near as the paper lets it; the code keeps its size."""
    if part == CODE:
        return replace(template, symbol=_held_symbol(template, box.x, box.y, template.symbol.dots))
    held = _held(_least(box), template.paper)
    if part[0] == "blocks":
        return with_block(template, part, replace(block_at(template, part), box=held))
    return replace(template, **{str(part[0]): held})  # type: ignore[arg-type] # each is a box


def moved(template: Template, part: Place, right: float, down: float) -> Template:
    """Move a part by millimetres."""
    box = box_of(template, part)
    return placed(template, part, replace(box, x=box.x + right, y=box.y + down))


def sized(template: Template, part: Place, sides: Sides, by: tuple[float, float]) -> Template:
    """Move some sides of a part; the others stay. The code grows by whole dots."""
    right, down = by
    box = box_of(template, part)
    if part == CODE:
        return _code_sized(template, sides, box, by)
    paper = template.paper
    left, top, end, foot = box.x, box.y, box.right, box.bottom
    if LEFT in sides:
        left = min(max(left + right, paper.x), end - SMALLEST_PART)
    if TOP in sides:
        top = min(max(top + down, paper.y), foot - SMALLEST_PART)
    if RIGHT in sides:
        end = max(min(end + right, paper.right), left + SMALLEST_PART)
    if BOTTOM in sides:
        foot = max(min(foot + down, paper.bottom), top + SMALLEST_PART)
    left, top = round(left, _DIGITS), round(top, _DIGITS)
    size = (round(end - left, _DIGITS), round(foot - top, _DIGITS))
    return placed(template, part, Box(left, top, *size))


def with_size(template: Template, width: float, height: float) -> Template:
    """Make the badge itself larger or smaller; parts that would leave it come in, or shrink."""
    changed = replace(template, width=width, height=height)
    for part in parts(template):
        box = box_of(template, part)
        fitted = replace(box, width=min(box.width, width), height=min(box.height, height))
        changed = placed(changed, part, fitted)
    return changed


def with_dots(template: Template, dots: int) -> Template:
    """Make the code larger or smaller, from its upper left corner."""
    symbol = template.symbol
    return replace(template, symbol=_held_symbol(template, symbol.x, symbol.y, dots))


def aligned(template: Template, part: Place, edge: Align, to: Box) -> Template:
    """Let a part keep to an edge, or to the middle, of another box."""
    box = box_of(template, part)
    free = to.width - box.width
    x = to.x + {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[edge]
    return placed(template, part, replace(box, x=x))


def with_block(template: Template, place: Place, block: Block) -> Template:
    """Put another block in the place of one."""
    blocks = list(template.blocks)
    blocks[int(place[1])] = block
    return replace(template, blocks=tuple(blocks))


def with_text(template: Template, place: Place, text: str, style: Style) -> Template:
    """Let a text say something, or be set otherwise.

    Raises:
        Flaw: Its block says that already.
    """
    block = block_at(template, place)
    texts = list(block.styles.items())
    number = text_number(place)
    if any(said == text for at, (said, _style) in enumerate(texts) if at != number):
        raise Flaw(Fault.TWICE, place, text)
    texts[number] = (text, style)
    return with_block(template, place, replace(block, styles=dict(texts)))


def with_look(template: Template, look: TypeLook) -> Template:
    """Let badges of a type differ by this, or by nothing more."""
    name = look.badge_type.casefold()
    others = [each for each in template.types if each.badge_type.casefold() != name]
    is_plain = look == TypeLook(look.badge_type)
    return replace(template, types=tuple(others if is_plain else [*others, look]))


def added_block(template: Template, text: str = "Text") -> tuple[Template, Place]:
    """Add a block of one text where there is room; give where."""
    width = round(template.width * _NEW_SIZE[0], 1)
    block = Block(_free_box(template, width, _NEW_SIZE[1]), {text: _NEW_STYLE})
    return replace(template, blocks=(*template.blocks, block)), ("blocks", len(template.blocks))


def added_text(template: Template, place: Place) -> tuple[Template, Place]:
    """Add a text below those of a block; give where."""
    block = block_at(template, place)
    said = ("Text" if number == 1 else f"Text {number}" for number in count(1))
    text = next(each for each in said if each not in block.styles)
    number = len(block.styles)
    added = replace(block, styles={**block.styles, text: _NEW_STYLE})
    return with_block(template, place, added), (*place[:2], "texts", number)


def added_piece(template: Template, piece: Piece) -> tuple[Template, Place]:
    """Add a piece where there is room; give where."""
    box = _free_box(template, round(template.width * _NEW_SIZE[0], 1), _NEW_SIZE[1])
    return replace(template, **{str(piece): box}), (str(piece),)  # type: ignore[arg-type] # a box


def removed(template: Template, place: Place) -> Template:
    """Take a part or a text away; a block goes with its last text. The code stays."""
    if place == CODE:
        return template
    if place[0] != "blocks":
        return replace(template, **{str(place[0]): None})  # type: ignore[arg-type] # a piece
    block = block_at(template, place)
    if len(place) == 4 and len(block.styles) > 1:
        texts = list(block.styles.items())
        del texts[text_number(place)]
        return with_block(template, place, replace(block, styles=dict(texts)))
    number = int(place[1])
    return replace(template, blocks=template.blocks[:number] + template.blocks[number + 1 :])


def shifted(template: Template, place: Place, by: int) -> tuple[Template, Place]:
    """Let a text change places with one above or below it; give where it is then."""
    block = block_at(template, place)
    texts = list(block.styles.items())
    at = text_number(place)
    to = min(max(at + by, 0), len(texts) - 1)
    texts[at], texts[to] = texts[to], texts[at]
    changed = with_block(template, place, replace(block, styles=dict(texts)))
    return changed, (*place[:3], to)


def _code_sized(template: Template, sides: Sides, box: Box, by: tuple[float, float]) -> Template:
    across = by[0] if RIGHT in sides else -by[0] if LEFT in sides else 0.0
    down = by[1] if BOTTOM in sides else -by[1] if TOP in sides else 0.0
    wanted = box.width + (across if abs(across) > abs(down) else down)
    dots = max(round(wanted / DOT / MODULES), FEWEST_DOTS)
    side = dots * DOT * MODULES
    x = box.right - side if LEFT in sides else box.x
    y = box.bottom - side if TOP in sides else box.y
    return replace(template, symbol=_held_symbol(template, x, y, dots))


def _held_symbol(template: Template, x: float, y: float, dots: int) -> Symbol:
    """Keep a code with its white edge on the paper; what does not fit gets smaller."""
    room = min(template.width, template.height)
    most = int(room / DOT / (MODULES + 2 * QUIET_MODULES))
    dots = max(min(dots, most), FEWEST_DOTS)
    quiet = Symbol(x, y, dots).quiet
    held = _held(quiet, template.paper)
    margin = dots * DOT * QUIET_MODULES
    return Symbol(round(held.x + margin, _DIGITS), round(held.y + margin, _DIGITS), dots)


def _least(box: Box) -> Box:
    return replace(box, width=max(box.width, SMALLEST_PART), height=max(box.height, SMALLEST_PART))


def _held(box: Box, paper: Box) -> Box:
    width, height = min(box.width, paper.width), min(box.height, paper.height)
    x = min(max(box.x, 0.0), paper.width - width)
    y = min(max(box.y, 0.0), paper.height - height)
    return Box(round(x, _DIGITS), round(y, _DIGITS), width, height)


def _free_box(template: Template, width: float, height: float) -> Box:
    """Find room, from the top; at least beside the code, where there is none."""
    taken = [box_of(template, part) for part in parts(template) if part != CODE]
    quiet = template.symbol.quiet
    across = range(4, max(int(template.width - width), 5), _SPOTS_APART)
    down = range(4, max(int(template.height - height), 5), _SPOTS_APART)
    spots = [Box(float(x), float(y), width, height) for y, x in product(down, across)]
    beside = [spot for spot in spots if not spot.touches(quiet)]
    free = (spot for spot in beside if not any(map(spot.touches, taken)))
    return _held(next(free, (beside or spots)[0]), template.paper)

"""What a badge looks like. Values only, millimetres from its upper left corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.printing.layout import Block, Box, Symbol


class Piece(StrEnum):
    """What stands on a badge beside texts and the code."""

    BAND = "band"
    HOLE = "hole"
    LOGO = "logo"


@dataclass(frozen=True, slots=True)
class TypeLook:
    """How badges of one type differ.

    The ``band`` is filled with a colour, ``"#RRGGBB"``, instead of the delegation's; ``text`` is
    that of the texts in the tone of the type. Either may be blank. ``hidden`` are fields and
    pieces that badges of this type don't show.
    """

    badge_type: str
    band: str = ""
    text: str = ""
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """The design of one badge.

    What a style in a block is called is what the text says, with placeholders for the fields of
    the badge: ``"Guest of {delegation}"``.
    """

    name: str
    width: float
    height: float
    symbol: Symbol
    blocks: tuple[Block, ...] = ()
    band: Box | None = None
    hole: Box | None = None
    logo: Box | None = None
    types: tuple[TypeLook, ...] = ()

    @property
    def paper(self) -> Box:
        """The badge from edge to edge."""
        return Box(0, 0, self.width, self.height)

    def pieces(self) -> Iterator[tuple[Piece, Box]]:
        """Give the pieces that it has."""
        for piece in Piece:
            box: Box | None = getattr(self, piece)
            if box is not None:
                yield piece, box

    def look_of(self, badge_type: str) -> TypeLook:
        """Give how badges of a type differ; upper and lower case are one."""
        named = badge_type.casefold()
        looks = (look for look in self.types if look.badge_type.casefold() == named)
        return next(looks, TypeLook(badge_type))

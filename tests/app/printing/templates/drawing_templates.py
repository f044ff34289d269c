"""Templates that hypothesis makes up: any that a file could describe."""

from __future__ import annotations

from hypothesis import strategies as st

from app.printing.layout import (
    DOT,
    MODULES,
    QUIET_MODULES,
    Align,
    Block,
    Box,
    Style,
    Symbol,
    Tone,
    Typeface,
)
from app.printing.templates.checking import FEWEST_DOTS, HIDEABLE
from app.printing.templates.placeholders import FIELDS
from app.printing.templates.template import Template, TypeLook

WIDE, HIGH = 120.0, 160.0
_CODE_DOTS = 6
_FREE = (MODULES + 2 * QUIET_MODULES) * _CODE_DOTS * DOT + 0.1
"""Above this, the code stands; all else is below."""

words = st.text(st.characters(codec="utf-8", exclude_characters="{}"), max_size=8)
pieces = st.sampled_from([f"{{{field}}}" for field in FIELDS]) | words
texts = st.lists(pieces, min_size=1, max_size=3).map("".join)
colours = st.sampled_from(["", "#000000", "#A1003C", "#007a5a"])
styles = st.builds(
    Style,
    st.lists(st.floats(1, 60), min_size=1, max_size=3).map(tuple),
    st.sampled_from(Typeface),
    st.sampled_from(Tone),
    st.integers(1, 4),
    st.floats(0.8, 2),
    st.floats(0, 12),
    st.floats(-0.1, 0.3),
)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, top = draw(st.floats(0, WIDE - 2)), draw(st.floats(_FREE, HIGH - 2))
    return Box(
        left, top, draw(st.floats(1, WIDE - left - 0.1)), draw(st.floats(1, HIGH - top - 0.1))
    )


blocks = st.builds(
    Block,
    boxes(),
    st.dictionaries(texts, styles, min_size=1, max_size=4),
    st.floats(0, 1),
    st.floats(0, 20) | st.just(float("inf")),
    st.sampled_from(Align),
)
looks = st.builds(
    TypeLook,
    st.sampled_from(["Speaker", "Guest", "Crew"]),
    colours,
    colours,
    st.lists(st.sampled_from(list(map(str, HIDEABLE))), max_size=3, unique=True).map(tuple),
)
symbols = st.builds(
    lambda dots: Symbol(4 * dots * DOT, 4 * dots * DOT, dots),
    st.integers(FEWEST_DOTS, _CODE_DOTS),
)
templates = st.builds(
    Template,
    st.just("mine"),
    st.just(WIDE),
    st.just(HIGH),
    symbols,
    st.lists(blocks, max_size=4).map(tuple),
    st.none() | boxes(),
    st.none() | boxes(),
    st.none() | boxes(),
    st.lists(looks, max_size=3, unique_by=lambda look: look.badge_type).map(tuple),
)

"""What several values of one cell are written as, and read from."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from app.delegates.reading.cells import clean, clean_lines
from app.delegates.reading.columns import Column
from app.delegates.reading.several import (
    Several,
    as_further,
    as_in_sector,
    further_named,
    lines_of,
)


def is_balanced(text: str) -> bool:
    """Tell whether brackets stand in pairs."""
    while (fewer := re.sub(r"\[[^\[\]]*\]", "", text)) != text:
        text = fewer
    return "[" not in text and "]" not in text


FUNCTIONS = st.text(st.sampled_from("ab [];|é"), max_size=8).map(clean).filter(is_balanced)
NAMES = st.text(st.sampled_from("ab []é&,"), min_size=1, max_size=8).map(clean).filter(bool)
TEXTS = st.lists(st.text(st.sampled_from("ab: /;"), min_size=1, max_size=6), min_size=1)


@given(st.dictionaries(NAMES.filter(is_balanced), FUNCTIONS, min_size=1, max_size=3))
def test_further_organisations_are_read_as_they_are_written(roles: dict[str, str]) -> None:
    written = [as_further(name, function) for name, function in roles.items()]

    columns = [Column(0, "Also for", "Also for", "further")]
    assert Several(columns).further(["; ".join(written)]) == tuple(roles.items())


@given(st.dictionaries(st.one_of(NAMES, st.just("Food; Drink | Malt")), FUNCTIONS, min_size=1))
def test_what_stands_one_a_line_is_read_whatever_is_in_a_name(roles: dict[str, str]) -> None:
    roles = {name: function for name, function in roles.items() if is_balanced(name)}

    written = "\n".join(as_further(name, function) for name, function in roles.items())

    assert further_named(lines_of(written)) == tuple(roles.items())


@given(TEXTS.map("\n".join).map(clean_lines).filter(bool))
def test_what_is_said_of_a_sector_is_read_as_it_is_written(text: str) -> None:
    columns = [Column(0, "Offers", "Offers", "offers_by_sector")]

    read = Several(columns).by_sector([as_in_sector("Food", text)])

    assert read == (("Food", "", text),)

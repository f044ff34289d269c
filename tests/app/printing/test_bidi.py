import pytest
from bidi import get_display
from hypothesis import example, given
from hypothesis import strategies as st

from app.printing.bidi import mirrored, pieces, reads_rightward

MIXED = "abאבגשلعم123٤٥ ()[]{}<>«-+/.,:%$€&!\u0301\u064b\u0651#Z\u200c"


def shown(text: str, *, rightward: bool) -> str:
    """Give a line as it stands from left to right, brackets as they were written."""
    found = pieces(text, rightward=rightward)
    return "".join(
        text[start:end] if forward else text[start:end][::-1] for start, end, forward in found
    )


@given(text=st.text(st.sampled_from(MIXED.replace("\u200c", "")), max_size=16), rightward=...)
@example("a(ב)1", True)
@example("א[b(2]c) ٣%", False)
def test_a_line_stands_in_the_order_that_another_program_gives(text: str, rightward: bool) -> None:
    assert shown(text, rightward=rightward) == get_display(text, base_dir="L" if rightward else "R")


@given(text=st.text(st.sampled_from(MIXED), max_size=16), rightward=...)
def test_every_character_stands_in_one_piece(text: str, rightward: bool) -> None:
    found = sorted(pieces(text, rightward=rightward))

    assert "".join(text[start:end] for start, end, _ in found) == text


@pytest.mark.parametrize(
    ("text", "rightward"),
    [("Ada שלום", True), ("(12) שלום Ada", False), ("٣ شركة", False), ("2027", True), ("", True)],
)
def test_the_first_letter_says_where_a_line_begins(text: str, rightward: bool) -> None:
    assert reads_rightward(text) is rightward


def test_a_number_and_a_name_of_another_direction_keep_their_own_within_a_line() -> None:
    assert shown("חברת ABC 2027 בע״מ", rightward=False) == "מ״עב ABC 2027 תרבח"


@pytest.mark.parametrize("pair", ["()", "[]", "{}", "<>", "«»", "（）", "［］", "「」", "≤≥"])
def test_what_opens_looks_like_what_closes(pair: str) -> None:
    assert mirrored(pair[0]) == pair[1]
    assert mirrored(pair[1]) == pair[0]


def test_what_has_no_other_half_looks_the_same() -> None:
    assert "".join(map(mirrored, "aא1&∑")) == "aא1&∑"

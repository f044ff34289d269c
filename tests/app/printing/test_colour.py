import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.printing.colour import BLACK, WHITE, Colour, contrast, text_on

channels = st.integers(0, 255).map(lambda channel: channel / 255)


def test_black_and_white_differ_most() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, BLACK) == pytest.approx(21)


@given(st.builds(Colour, channels, channels, channels))
def test_text_can_be_read_on_any_band(band: Colour) -> None:
    assert contrast(text_on(band), band) >= 4.5


@pytest.mark.parametrize(
    ("band", "text"),
    [("#007A5A", WHITE), ("#0072B2", WHITE), ("#E69F00", BLACK), ("#56B4E9", BLACK)],
)
def test_the_bands_of_the_design_carry_the_text_it_shows(band: str, text: Colour) -> None:
    assert text_on(Colour.parse(band)) == text


@pytest.mark.parametrize("text", ["007A5A", "#007A5", "#007A5AFF", "#00 A5A", "green"])
def test_a_colour_in_another_form_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        Colour.parse(text)

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import getFont, stringWidth

from app.cli.sentences import sentence
from app.printing.fonts import as_printed, printable, runs, width
from app.printing.installed import FontFile
from app.printing.layout import Typeface
from app.printing.refusals import FontUnusable
from app.printing.typefaces import plain_font, shaped_font

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
EUROPE = (
    "Șțșț ėėų Ūū Őő Űű Ħħ Ŋŋ Ǆǅǆ Łł Øø Ðð Þþ ẞß İı Ğğ Ąą Ẁŵ Ả Ə Ææ Œœ Ĳ Ŀŀ ḃ Ẽ"
    "ΑΩαωάέήίόύώϊΐς Ὀδυσσεύς АЯаяЁёЂђЃѓЄєЇїЈјЉљЊњЌќЎўЏџҐґӘәҚқ"
    "0123456789 –—‘’“”„«»&@·…€£'-./()№"
)


@pytest.mark.parametrize("typeface", Typeface)
def test_the_letters_of_europe_are_printed_in_every_typeface(typeface: Typeface) -> None:
    text = as_printed(EUROPE)

    assert printable().issuperset(text)
    for run in runs(text, typeface):
        glyphs = getFont(run.font).face.charToGlyph
        assert all(glyphs.get(ord(sign)) for sign in run.text)


@pytest.mark.parametrize(
    "sign",
    [
        *("ก", "अ", "ა", "Ա", "ሀ", "😀"),
        pytest.param("\ufffd", id="replacement character"),
        pytest.param("\ue081", id="private sign"),
        pytest.param("\ufe0f", id="variation selector"),
    ],
)
def test_what_would_be_a_box_or_a_wrong_sign_is_not_printable(sign: str) -> None:
    assert sign not in printable()


def test_a_letter_that_inter_lacks_comes_from_noto_sans() -> None:
    assert [(run.font, run.text) for run in runs("AǄB", Typeface.STRONG)] == [
        ("Inter-SemiBold", "A"),
        ("NotoSans-Bold", "Ǆ"),
        ("Inter-SemiBold", "B"),
    ]


def test_a_letter_and_its_mark_are_one_sign_of_a_font_that_shapes() -> None:
    text = as_printed("Ag\N{COMBINING TILDE}o")

    assert [(run.font, len(run.text)) for run in runs(text, Typeface.DISPLAY_STRONG)] == [
        ("InterDisplay-Bold", 1),
        ("InterDisplay-Bold-0", 1),
        ("InterDisplay-Bold", 1),
    ]


def test_a_letter_and_a_mark_that_no_font_has_together_are_both_printed() -> None:
    text = "Ꝗ\N{COMBINING ENCLOSING CIRCLE}"

    assert [run.font for run in runs(text, Typeface.REGULAR)] == [
        "NotoSans-Regular",
        "Inter-Regular-0",
    ]


def test_a_mark_after_a_space_leaves_the_space_to_the_word_before() -> None:
    text = "A \N{COMBINING TILDE}"

    assert [(run.font, len(run.text)) for run in runs(text, Typeface.DISPLAY_STRONG)] == [
        ("InterDisplay-Bold", 2),
        ("InterDisplay-Bold-0", 1),
    ]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Ju\N{COMBINING MACRON}rate\N{COMBINING DOT ABOVE}", "Jūratė"),
        ("  Anna\t Karin\n", "Anna Karin"),
        ("de\N{NO-BREAK SPACE}Souza", "de Souza"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}Eva\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}", "Eva"),
        ("A\N{ZERO WIDTH SPACE} B", "A B"),
        ("A \N{ZERO WIDTH SPACE} B", "A B"),
        ("e\N{ZERO WIDTH JOINER}\N{COMBINING ACUTE ACCENT}", "é"),
        ("\x00", ""),
    ],
)
def test_what_nobody_sees_is_not_printed(written: str, printed: str) -> None:
    assert as_printed(written) == printed


def test_a_text_is_as_wide_as_its_runs() -> None:
    noto = stringWidth("Ǆ", "NotoSans-Regular", 1)
    inter = stringWidth("Ab", "Inter-Regular", 1)

    assert width("AǄb", Typeface.REGULAR) == pytest.approx(noto + inter)


def test_a_font_that_is_missing_or_damaged_is_named(tmp_path: Path) -> None:
    whole = (FONTS / "Inter-Regular.ttf").read_bytes()
    torn, other = tmp_path / "torn.ttf", tmp_path / "other.ttf"
    torn.write_bytes(whole[:3_000])
    other.write_bytes(b"no font at all")

    for file in (tmp_path / "none.ttf", torn, other):
        with pytest.raises(FontUnusable) as refused:
            plain_font(file)
        assert refused.value.file == file
    for file in (tmp_path / "none.ttf", other):
        with pytest.raises(FontUnusable) as refused:
            shaped_font(FontFile(file))
        assert str(file) in sentence(refused.value)

"""Text of the world on paper: read back from the PDF, and looked at in pictures of it."""

import io
from collections.abc import Callable, Iterable, Sequence
from unicodedata import normalize

import numpy as np
import numpy.typing as npt
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from app.printing.fitting import Line, compose
from app.printing.fonts import as_printed, lacking, runs, width
from app.printing.layout import Block, Box, Style, Typeface
from app.printing.paper import Paper
from app.printing.stock import Size, Spot
from app.printing.templates.reading import templates
from tests.app.printing.world import needs_east_asia, world_texts

NAMES = templates()["a6"].blocks[1]
PAGE = Size(150, 120)
CORNER = Spot(20, 10)
DPI = 110
# What a letter may stand over a line: accents on capitals, the hook of a j. In ems.
OVER = 0.12

MUHAMMAD = as_printed("محمد السَّلام الأمين لاله")
DAVID = as_printed("דָּוִד בן־גוריון")
CHINESE, JAPANESE, KOREAN = (
    "中国科学技术大学（合肥）",
    "株式会社グローバル・葛\U000e0100城",
    "한국전자통신연구원",
)


def on_paper(*lines: tuple[Line, Spot]) -> bytes:
    file = io.BytesIO()
    paper = Paper(file, PAGE, "World")
    for line, origin in lines:
        paper.write(line, origin)
    paper.turn()
    paper.finish()
    return file.getvalue()


def set_in(block: Block, texts: Sequence[str]) -> tuple[Line, ...]:
    return compose(block, dict(zip(block.styles, texts, strict=True)), width)


def one_line(text: str, typeface: Typeface = Typeface.REGULAR) -> bytes:
    block = Block(Box(0, 0, 110, 20), {"text": Style((6,), typeface)})
    return on_paper(*((line, CORNER) for line in set_in(block, [text])))


def read_by_pdfium(document: bytes) -> str:
    with pypdfium2.PdfDocument(document) as pages:
        return str(pages[0].get_textpage().get_text_range())


def read_by_pypdf(document: bytes) -> str:
    return PdfReader(io.BytesIO(document)).pages[0].extract_text()


def inked(document: bytes) -> npt.NDArray[np.bool_]:
    with pypdfium2.PdfDocument(document) as pages:
        picture: npt.NDArray[np.uint8] = pages[0].render(scale=DPI / 72).to_numpy()
    dark: npt.NDArray[np.bool_] = np.less(picture.min(axis=2), 200)
    return dark


@pytest.mark.parametrize("read", [read_by_pdfium, read_by_pypdf])
@pytest.mark.parametrize("typeface", Typeface)
@pytest.mark.parametrize(
    "text",
    [
        MUHAMMAD,
        DAVID,
        "علی\u200cرضا",
        *(
            pytest.param(text, marks=needs_east_asia, id=text)
            for text in (CHINESE, JAPANESE, KOREAN)
        ),
    ],
)
def test_text_is_copied_as_it_was_written(
    text: str, typeface: Typeface, read: Callable[[bytes], str]
) -> None:
    # Of two marks on one letter, a reader may name either first.
    assert normalize("NFC", read(one_line(text, typeface)).strip()) == text


def test_brackets_around_another_direction_are_read_as_they_were_written() -> None:
    text = "شركة (الأفق) للتقنية ۱۲"

    assert read_by_pdfium(one_line(text)).strip() == text


def test_a_line_of_two_directions_stands_as_it_is_read() -> None:
    latin, bracket, arabic = runs("شركة (ABC)", Typeface.REGULAR)[1], *_ends("شركة (ABC)")

    assert (latin.text, latin.font) == ("ABC", "Inter-Regular")
    assert bracket.startswith("Inter-Regular-")
    assert arabic.startswith("NotoSansArabic")


def _ends(text: str) -> tuple[str, str]:
    found = runs(text, Typeface.REGULAR)
    return found[0].font, found[-1].font


def test_arabic_letters_join() -> None:
    columns = _columns("محمد")
    first, last = np.flatnonzero(columns)[[0, -1]]
    assert columns[first : last + 1].all()


def _columns(text: str) -> npt.NDArray[np.bool_]:
    """Give where there is ink, from left to right."""
    columns: npt.NDArray[np.bool_] = np.any(inked(one_line(text)), axis=0)
    return columns


def test_letters_that_a_joiner_keeps_apart_stand_apart() -> None:
    columns = _columns("بی\u200cبی")
    first, last = np.flatnonzero(columns)[[0, -1]]

    assert not columns[first : last + 1].all()


def test_the_first_letter_of_hebrew_stands_at_the_right() -> None:
    # A yod hangs high; a final nun goes below the line.
    picture = inked(one_line("יןןן"))
    columns = np.flatnonzero(picture.any(axis=0))
    middle = (columns[0] + columns[-1]) // 2
    feet = [np.flatnonzero(half.any(axis=1))[-1] for half in np.split(picture, [middle], axis=1)]
    right = picture[:, columns[-1] - 3 : columns[-1] + 1]

    assert np.flatnonzero(right.any(axis=1))[-1] < feet[0]


def test_a_paragraph_of_hebrew_stays_one_where_a_line_begins_with_latin() -> None:
    style = Style((6,), lines=2)
    block = Block(Box(0, 0, 34, 30), {"text": style})

    first, second = set_in(block, ["אוניברסיטת תל Partners, בע״מ"])

    assert first.text == "אוניברסיטת תל"
    assert runs(second.text, Typeface.REGULAR)[-1].text == "Partners"


@needs_east_asia
def test_what_has_no_spaces_is_broken_before_it_becomes_small() -> None:
    lines = set_in(NAMES, ["", "", "中国科学技术大学先进技术研究院有限责任公司", ""])

    assert [line.size for line in lines] == [6, 6]
    assert abs(len(lines[0].text) - len(lines[1].text)) <= 1


@needs_east_asia
@pytest.mark.parametrize(
    ("text", "number"), [("田中さん", 0), ("김철수", 1), ("张伟", 2), ("電腦臺灣", 3)]
)
def test_a_language_has_its_own_forms_of_characters(text: str, number: int) -> None:
    (run,) = runs(text, Typeface.REGULAR)

    assert run.font == f"NotoSansCJK-Regular-{number}"


@needs_east_asia
def test_the_same_text_gives_the_same_bytes_and_takes_little_room() -> None:
    text = f"{MUHAMMAD} {CHINESE}"

    assert one_line(text) == one_line(text)
    assert len(one_line(text)) < 40_000


def test_every_font_is_embedded_and_has_only_what_is_used() -> None:
    page = PdfReader(io.BytesIO(one_line(MUHAMMAD))).pages[0]

    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    (shaped,) = [font for font in fonts if font["/Subtype"] == "/Type0"]
    (descendant,) = shaped["/DescendantFonts"]
    file = descendant.get_object()["/FontDescriptor"]["/FontFile2"]
    assert len(file.get_data()) < 8_000


def test_a_character_that_no_font_has_is_told_from_those_beside_it() -> None:
    assert lacking("Ada สม محمد") == "สม"
    assert lacking("Ada محمد דוד") == ""


@settings(max_examples=60)
@given(data=st.data())
def test_no_ink_leaves_the_box(data: st.DataObject) -> None:
    block = data.draw(
        st.sampled_from([each for one in templates().values() for each in one.blocks])
    )
    texts = [data.draw(world_texts, label=field) for field in block.styles]

    lines = set_in(block, texts)

    picture = inked(on_paper(*((line, CORNER) for line in lines)))
    assert _outside(picture, block, lines) == 0


def _outside(picture: npt.NDArray[np.bool_], block: Block, lines: Iterable[Line]) -> int:
    over = max((line.size for line in lines), default=0.0) * OVER
    box, dots = block.box, DPI / 25.4
    rest = picture.copy()
    left, right = CORNER.x + box.x - over, CORNER.x + box.right + over
    top, foot = CORNER.y + box.y - over, CORNER.y + box.bottom + over
    rest[int(top * dots) : int(foot * dots) + 2, int(left * dots) : int(right * dots) + 2] = False
    return int(rest.sum())

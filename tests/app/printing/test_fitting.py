from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.printing.bidi import reads_rightward
from app.printing.fitting import Line, compose
from app.printing.fonts import as_printed, reach, width
from app.printing.layout import Align, Block, Box, Style
from app.printing.templates.reading import templates
from app.printing.templates.template import Template
from tests.app.printing.world import plain_letters, world_texts

A6 = templates()["a6"]
NAMES = A6.blocks[1]
NOTHING = dict.fromkeys(NAMES.styles, "")

letters = st.text(plain_letters, max_size=60)
words = st.lists(st.text("aWğĄЂθ", min_size=1, max_size=14), max_size=14)
texts = st.one_of(letters, words.map(" ".join), words.map("-".join)).map(as_printed) | world_texts
MARKS = dict.fromkeys(map(ord, "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"))
BEFORE = {Align.LEFT: 0, Align.CENTRE: 0.5, Align.RIGHT: 1}
every_block = [block for template in templates().values() for block in template.blocks]


def names(**written: str) -> tuple[Line, ...]:
    said = {f"{{{field}}}": text for field, text in written.items()}
    return compose(NAMES, {**NOTHING, **said}, width)


@given(block=st.sampled_from(every_block), data=st.data())
def test_no_text_leaves_its_box_touches_another_or_loses_a_letter(
    block: Block, data: st.DataObject
) -> None:
    written = {field: data.draw(texts, label=field) for field in block.styles}
    block = replace(block, align=data.draw(st.sampled_from(Align)))

    lines = compose(block, written, width)

    bottom = block.box.y
    for line in lines:
        top, foot = _height(line)
        assert top >= bottom - 1e-6
        assert line.x >= block.box.x
        free = max(block.box.width - line.width + line.size * line.style.tracking, 0)
        if block.align is not Align.LEFT or reads_rightward(line.text):
            assert line.x - block.box.x == pytest.approx(BEFORE[block.align] * free)
        assert line.width <= block.box.width + 1e-6
        assert width(line.text, line.style.typeface) + len(line.text) * line.style.tracking == (
            pytest.approx(line.width / line.size)
        )
        bottom = foot
    assert bottom <= block.box.bottom + 1e-6
    assert "".join(line.text for line in lines).translate(MARKS).replace(" ", "") == (
        "".join(written.values()).replace(" ", "")
    )


def _height(line: Line) -> tuple[float, float]:
    middle = line.baseline - 0.7273 / 2 * line.size
    half = line.style.leading * line.size / 2
    above, below = reach(line.text, line.style.typeface)
    return (
        min(middle - half, line.baseline - above * line.size),
        max(middle + half, line.baseline + below * line.size),
    )


@pytest.mark.parametrize("template", templates().values(), ids=templates().keys())
def test_blocks_share_no_room(template: Template) -> None:
    boxes = [block.box for block in template.blocks]

    for number, one in enumerate(boxes):
        assert one.x >= 0
        assert one.right <= template.width
        assert one.bottom <= template.height
        for other in boxes[number + 1 :]:
            beside = one.right <= other.x or other.right <= one.x
            assert beside or one.bottom <= other.y or other.bottom <= one.y


@pytest.mark.parametrize(
    ("given_name", "sizes"),
    [
        ("J", [19]),
        ("Ελένη", [19]),
        ("Maximilian", [16]),
        ("Hans-Joachim", [13]),
        ("Anna Maria Josephine", [13, 13]),
    ],
)
def test_a_long_given_name_is_set_smaller_and_then_on_two_lines(
    given_name: str, sizes: list[float]
) -> None:
    assert [line.size for line in names(given_name=given_name)] == sizes


def test_a_long_family_name_breaks_after_its_hyphen() -> None:
    lines = names(family_name="Leutheusser-Schnarrenberger-Hohenlohe")

    assert [line.text for line in lines] == ["Leutheusser-", "Schnarrenberger-Hohenlohe"]


def test_a_word_without_a_break_stays_whole_and_shrinks() -> None:
    (line,) = names(given_name="Wolfeschlegelsteinhausenbergerdorff")

    assert line.text == "Wolfeschlegelsteinhausenbergerdorff"
    assert line.size < 13
    assert line.width <= NAMES.box.width


def test_a_long_organisation_takes_two_lines_in_its_size() -> None:
    lines = names(organisation="The Clean Tech Cluster of Northern Ostrobothnia")

    assert [line.size for line in lines] == [6, 6]


def test_no_word_is_left_alone_on_a_second_line_where_another_can_join_it() -> None:
    lines = names(family_name="García-Márquez de la Concha")

    assert [line.text for line in lines] == ["García-Márquez", "de la Concha"]


def test_texts_stand_where_the_design_has_them() -> None:
    lines = names(
        given_name="Ελένη",
        family_name="Θαλασσινού",
        organisation="Attica Maritime Cluster",
        country="Greece",
    )

    assert [line.baseline for line in lines] == pytest.approx([49.6, 63.8, 77.5, 84.3], abs=0.2)


def test_a_missing_organisation_leaves_no_gap_of_its_own() -> None:
    with_it = names(family_name="Balsevičė", organisation="Baltic Cluster", country="Lithuania")
    without = names(family_name="Balsevičė", country="Lithuania")

    assert without[-1].baseline < with_it[-1].baseline
    assert _height(without[-1])[0] - _height(without[0])[1] == pytest.approx(5.5)


def test_where_height_is_short_all_texts_of_a_block_shrink_alike() -> None:
    given, also, family, first, second, country = names(
        given_name="Anna Maria Josephine",
        family_name="Balsevičė",
        organisation="The Clean Tech Cluster of Northern Ostrobothnia",
        country="Finland",
    )

    scale = country.size / 5.2
    assert 0.8 < scale < 1
    sizes = [line.size for line in (given, also, family, first, second)]
    assert sizes == pytest.approx([size * scale for size in (13, 13, 10, 6, 6)])


def test_nothing_is_set_where_nothing_is_written() -> None:
    assert names() == ()


def test_lines_that_read_leftward_begin_at_one_right_edge() -> None:
    box = Box(10, 0, 60, 60)
    block = Block(box, {"name": Style((8,), lines=3), "country": Style((5,)), "by": Style((5,))})
    texts = {"name": "محمد بن عبد الله الفيتوري", "country": "ليبيا", "by": "Libya"}

    *leftward, last = compose(block, texts, width)

    edges = {round(line.x + line.width, 6) for line in leftward}
    assert len(leftward) >= 3
    assert len(edges) == 1
    assert min(line.x for line in leftward) == pytest.approx(box.x)
    assert last.x == box.x


def test_a_block_that_has_another_edge_keeps_to_it() -> None:
    block = Block(Box(0, 0, 60, 30), {"name": Style((5,)), "by": Style((5,))}, align=Align.RIGHT)

    lines = compose(block, {"name": "محمد", "by": "Libya"}, width)

    assert {round(line.x + line.width, 6) for line in lines} == {60}

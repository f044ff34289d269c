import pytest
import uharfbuzz

from app.printing.outlines import Outline, font_file

EM = 1000


def opened(*outlines: Outline) -> uharfbuzz.Font:
    widths = [EM] * (len(outlines) + 1)
    return uharfbuzz.Font(uharfbuzz.Face(font_file(EM, [Outline(EM), *outlines], widths)))


def circle() -> Outline:
    """Draw a circle of 300 around the middle, as PostScript fonts do."""
    pen, reach = Outline(EM), 300 * 0.5523
    pen.moveTo((800, 500))
    pen.curveTo((800, 500 + reach), (500 + reach, 800), (500, 800))
    pen.curveTo((500 - reach, 800), (200, 500 + reach), (200, 500))
    pen.curveTo((200, 500 - reach), (500 - reach, 200), (500, 200))
    pen.curveTo((500 + reach, 200), (800, 500 - reach), (800, 500))
    pen.closePath()
    return pen


def test_a_font_of_outlines_is_read_as_one() -> None:
    pen = Outline(EM, x=10, y=-20)
    for point in ((0, 0), (400, 0), (400, 700)):
        (pen.lineTo if pen.contours else pen.moveTo)(point)
    pen.closePath()

    font = opened(pen, circle())

    assert font.face.glyph_count == 3
    ink = font.get_glyph_extents(1)
    assert (ink.x_bearing, ink.y_bearing, ink.width, ink.height) == (10, 680, 400, -700)
    assert font.get_glyph_h_advance(2) == EM


def test_curves_of_postscript_keep_their_shape() -> None:
    points = [(x, y) for x, y, on in circle().contours[0] if on]

    assert len(points) > 8
    for x, y in points:
        assert (x - 500) ** 2 + (y - 500) ** 2 == pytest.approx(300**2, rel=0.01)
    ink = opened(circle()).get_glyph_extents(1)
    assert (ink.width, -ink.height) == (600, 600)


def test_a_contour_without_an_inside_is_left_out() -> None:
    pen = Outline(EM)
    pen.moveTo((5, 5))
    pen.lineTo((9, 9))
    pen.closePath()

    assert pen.contours == []
    assert opened(pen).get_glyph_extents(1).width == 0

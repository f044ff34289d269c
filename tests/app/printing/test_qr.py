import random
import re

import pytest

from app.printing import qr
from app.printing.layout import DOT, MODULES
from app.printing.templates.checking import boxes
from app.printing.templates.reading import templates
from app.printing.templates.template import Template

CODE = "BDGBCNCILCBDEFGHIJKLNVBRRFJEHTGJNENRRHDBFGURL"

each_template = pytest.mark.parametrize("template", templates().values(), ids=templates().keys())


def test_a_badge_code_needs_a_version_3_symbol() -> None:
    rows = qr.modules(CODE)

    assert len(rows) == MODULES
    assert {len(row) for row in rows} == {MODULES}


@pytest.mark.parametrize("code", ["", CODE.lower(), CODE[:-1] + "-", CODE + "ABC", CODE + "\n"])
def test_what_is_no_badge_code_is_not_drawn(code: str) -> None:
    with pytest.raises(ValueError, match="capitals"):
        qr.path(code)


def test_the_path_covers_the_dark_modules_and_no_others() -> None:
    chance = random.Random(5)
    code = "".join(chance.choices("CBDEFGHIJKLNRTUV", k=45))
    covered = set()

    for column, row, length in re.findall(r"(\d+) (\d+) (\d+) 1 re", qr.path(code)):
        covered |= {(int(column) + step, MODULES - 1 - int(row)) for step in range(int(length))}

    dark = {(x, y) for y, row in enumerate(qr.modules(code)) for x, on in enumerate(row) if on}
    assert covered == dark


@each_template
def test_a_module_is_large_enough_for_a_bent_badge(template: Template) -> None:
    assert template.symbol.dots * DOT >= 0.5


@each_template
def test_the_quiet_zone_lies_on_the_label_and_holds_nothing_else(template: Template) -> None:
    quiet = template.symbol.quiet
    others = [box for _place, box in boxes(template)]

    assert quiet.x >= 0
    assert quiet.y >= 0
    assert quiet.right <= template.width
    assert quiet.bottom <= template.height
    assert not [box for box in others if quiet.touches(box)]

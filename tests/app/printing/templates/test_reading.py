from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.printing.described import Fault
from app.printing.stock import stocks
from app.printing.templates.checking import flaws
from app.printing.templates.reading import TemplateUnusable, read_template, templates
from app.printing.templates.template import Template
from app.printing.templates.writing import written
from tests.app.printing.templates.drawing_templates import templates as any_template

SOUND = """\
# A card.
size = [90, 55]

[code]
at = [62.9, 5]
dots = 9

[band]
box = [0, 46, 90, 9]

[[blocks]]
box = [5, 11, 54, 33.4]
sink = 0.5

[[blocks.texts]]
text = "{given_name}"
sizes = [10, 8.6]

[[blocks.texts]]
text = "Guest of {delegation}"
sizes = [
    4,
]
tone = "type"

[[types]]
type = "Speaker"
band = "#A1003C"
hidden = ["country"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


def test_a_template_is_named_after_its_file(file: Path) -> None:
    file.write_text(SOUND, encoding="utf-8")

    assert read_template(file).name == "mine"


def test_each_stock_of_the_program_has_a_template_that_fits_it() -> None:
    for stock in stocks().values():
        design = templates()[stock.layout]

        assert design.width <= stock.label.width
        assert design.height <= stock.label.height


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("size = [90, 55]", "", (0, "size", Fault.MISSING, "")),
        ("[90, 55]", "[90]", (2, "size", Fault.WRONG_TYPE, "")),
        ("[90, 55]", "[0.5, 55]", (2, "size", Fault.TOO_SMALL, "")),
        ("[90, 55]", "[90, 2001]", (2, "size", Fault.TOO_LARGE, "")),
        ("# A card.", "paper = 1", (1, "paper", Fault.NOT_KNOWN, "")),
        ("[code]", "[kode]", (4, "kode", Fault.NOT_KNOWN, "")),
        ("dots = 9", "", (4, "code.dots", Fault.MISSING, "")),
        ("dots = 9", "dots = 9.0", (6, "code.dots", Fault.WRONG_TYPE, "")),
        ("dots = 9", "dots = 3", (6, "code.dots", Fault.TOO_SMALL, "")),
        ("dots = 9", "dots = 12", (4, "code", Fault.OFF_THE_PAGE, "")),
        ("at = [62.9, 5]", "at = [1, 5]", (4, "code", Fault.OFF_THE_PAGE, "")),
        ("[0, 46, 90, 9]", "[0, 46, 91, 9]", (9, "band.box", Fault.OFF_THE_PAGE, "")),
        ("[0, 46, 90, 9]", "[0, 25, 90, 9]", (9, "band.box", Fault.OVER_THE_CODE, "")),
        ("[5, 11, 54, 33.4]", "[5, 11, 56, 33.4]", (12, "blocks.1.box", Fault.OVER_THE_CODE, "")),
        ("[5, 11, 54, 33.4]", "[5, 11, 54, 0.9]", (12, "blocks.1.box", Fault.TOO_SMALL, "")),
        ("[5, 11, 54, 33.4]", "[5, 11, 54]", (12, "blocks.1.box", Fault.WRONG_TYPE, "")),
        ("sink = 0.5", "sink = 2", (13, "blocks.1.sink", Fault.TOO_LARGE, "")),
        ("sink = 0.5", "drop = -1", (13, "blocks.1.drop", Fault.TOO_SMALL, "")),
        ("sink = 0.5", "align = 'top'", (13, "blocks.1.align", Fault.NOT_KNOWN, "top")),
        ("{given_name}", "{name}", (16, "blocks.1.texts.1.text", Fault.NO_PLACEHOLDER, "{name}")),
        ("{given_name}", "{1 + 1}", (16, "blocks.1.texts.1.text", Fault.NO_PLACEHOLDER, "{1 + 1}")),
        ("{delegation}", "{delegation", (20, "blocks.1.texts.2.text", Fault.NO_PLACEHOLDER, "{")),
        (
            "Guest of {delegation}",
            "{given_name}",
            (20, "blocks.1.texts.2.text", Fault.TWICE, "{given_name}"),
        ),
        ("[10, 8.6]", "[]", (17, "blocks.1.texts.1.sizes", Fault.MISSING, "")),
        ("    4,", "    0.5,", (21, "blocks.1.texts.2.sizes", Fault.TOO_SMALL, "")),
        ("    4,", "    201,", (21, "blocks.1.texts.2.sizes", Fault.TOO_LARGE, "")),
        ("    4,", "    nan,", (21, "blocks.1.texts.2.sizes", Fault.WRONG_TYPE, "")),
        ('"type"', '"dark"', (24, "blocks.1.texts.2.tone", Fault.NOT_KNOWN, "dark")),
        ('tone = "type"', "lines = 0", (24, "blocks.1.texts.2.lines", Fault.TOO_SMALL, "")),
        ('tone = "type"', "leading = 0.1", (24, "blocks.1.texts.2.leading", Fault.TOO_SMALL, "")),
        ('tone = "type"', "bold = true", (24, "blocks.1.texts.2.bold", Fault.NOT_KNOWN, "")),
        ('type = "Speaker"', "", (26, "types.1.type", Fault.MISSING, "")),
        ("#A1003C", "red", (28, "types.1.band", Fault.NO_COLOUR, "red")),
        ('band = "#A1003C"', 'text = "#F0E442"', (28, "types.1.text", Fault.TOO_LIGHT, "#F0E442")),
        ('["country"]', '["code"]', (29, "types.1.hidden", Fault.NOT_KNOWN, "code")),
        (
            '["country"]',
            '["band"]\n[[types]]\ntype = "SPEAKER"',
            (31, "types.2.type", Fault.TWICE, "SPEAKER"),
        ),
        ("sink = 0.5", "sink = ", (13, "", Fault.NOT_TOML, "")),
    ],
)
def test_a_template_that_cannot_be_printed_says_on_which_line_it_is_wrong(
    file: Path, was: str, becomes: str, told: tuple[int, str, Fault, str]
) -> None:
    assert SOUND.count(was) == 1
    file.write_text(SOUND.replace(was, becomes), encoding="utf-8")

    with pytest.raises(TemplateUnusable) as refusal:
        read_template(file)

    line, key, fault, said = told
    assert refusal.value.facts() == {
        "file": file,
        "template": "mine",
        "line": line,
        "key": key,
        "fault": fault,
        "said": said,
    }


def test_a_block_without_a_text_is_refused(file: Path) -> None:
    file.write_text(SOUND.split("\n[[blocks.texts]]", maxsplit=1)[0], encoding="utf-8")

    with pytest.raises(TemplateUnusable) as refusal:
        read_template(file)

    assert (refusal.value.line, refusal.value.key) == (11, "blocks.1.texts")


def test_what_is_no_text_is_refused_with_the_line_where_that_begins(file: Path) -> None:
    file.write_bytes(b"size = [90, 55]\n# \xff\n")

    with pytest.raises(TemplateUnusable) as refusal:
        read_template(file)

    assert (refusal.value.fault, refusal.value.line) == (Fault.NOT_TOML, 2)


def test_a_fault_at_the_end_of_a_long_file_has_its_line(file: Path) -> None:
    text = '\n[[blocks.texts]]\ntext = "{}"\nsizes = [\n  4,\n]\n'
    long = SOUND.split("\n[[types]]", maxsplit=1)[0] + "".join(
        text.format(number) for number in range(300)
    )
    file.write_text(f"{long}[paper]\n", encoding="utf-8")

    with pytest.raises(TemplateUnusable) as refusal:
        read_template(file)

    assert (refusal.value.key, refusal.value.line) == ("paper", long.count("\n") + 1)


lines = st.sampled_from(SOUND.splitlines())
pieces = lines | st.text("[]{}=,\"'.#0123456789-einfaxto \n", max_size=12)


@given(at=st.integers(0, len(SOUND)), gone=st.integers(0, 40), instead=pieces)
def test_a_damaged_file_is_read_or_refused_with_a_line_that_it_has(
    tmp_path_factory: pytest.TempPathFactory, at: int, gone: int, instead: str
) -> None:
    text = SOUND[:at] + instead + SOUND[at + gone :]
    file = tmp_path_factory.getbasetemp() / "damaged.toml"
    file.write_text(text, encoding="utf-8")

    refusal = refusal_of(file)

    assert refusal is None or 0 <= refusal.line <= text.count("\n") + 1


def refusal_of(file: Path) -> TemplateUnusable | None:
    try:
        read_template(file)
    except TemplateUnusable as refusal:
        return refusal
    return None


@given(template=any_template)
def test_what_is_written_reads_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, template: Template
) -> None:
    assert list(flaws(template)) == []
    file = tmp_path_factory.getbasetemp() / "mine.toml"

    file.write_text(written(template), encoding="utf-8")

    assert read_template(file) == template

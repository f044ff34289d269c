"""One sentence for each refusal of a badge's template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.errors import DeskError
from app.printing.described import Fault
from app.printing.layout import SMALLEST_MODULE
from app.printing.stock import Size
from app.printing.templates.checking import (
    FEWEST_DOTS,
    LARGEST_TYPE,
    SMALLEST_PART,
    SMALLEST_TYPE,
)
from app.printing.templates.placeholders import FIELDS
from app.printing.templates.reading import TemplateUnusable
from app.printing.templates.refusals import (
    TemplateInUse,
    TemplateNotOwn,
    TemplateTooLarge,
    UnknownTemplate,
)

_FAULTS: Mapping[Fault, str] = {
    Fault.NOT_TOML: "it is no TOML. Write it anew after one of the others (templates --export).",
    Fault.MISSING: "“{key}” is missing. Add it.",
    Fault.NOT_KNOWN: "nothing is known of “{said}”. Correct it after one of the others.",
    Fault.WRONG_TYPE: "“{key}” is not written as it should be. Correct it after one of the others.",
    Fault.TOO_SMALL: "“{key}” is too small. {least}",
    Fault.TOO_LARGE: "“{key}” is too large. {most}",
    Fault.OFF_THE_PAGE: "“{key}” leaves the badge. Move it, or make it smaller.",
    Fault.OVER_THE_CODE: (
        "“{key}” lies over the code or its white edge, which scanners need. Move one of them."
    ),
    Fault.NO_PLACEHOLDER: "“{said}” is no placeholder. There are {placeholders}.",
    Fault.NO_COLOUR: "“{said}” is no colour. Write it as #RRGGBB, such as #0072B2.",
    Fault.TOO_LIGHT: "“{said}” is too light to be read on white. Choose a darker colour.",
    Fault.TWICE: "“{said}” stands there twice. Leave one of them out.",
    Fault.BAD_NAME: (
        "its name can't be a template's. Call it by at most 40 letters, digits, dots, hyphens and "
        "underscores, without a space."
    ),
    Fault.NAME_TAKEN: "a template of the program has this name. Give the file another one.",
    Fault.UNREADABLE: "it can't be read. Look whether it is there, and whether it is a file.",
}
_LEAST: Mapping[str, str] = {
    "size": f"A badge is at least {SMALLEST_PART:g} mm wide and high.",
    "box": f"A part is at least {SMALLEST_PART:g} mm wide and high.",
    "dots": (
        f"A square of the code needs {SMALLEST_MODULE} mm, which are {FEWEST_DOTS} dots of 1/300 "
        "inch: scanners miss smaller ones."
    ),
    "sizes": f"Letters are at least {SMALLEST_TYPE:g} mm high.",
}
_MOST: Mapping[str, str] = {
    "size": "Give it in millimetres.",
    "sizes": f"Letters are at most {LARGEST_TYPE:g} mm high.",
    "sink": "It is a share, from 0 to 1.",
}


def fault_words(fault: Fault, key: str, said: str) -> str:
    """Say what is wrong with an entry, and what to do. ``key`` may be another word for it."""
    entry = key.rpartition(".")[2]
    return _FAULTS[fault].format(
        key=key,
        said=said or key,
        least=_LEAST.get(entry, "Make it larger."),
        most=_MOST.get(entry, "Make it smaller."),
        placeholders=", ".join(f"{{{field}}}" for field in FIELDS),
    )


def template_words(refusal: TemplateUnusable) -> str:
    """Say what is wrong with a template's file, on which line, and what to do."""
    line = f", line {refusal.line}" if refusal.line else ""
    return f"{refusal.file}{line}: {fault_words(refusal.fault, refusal.key, refusal.said)}"


def _across(size: tuple[float, float]) -> str:
    return Size(*size).words


TEMPLATE_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    TemplateUnusable: template_words,
    TemplateInUse: lambda e: (
        f"“{e.template}” stays: {', '.join(e.stocks)} "
        f"{'is' if len(e.stocks) == 1 else 'are'} described with it. Write another layout there."
    ),
    TemplateNotOwn: lambda e: (
        f"“{e.template}” comes with the program and stays as it is. Work on a copy of it."
    ),
    TemplateTooLarge: lambda e: (
        f"“{e.template}” is {_across(e.size)} mm, and labels of “{e.stock}” are "
        f"{_across(e.label)} mm. Choose a template that is no larger."
    ),
    UnknownTemplate: lambda e: (
        f"There is no template “{e.template}” at this desk. There are {', '.join(e.known)}: "
        "templates --use NAME --stock STOCK chooses one."
    ),
}

"""Templates that somebody made for this desk, beside those that come with the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.places import templates_folder
from app.printing.described import Fault, is_name
from app.printing.shelf import SUFFIX, Offered, Shelf
from app.printing.templates.checking import flaws
from app.printing.templates.reading import BUNDLED, TemplateUnusable, read_template, templates
from app.printing.templates.refusals import UnknownTemplate
from app.printing.templates.template import Template
from app.printing.templates.writing import written


def offered_templates() -> Offered[Template, TemplateUnusable]:
    """Read the templates of the program and of this desk."""
    return _shelf().offered()


def import_template(file: Path) -> Template:
    """Keep a described template for this desk, in place of its own one of this name.

    Raises:
        TemplateUnusable: The file is wrong. Nothing was kept.
        FileNotWritten: The system did not let us.
    """
    return _shelf().keep(file)


def export_template(name: str, file: Path) -> Template:
    """Write the description of a template, as one to change.

    Raises:
        UnknownTemplate: There is none of this name.
        TemplateUnusable: There is, but its file is wrong.
        FileNotWritten: The system did not let us.
    """
    return _shelf().hand_out(name, file)


def keep_template(template: Template, name: str = "") -> Template:
    """Write a template for this desk, under another name if one is given; give it as kept.

    Raises:
        TemplateUnusable: It could not be printed or scanned, or can't have this name.
        FileNotWritten: The system did not let us.
    """
    named = replace(template, name=name or template.name)
    file = own_file(named.name)
    if not is_name(named.name):
        raise _refused(file, Fault.BAD_NAME)
    if named.name in templates():
        raise _refused(file, Fault.NAME_TAKEN)
    for flaw in flaws(named):
        raise TemplateUnusable(file, named.name, 0, flaw.key, flaw.fault, flaw.said)
    _shelf().write(named.name, written(named).encode())
    return named


def own_file(name: str) -> Path:
    """Give where a template of this desk is kept."""
    return templates_folder() / f"{name}{SUFFIX}"


def _shelf() -> Shelf[Template, TemplateUnusable]:
    return Shelf(
        BUNDLED,
        templates_folder(),
        templates(),
        read_template,
        TemplateUnusable,
        _refused,
        UnknownTemplate,
    )


def _refused(file: Path, fault: Fault) -> TemplateUnusable:
    return TemplateUnusable(file, file.stem, 0, "", fault)

"""Why a template can't be taken for a stock, or can't go. Light to import."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import DeskError


@dataclass(eq=False)
class UnknownTemplate(DeskError):
    """There is no such template."""

    template: str
    known: tuple[str, ...]


@dataclass(eq=False)
class TemplateTooLarge(DeskError):
    """A template is larger than the labels of a stock, both as millimetres across and down."""

    template: str
    size: tuple[float, float]
    stock: str
    label: tuple[float, float]


@dataclass(eq=False)
class TemplateNotOwn(DeskError):
    """A template of the program stays as it is."""

    template: str


@dataclass(eq=False)
class TemplateInUse(DeskError):
    """Stocks of this desk are described with a template, so it can't go."""

    template: str
    stocks: tuple[str, ...]

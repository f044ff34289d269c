"""Which template the badges of each stock are printed from, as this desk chose.

The choice is this desk's, like its own templates: another desk may not have them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.printing.own_stocks import offered_stocks
from app.printing.stock import Stock, holds
from app.printing.templates.own import offered_templates, own_file
from app.printing.templates.reading import templates
from app.printing.templates.refusals import (
    TemplateInUse,
    TemplateNotOwn,
    TemplateTooLarge,
    UnknownTemplate,
)
from app.printing.templates.template import Template
from app.settings import Settings, change_settings, load_settings, settings_file

_FILLED = 0.8
"""Of each side of a label."""


def design_of(stock: Stock) -> Template:
    """Give the template that badges on a stock are printed from.

    Raises:
        UnknownTemplate, TemplateUnusable: What was chosen is gone, or its file is wrong.
        TemplateTooLarge: It has become larger than the labels.
    """
    # Nothing was chosen before the first start, and looking makes no settings.
    file = settings_file()
    chosen = chosen_designs(load_settings(file)) if file.exists() else {}
    design = offered_templates().named(chosen.get(stock.name, stock.layout))
    return fitting(design, stock)


def choose_design(stock: Stock, template: str) -> Settings:
    """Print badges on a stock from this template from now on.

    Raises:
        UnknownTemplate, TemplateUnusable: There is none of this name, or its file is wrong.
        TemplateTooLarge: It is larger than the labels.
        SettingsUnreadable, FileNotWritten: As for ``change_settings``.
    """
    fitting(offered_templates().named(template), stock)
    return change_settings(lambda settings: with_design(settings, stock, template))


def delete_template(name: str) -> tuple[str, ...]:
    """Delete a template of this desk; give the stocks that go back to their usual one.

    Raises:
        UnknownTemplate: There is none of this name.
        TemplateNotOwn: It is one of the program.
        TemplateInUse: Stocks of this desk are described with it.
    """
    file = own_file(name)
    if name in templates():
        raise TemplateNotOwn(name)
    if not file.exists():
        raise UnknownTemplate(name, tuple(offered_templates().known))
    described = [each.name for each in offered_stocks().known.values() if each.layout == name]
    if described:
        raise TemplateInUse(name, tuple(described))
    chosen = chosen_designs(load_settings())
    change_settings(lambda settings: _without(settings, name))
    file.unlink(missing_ok=True)
    return tuple(stock for stock, template in chosen.items() if template == name)


def let_go(template: Template) -> tuple[str, ...]:
    """Print on stocks from their usual template again that this one has outgrown; name them."""
    stocks = offered_stocks().known
    chosen = chosen_designs(load_settings())
    outgrown = tuple(
        stock
        for stock, name in chosen.items()
        if name == template.name and stock in stocks and not fits(template, stocks[stock])
    )
    if outgrown:
        change_settings(lambda settings: _usual_on(settings, outgrown))
    return outgrown


def fits(design: Template, stock: Stock) -> bool:
    """Tell whether a template goes on the labels of a stock."""
    return holds(stock.label, (design.width, design.height))


def fills(design: Template, stock: Stock) -> bool:
    """Tell whether little of the labels of a stock stays empty around a template."""
    width, height = (_FILLED * side for side in stock.label)
    return design.width >= width and design.height >= height


def fitting(design: Template, stock: Stock) -> Template:
    """Give a template back that goes on the labels of a stock.

    Raises:
        TemplateTooLarge: It does not.
    """
    if not fits(design, stock):
        size = (design.width, design.height)
        raise TemplateTooLarge(design.name, size, stock.name, stock.label)
    return design


def chosen_designs(settings: Settings) -> Mapping[str, str]:
    """Give the templates that were chosen, by stock; the others are as the stock says."""
    entries = [entry.partition(" ") for entry in settings.templates]
    return {stock: template for stock, _, template in entries if template}


def with_design(settings: Settings, stock: Stock, template: str) -> Settings:
    """Choose a template for a stock; its usual one is nothing to remember."""
    chosen = {**chosen_designs(settings), stock.name: template}
    if template == stock.layout:
        del chosen[stock.name]
    return _keeping(settings, chosen)


def _usual_on(settings: Settings, stocks: tuple[str, ...]) -> Settings:
    chosen = chosen_designs(settings)
    return _keeping(settings, {stock: one for stock, one in chosen.items() if stock not in stocks})


def _without(settings: Settings, template: str) -> Settings:
    chosen = chosen_designs(settings)
    return _keeping(settings, {stock: one for stock, one in chosen.items() if one != template})


def _keeping(settings: Settings, chosen: Mapping[str, str]) -> Settings:
    written = tuple(f"{stock} {template}" for stock, template in sorted(chosen.items()))
    return replace(settings, templates=written)

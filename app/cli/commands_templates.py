"""What badges look like."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.template_sentences import template_words
from app.printing.designs import choose_design, chosen_designs, delete_template
from app.printing.own_stocks import offered_stocks
from app.printing.stock import Size
from app.printing.templates.own import export_template, import_template, offered_templates
from app.printing.templates.template import Template
from app.settings import load_settings


def add_templates(commands: AllCommands) -> None:
    """Add the command of this module."""
    command = commands.add("templates", templates, event=False)
    way = command.add_mutually_exclusive_group()
    way.add_argument("--import", dest="taken", metavar="FILE", help="keep a template here")
    way.add_argument("--export", metavar="NAME", help="write a template, to change it")
    way.add_argument("--delete", metavar="NAME", help="remove a template of this desk")
    way.add_argument("--use", metavar="NAME", help="print badges from it on a stock from now on")
    command.add_argument("--stock", default="a4-4up", help="the stock that --use is about")
    command.add_argument("-o", "--output", help="where to; NAME.toml here if nothing is said")


def templates(args: argparse.Namespace) -> Answer:
    """List what badges can look like; keep, write out, delete or choose a template."""
    if args.taken is not None:
        kept = import_template(Path(args.taken))
        return Answer({"template": _facts(kept, {})}, (f"Kept for this desk: {_line(kept, ())}",))
    if args.export is not None:
        file = Path(args.output or f"{args.export}.toml")
        template = export_template(args.export, file)
        return Answer({"template": _facts(template, {}), "file": file}, (str(file),))
    if args.delete is not None:
        return _delete(args.delete)
    if args.use is not None:
        stock = offered_stocks().named(args.stock)
        choose_design(stock, args.use)
        said = f"Badges on {stock.name} are printed from {args.use}."
        return Answer({"stock": stock.name, "template": args.use}, (said,))
    return _listed()


def _delete(name: str) -> Answer:
    back = delete_template(name)
    said = f" Badges on {', '.join(back)} are printed as usual again." if back else ""
    return Answer({"deleted": name, "stocks": back}, (f"“{name}” is deleted.{said}",))


def _listed() -> Answer:
    offered = offered_templates()
    chosen = chosen_designs(load_settings())
    used = {
        stock.name: chosen.get(stock.name, stock.layout)
        for stock in offered_stocks().known.values()
    }
    lines = [
        _line(each, tuple(stock for stock, name in used.items() if name == each.name))
        for each in offered.known.values()
    ]
    lines += [template_words(refusal) for refusal in offered.unusable.values()]
    facts = {
        "templates": [_facts(each, used) for each in offered.known.values()],
        "unusable": [refusal.facts() for refusal in offered.unusable.values()],
    }
    return Answer(facts, tuple(lines))


def _line(template: Template, stocks: tuple[str, ...]) -> str:
    size = Size(template.width, template.height).words
    return f"{template.name}: {size} mm" + (f", on {', '.join(stocks)}" if stocks else "")


def _facts(template: Template, used: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": template.name,
        "size": (template.width, template.height),
        "stocks": [stock for stock, name in used.items() if name == template.name],
    }

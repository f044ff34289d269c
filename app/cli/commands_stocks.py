"""What papers can be printed on."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.stock_sentences import unusable_words
from app.printing.own_stocks import export_stock, import_stock, offered_stocks
from app.printing.stock import Stock


def add_stocks(commands: AllCommands) -> None:
    """Add the command of this module."""
    command = commands.add("stocks", stocks, event=False)
    way = command.add_mutually_exclusive_group()
    way.add_argument("--import", dest="taken", metavar="FILE", help="keep a described stock here")
    way.add_argument("--export", metavar="NAME", help="write a stock's description, to change it")
    command.add_argument("-o", "--output", help="where to; NAME.toml here if nothing is said")


def stocks(args: argparse.Namespace) -> Answer:
    """List what badges can be printed on; keep a stock of one's own, or write one out."""
    if args.taken is not None:
        stock = import_stock(Path(args.taken))
        return Answer({"stock": _facts(stock)}, (f"Kept for this desk: {_line(stock)}",))
    if args.export is not None:
        file = Path(args.output or f"{args.export}.toml")
        stock = export_stock(args.export, file)
        return Answer({"stock": _facts(stock), "file": file}, (str(file),))
    offered = offered_stocks()
    lines = [_line(stock) for stock in offered.known.values()]
    lines += [unusable_words(refusal) for refusal in offered.unusable.values()]
    facts = {
        "stocks": [_facts(stock) for stock in offered.known.values()],
        "unusable": [refusal.facts() for refusal in offered.unusable.values()],
    }
    return Answer(facts, tuple(lines))


def _line(stock: Stock) -> str:
    if stock.labels == 1:
        return f"{stock.name}: {stock.page.words} mm"
    return f"{stock.name}: {stock.labels} of {stock.label.words} mm on {stock.page.words} mm"


def _facts(stock: Stock) -> dict[str, Any]:
    return {
        "name": stock.name,
        "page": stock.page,
        "label": stock.label,
        "labels": stock.labels,
        "layout": stock.layout,
    }

"""Commands on printers, and on what was handed to them."""

from __future__ import annotations

import argparse
import math
from dataclasses import replace

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.commands_printing import USUAL_STOCKS
from app.cli.printer_words import printer_line, run_facts, run_line
from app.cli.printing_out import queue_of
from app.cli.station import station
from app.printers.choices import Fit, chosen_printers, fit_for, printer_for, with_fit, with_printer
from app.printers.cups import CupsPrinters
from app.printers.refusals import UnknownPrinter
from app.settings import Settings, change_settings, load_settings

_FURTHEST_MM = 100.0
_SCALES = (0.5, 2.0)


def add_printers(commands: AllCommands) -> None:
    """Add the commands of this module."""
    commands.add("printers", show_printers, event=False)
    resume = commands.add("resume-printer", resume_printer, event=False)
    resume.add_argument("printer")
    chosen = commands.add("set-printer", set_printer, event=False)
    chosen.add_argument("kind", choices=list(USUAL_STOCKS), help="which papers")
    chosen.add_argument("printer", help="its name; blank takes the choice back")
    chosen.add_argument("--stock", help="put papers right when it holds this")
    chosen.add_argument("--offset-x", type=_offset, metavar="MM", help="to the right")
    chosen.add_argument("--offset-y", type=_offset, metavar="MM", help="down")
    chosen.add_argument("--rotation", type=int, choices=(0, 90, 180, 270), help="clockwise")
    chosen.add_argument("--scale", type=_scale, metavar="TIMES", help="0.98 is a little smaller")
    at_check_in = commands.add("badge-at-check-in", set_badge_at_check_in, event=False)
    at_check_in.add_argument("wanted", choices=("on", "off"))
    jobs = commands.add("print-jobs", show_jobs)
    jobs.add_argument("--came-out", metavar="ID", help="somebody holds these papers")
    cancel = commands.add("cancel-print", cancel_print)
    cancel.add_argument("id", help="as print-jobs shows it")
    retry = commands.add("retry-print", retry_print)
    retry.add_argument("id", help="as print-jobs shows it")
    retry.add_argument("--printer", default="", metavar="NAME", help="on another printer")


def show_printers(_args: argparse.Namespace) -> Answer:
    """List the printers of this computer: how they are, and what goes to them."""
    found, chosen = CupsPrinters().printers(), chosen_printers(load_settings())
    kinds = {
        printer.name: [kind for kind, name in chosen.items() if name == printer.name]
        for printer in found
    }
    lines = [printer_line(printer, kinds[printer.name]) for printer in found]
    facts = {"printers": found, "chosen": chosen}
    return Answer(facts, tuple(lines) or ("This computer has no printer.",))


def resume_printer(args: argparse.Namespace) -> Answer:
    """Let a printer go on that stopped."""
    CupsPrinters().resume(args.printer)
    return Answer({"printer": args.printer}, (f"{args.printer} goes on.",))


def set_printer(args: argparse.Namespace) -> Answer:
    """Choose the printer for a kind of papers, and put them right for it."""
    known = tuple(printer.name for printer in CupsPrinters().printers())
    if args.printer and args.printer not in known:
        raise UnknownPrinter(args.printer, known)
    stock = args.stock or USUAL_STOCKS[args.kind]

    def change(settings: Settings) -> Settings:
        fit = _fit(args, fit_for(settings, args.printer, stock))
        chosen = with_printer(settings, args.kind, args.printer)
        return with_fit(chosen, args.printer, stock, fit) if args.printer else chosen

    fit = fit_for(change_settings(change), args.printer, stock)
    facts = {"kind": args.kind, "printer": args.printer, "stock": stock, "fit": fit}
    if not args.printer:
        return Answer(facts, (f"No printer is chosen for {args.kind} any more.",))
    moved = (
        f" On {stock}: {fit.right:g} mm to the right, {fit.down:g} mm down, turned by "
        f"{fit.turned}°, {fit.scale:g} times as large."
    )
    return Answer(facts, (f"{args.kind} go to {args.printer}.{moved if fit != Fit() else ''}",))


def set_badge_at_check_in(args: argparse.Namespace) -> Answer:
    """Print a badge for whoever checks in without one, or not."""
    is_on = args.wanted == "on"
    settings = change_settings(lambda old: replace(old, badge_at_check_in=is_on))
    facts = {"badge_at_check_in": is_on, "printer": printer_for(settings, "badges")}
    if not is_on:
        return Answer(facts, ("No badge is printed at check-in.",))
    where = facts["printer"] or "a printer that must still be chosen (set-printer badges NAME)"
    said = f"Whoever checks in without a badge gets one, on {settings.stock}, from {where}."
    return Answer(facts, (said,))


def show_jobs(args: argparse.Namespace) -> Answer:
    """List what was handed to printers, and note what came out."""
    with station(args) as here:
        queue = queue_of(here, args)
        if args.came_out is not None:
            queue.came_out(args.came_out)
        runs = queue.look()
        lines = tuple(run_line(run, here.clock) for run in runs)
    return Answer({"runs": [run_facts(run) for run in runs]}, lines or ("Nothing was printed.",))


def cancel_print(args: argparse.Namespace) -> Answer:
    """Stop what is being printed, or give up what failed."""
    with station(args) as here:
        run = queue_of(here, args).cancel(args.id)
        line = run_line(run, here.clock)
    return Answer({"run": run_facts(run)}, (line,))


def retry_print(args: argparse.Namespace) -> Answer:
    """Print again what failed or was cancelled; also what waits, on another printer."""
    with station(args) as here:
        run = queue_of(here, args).retry(args.id, args.printer)
        line = run_line(run, here.clock)
    return Answer({"run": run_facts(run)}, (line,))


def _fit(args: argparse.Namespace, fit: Fit) -> Fit:
    said = {
        "right": args.offset_x,
        "down": args.offset_y,
        "turned": args.rotation,
        "scale": args.scale,
    }
    return replace(fit, **{name: value for name, value in said.items() if value is not None})


def _offset(text: str) -> float:
    return _between(float(text), -_FURTHEST_MM, _FURTHEST_MM)


def _scale(text: str) -> float:
    return _between(float(text), *_SCALES)


def _between(value: float, least: float, most: float) -> float:
    if not math.isfinite(value) or not least <= value <= most:
        message = f"{least:g} to {most:g}, not {value:g}"
        raise argparse.ArgumentTypeError(message)
    return value

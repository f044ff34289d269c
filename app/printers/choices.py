"""Which printers and papers this desk uses for what, as its settings keep it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from app.printing.wishes import Sort, Wish
from app.settings import Settings

NO_STOCK = "-"
_QUARTERS = (0, 90, 180, 270)


@dataclass(frozen=True, slots=True)
class Fit:
    """How papers are put right for a printer.

    Millimetres to the ``right`` and ``down``, degrees that they are ``turned`` clockwise, by
    quarters, and their ``scale``.
    """

    right: float = 0.0
    down: float = 0.0
    turned: int = 0
    scale: float = 1.0


def printer_for(settings: Settings, kind: str) -> str:
    """Give the printer that papers of a kind go to; blank if none was chosen."""
    return next((name for of, name in _printers(settings) if of == kind), "")


def with_printer(settings: Settings, kind: str, printer: str) -> Settings:
    """Choose a printer for a kind of papers; a blank one: none."""
    others = [(of, name) for of, name in _printers(settings) if of != kind]
    chosen = [*others, (kind, printer)] if printer else others
    return replace(settings, printers=tuple(f"{of} {name}" for of, name in sorted(chosen)))


def chosen_printers(settings: Settings) -> dict[str, str]:
    """Give the printer that was chosen for each kind of papers."""
    return dict(_printers(settings))


def chosen_papers(settings: Settings) -> dict[str, str]:
    """Give what each kind of papers was printed on last, as far as something was chosen."""
    known = {"badges": settings.stock, "slips": settings.slip_paper}
    return {kind: paper for kind, _, paper in map(_split, settings.papers) if paper} | known


def with_paper(settings: Settings, kind: str, paper: str) -> Settings:
    """Print a kind of papers on this from now on."""
    match kind:
        case "badges":
            return replace(settings, stock=paper)
        case "slips":
            return replace(settings, slip_paper=paper)
    others = [each for each in settings.papers if _split(each)[0] != kind]
    return replace(settings, papers=tuple(sorted((*others, f"{kind} {paper}"))))


def sort_for(settings: Settings) -> Sort:
    """Give the order in which this desk prints badges and schedules."""
    return Sort(settings.sort) if settings.sort in set(Sort) else Sort.FAMILY_NAME


def badges_for(settings: Settings) -> Wish:
    """Give how this desk prints badges, whosever they are."""
    marks = cut_marks_for(settings)
    return Wish(settings.stock, sort=sort_for(settings), cut_marks=marks)


def cut_marks_for(settings: Settings) -> bool | None:
    """Tell whether badges get cut marks: where their stock is to be cut, or nowhere."""
    return None if settings.cut_marks else False


def fit_for(settings: Settings, printer: str, stock: str) -> Fit:
    """Give how papers are put right for a printer with this stock in it."""
    return _fits(settings).get((printer, stock), Fit())


def with_fit(settings: Settings, printer: str, stock: str, fit: Fit) -> Settings:
    """Put papers right for a printer and stock from now on."""
    fits = {**_fits(settings), (printer, stock): fit}
    written = [
        f"{each.right:g} {each.down:g} {each.turned} {each.scale:g} {of or NO_STOCK} {name}"
        for (name, of), each in sorted(fits.items())
        if each != Fit()
    ]
    return replace(settings, fits=tuple(written))


def _printers(settings: Settings) -> list[tuple[str, str]]:
    entries = map(_split, settings.printers)
    return [(kind, name) for kind, _, name in entries if name]


def _split(entry: str) -> tuple[str, str, str]:
    return entry.partition(" ")


def _fits(settings: Settings) -> dict[tuple[str, str], Fit]:
    read = (_fit(entry) for entry in settings.fits)
    return {place: fit for place, fit in read if fit is not None}


def _fit(entry: str) -> tuple[tuple[str, str], Fit | None]:
    """Read an entry; what makes no sense is passed over, for the desk can print without it."""
    try:
        right, down, turned, scale, stock, printer = entry.split(" ", 5)
        fit = Fit(float(right), float(down), int(turned), float(scale))
    except ValueError:
        return ("", ""), None
    sensible = all(map(math.isfinite, (fit.right, fit.down, fit.scale))) and fit.scale > 0
    is_fit = sensible and fit.turned in _QUARTERS
    return (printer, "" if stock == NO_STOCK else stock), fit if is_fit else None

"""Everything that a window asks and does about templates of badges.

Light to import: what draws is loaded at the first call, off the window's thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.journal.journal import Journal
from app.printing.designs import (
    choose_design,
    chosen_designs,
    delete_template,
    fills,
    fits,
    let_go,
)
from app.printing.own_stocks import offered_stocks
from app.printing.stock import Size, Spot, Stock
from app.printing.templates.own import (
    export_template,
    import_template,
    keep_template,
    offered_templates,
)
from app.printing.templates.reading import TemplateUnusable, templates
from app.printing.templates.template import Template
from app.settings import load_settings

if TYPE_CHECKING:
    from app.printing.badges import BadgeFace, Occasion

_MOST_SHOWN = 300


@dataclass(frozen=True, slots=True)
class TemplateShelf:
    """The templates of this desk; ``used`` says which one each stock is printed from."""

    templates: Mapping[str, Template]
    unusable: tuple[TemplateUnusable, ...]
    stocks: Mapping[str, Stock]
    used: Mapping[str, str]

    def is_own(self, name: str) -> bool:
        """Tell whether a template may be changed: it is not one of the program."""
        return name in self.templates and name not in templates()

    def stocks_for(self, template: Template) -> tuple[Stock, ...]:
        """Give the stocks that a template is for: it goes on them, and about fills them."""
        return tuple(
            stock
            for stock in self.stocks.values()
            if fits(template, stock)
            and (fills(template, stock) or self.used[stock.name] == template.name)
        )

    def is_mono(self, name: str) -> bool:
        """Tell whether it goes only to printers that know nothing but black."""
        on = [stock for stock in self.stocks.values() if self.used[stock.name] == name]
        return bool(on) and all(stock.mono for stock in on)


@dataclass(frozen=True, slots=True)
class Specimens:
    """Badges to look at: those with the longest names come first. ``types`` are all there are."""

    occasion: Occasion
    faces: tuple[BadgeFace, ...]
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TemplateOffice:
    """Keeps templates, and draws a badge as a template says."""

    journal: Journal

    def shelf(self) -> TemplateShelf:
        """Read what there is, and what it is used for."""
        offered = offered_templates()
        stocks = offered_stocks().known
        chosen = chosen_designs(load_settings())
        used = {name: chosen.get(name, stock.layout) for name, stock in stocks.items()}
        return TemplateShelf(offered.known, tuple(offered.unusable.values()), stocks, used)

    def specimens(self) -> Specimens:
        """Give delegates to try a template on; somebody made up where there is nobody."""
        from app.event.facts import event_facts  # noqa: PLC0415
        from app.event.logo import event_logo  # noqa: PLC0415
        from app.printing.badge_maker import occasion_of  # noqa: PLC0415
        from app.printing.wanted import face_of, people_for  # noqa: PLC0415

        with self.journal.reading() as session:
            occasion = replace(occasion_of(event_facts(session)), logo=event_logo(session))
            faces = [face_of(person, None) for person in people_for(session, ())]
        types = sorted({face.badge_type for face in faces}, key=str.casefold)
        faces.sort(key=_length, reverse=True)
        if not faces:
            return Specimens(occasion, (_somebody(),), ("Delegate",))
        # The shortest are as telling as the longest: a short name is set largest.
        shown = faces if len(faces) <= _MOST_SHOWN else faces[: _MOST_SHOWN - 10] + faces[-10:]
        return Specimens(occasion, tuple(shown), tuple(types))

    def draw(self, template: Template, occasion: Occasion, face: BadgeFace, *, mono: bool) -> bytes:
        """Draw one badge as it would be printed; give the PDF.

        Raises:
            CharactersUnprintable: No font has some characters.
        """
        from app.printing.badges import badge_document  # noqa: PLC0415
        from app.printing.press import press  # noqa: PLC0415

        alike = replace(occasion, design=template)
        return press(badge_document((face,), alike, _paper_for(template, mono=mono))).pdf

    def keep(self, template: Template, name: str) -> tuple[str, ...]:
        """Keep a template under a name, as ``keep_template`` does; give stocks it has outgrown."""
        return let_go(keep_template(template, name))

    def take(self, file: Path) -> Template:
        """Keep a template that a file describes, as ``import_template`` does."""
        return import_template(file)

    def hand_out(self, name: str, file: Path) -> Template:
        """Write a template to a file, as ``export_template`` does."""
        return export_template(name, file)

    def delete(self, name: str) -> tuple[str, ...]:
        """Delete a template of this desk, as ``delete_template`` does."""
        return delete_template(name)

    def choose(self, stock: Stock, name: str) -> None:
        """Print badges on a stock from a template, as ``choose_design`` does."""
        choose_design(stock, name)


def _paper_for(template: Template, *, mono: bool) -> Stock:
    """Give a label as large as a template."""
    size = Size(template.width, template.height)
    return Stock(
        name=template.name,
        layout=template.name,
        page=size,
        label=size,
        columns=1,
        rows=1,
        pitch=size,
        corner=Spot(0, 0),
        cut_marks=False,
        hole=not mono,
        mono=mono,
    )


def _length(face: BadgeFace) -> int:
    return len(face.given_name) + len(face.family_name)


def _somebody() -> BadgeFace:
    """Make up a delegate whose texts take much room."""
    from app.printing.badges import BadgeFace  # noqa: PLC0415
    from app.printing.wanted import SPECIMEN  # noqa: PLC0415

    return BadgeFace(
        badge_number="A-1",
        given_name="Alexandra",
        family_name="Papadopoulou-Lindqvist",
        organisation="Cluster for Sustainable Materials",
        country="Netherlands",
        badge_type="Delegate",
        delegation="Baltic",
        delegation_colour="#0072B2",
        code=SPECIMEN,
    )

"""Draws the closing report and the follow-up list: head, pieces, foot.

Importing this loads ReportLab and Babel: callers import it where they draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from app.outcomes.report.course import course
from app.outcomes.report.facts import ReportFacts
from app.outcomes.report.flowing import Flow, Put
from app.outcomes.report.groups import groups
from app.outcomes.report.listings import (
    absent_listing,
    applications_listing,
    placeless_listing,
    steps_listing,
)
from app.outcomes.report.opening import opening
from app.outcomes.report.pieces import Heading
from app.outcomes.report.results import results
from app.outcomes.report.setting import HEAD, HEADING, WIDE, height_of
from app.outcomes.report.tables import Limit, listing_height, put_both, put_listing
from app.outcomes.report.wording import Wording
from app.printing.a4 import LABEL, LEFT, PAGE, RIGHT
from app.printing.document import Draw, Folio
from app.printing.layout import Box
from app.printing.pages import put_head, put_logo
from app.printing.paper import Paper
from app.printing.stock import Spot

MOST_PAGES: Final = 6
_APPLICATIONS = Limit(2, 75.0)
_FIRST_TOP, _LEAST_ROOM = 37.0, 55.0
_HEAD_Y, _RULE_Y, _FOOT_Y = 12.0, 18.4, PAGE.height - 16.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page: the event, what the paper is, when it was printed."""

    event: str
    title: str
    about: str
    printed: str
    words: Wording

    def draw(self, puts: Sequence[Put], paper: Paper, folio: Folio) -> None:
        """Draw a page."""
        if folio.number == 1:
            said = " · ".join(filter(None, (self.event, self.about)))
            put_head(paper, said, self.title, RIGHT)
            paper.rule(Spot(LEFT, _FIRST_TOP - 5), WIDE)
        else:
            logo = put_logo(paper)
            end = RIGHT if logo is None else logo.x - 3
            said = f"{self.event} · {self.title}"
            paper.put(Box(LEFT, _HEAD_Y, end - LEFT, 5), LABEL, said)
            paper.rule(Spot(LEFT, _RULE_Y), WIDE)
        for put in puts:
            put(paper)
        terms = self.words.terms
        number = self.words.say(terms.page, page=folio.number, of=folio.of)
        paper.put(Box(LEFT, _FOOT_Y, WIDE / 2, 5), HEAD, self.printed)
        paper.put_right(Box(LEFT + WIDE / 2, _FOOT_Y, WIDE / 2, 5), HEAD, number)


def report_pages(facts: ReportFacts, words: Wording, frame: Frame, *, notes: bool) -> list[Draw]:
    """Give what draws the report: as many pages as it needs, up to six."""
    flow = Flow(_FIRST_TOP)
    flow.put_all(list(opening(facts, words)))
    applied = applications_listing(facts, words)
    if applied is not None:
        put_listing(flow, applied, words, _APPLICATIONS)
    for section in (groups, course, results):
        flow.put_all(list(section(facts, words)))
    absent = absent_listing(facts, words)
    steps = steps_listing(facts, words, notes=notes)
    heading = Heading(words.terms.sections[3])
    high = height_of(heading.text, HEADING, WIDE)
    needed = high + listing_height(absent)
    if len(flow.pages) == 1 or (flow.room < min(needed, _LEAST_ROOM) and not flow.is_fresh):
        flow.turn()
    flow.put_all([heading])
    put_both(flow, (absent, steps), words, MOST_PAGES)
    return [partial(frame.draw, puts) for puts in flow.pages]


def list_pages(facts: ReportFacts, words: Wording, frame: Frame, *, notes: bool) -> list[Draw]:
    """Give what draws the follow-up list, whole."""
    flow = Flow(_FIRST_TOP)
    put_listing(flow, absent_listing(facts, words, partners=_ALL), words)
    placeless = placeless_listing(facts, words, partners=_ALL)
    if placeless is not None:
        put_listing(flow, placeless, words)
    put_listing(flow, steps_listing(facts, words, notes=notes), words)
    return [partial(frame.draw, puts) for puts in flow.pages]


_ALL = 10_000

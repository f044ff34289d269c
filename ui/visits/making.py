"""What visits in the window are made with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.delegates.lookup import Lookup
from app.journal.journal import Journal
from app.visits.allotting import Allotting
from app.visits.boarding import Boarding
from app.visits.overview import Overview
from app.visits.signing_up import SigningUp
from app.visits.visits import Visits
from ui.common.person_field import people_like
from ui.visits.services import VisitServices


def visit_services(journal: Journal, print_lists: Callable[[], object]) -> VisitServices:
    """Give what visits of an event need of the desk."""
    return VisitServices(
        overview=Overview(journal),
        visits=Visits(journal),
        signing_up=SigningUp(journal),
        boarding=Boarding(journal),
        allotting=Allotting(journal),
        find=partial(people_like, Lookup(journal)),
        print_lists=print_lists,
    )

"""Makes what the page of the event asks and does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from app.applications.admission import Admission
from app.applications.letters.own import LetterTexts
from app.aside import Aside
from app.delegates.doubts import Doubts
from app.delegates.importing.aside import imports_aside
from app.delegates.lookup import Lookup
from app.delegates.organisations import Organisations
from app.delegates.reading.preview import read_preview
from app.desks import OpenEvent
from app.event.closures import Closures
from app.event.editing import Editing
from app.event.logo import Logos
from app.event.mappings import Mappings
from app.event.owners import Owners
from app.event.slots import slots_of
from app.event.tables import Tables
from app.event.zones import Zones
from app.journal.undo import take_back
from app.meetings.counts import meeting_counts
from app.meetings.importing.aside import meeting_imports_aside
from app.meetings.importing.imports import What
from app.meetings.limits import Limits
from app.meetings.planning_aside import PlanningAside
from app.meetings.reading.preview import read_list_preview
from app.meetings.request_rows import request_rows, why_not_placed
from app.meetings.requests import Requests
from app.meetings.standing import StandingMeetings
from app.meetings.worth import change_rules, rules_of
from app.outcomes.answers import Answers
from app.outcomes.importing.aside import OutcomeImportsAside
from app.outcomes.importing.entries import read_outcome_preview
from app.programme.importing.aside import programme_imports_aside
from app.programme.reading.entries import read_programme_preview
from app.programme.views import programme_counts
from app.visits.importing.aside import visit_imports_aside
from app.visits.importing.imports import VisitList
from app.visits.importing.reading import read_sign_ups_preview, read_visits_preview
from ui.common.person_field import people_like
from ui.event.importing.list_kind import Of
from ui.event.meeting_services import MeetingServices
from ui.event.plan_services import PlanServices
from ui.event.services import EventServices, ListServices


def event_services(event: OpenEvent, aside: Aside) -> EventServices:
    """Make them for an open event. ``aside`` runs imports and plans, in processes of their own."""
    journal = event.journal
    return EventServices(
        setup=Editing(journal, StandingMeetings()),
        logos=Logos(journal),
        tables=Tables(journal, StandingMeetings()),
        owners=Owners(journal),
        closures=Closures(journal, StandingMeetings()),
        zones=Zones(journal),
        mappings=Mappings(journal),
        doubts=Doubts(journal),
        organisations=Organisations(journal),
        plans=PlanServices(
            planning=PlanningAside(aside),
            counts=partial(meeting_counts, journal),
            rules=partial(rules_of, journal),
            change_rules=partial(change_rules, journal),
        ),
        meetings=MeetingServices(
            find=partial(people_like, Lookup(journal)),
            requests=Requests(journal, event.letters),
            limits=Limits(journal),
            rows=partial(request_rows, journal),
            reasons=partial(why_not_placed, journal),
            slots=partial(slots_of, journal),
        ),
        answers=Answers(journal),
        programme=partial(programme_counts, journal),
        lists=_lists(event, aside),
        admission=Admission(journal),
        letter_texts=LetterTexts(journal),
        take_back=partial(take_back, journal),
    )


def _lists(event: OpenEvent, aside: Aside) -> Mapping[Of, ListServices]:
    outcomes = OutcomeImportsAside(aside, event.journal)
    requests = meeting_imports_aside(aside, What.REQUESTS)
    meetings = meeting_imports_aside(aside, What.MEETINGS)
    visits = visit_imports_aside(aside, VisitList.VISITS)
    sign_ups = visit_imports_aside(aside, VisitList.SIGN_UPS)
    return {
        Of.DELEGATES: ListServices(imports_aside(aside), read_preview),
        Of.REQUESTS: ListServices(requests, read_list_preview),
        Of.MEETINGS: ListServices(meetings, read_list_preview),
        Of.OUTCOMES: ListServices(outcomes, read_outcome_preview),
        Of.PROGRAMME: ListServices(programme_imports_aside(aside), read_programme_preview),
        Of.VISITS: ListServices(visits, read_visits_preview),
        Of.SIGN_UPS: ListServices(sign_ups, read_sign_ups_preview),
    }

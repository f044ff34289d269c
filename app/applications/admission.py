"""Places and deadlines as a form shows them and says them: as texts, at the venue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.applications.instants import instant_said
from app.applications.places import Places, PlacesNotPossible
from app.applications.reading import Standing, standing
from app.applications.terms import Deadlines
from app.delegates.registration import Status
from app.event.facts import event_facts
from app.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class AdmissionForm:
    """What stands in a form. Times are what clocks at the venue show; a blank: none.

    Behind a time stands what it is called then, so that one that was settled is seen as it was.
    """

    places: str
    apply_until: str
    late: Status
    come_by: str


@dataclass(frozen=True, slots=True)
class AdmissionTold:
    """How it stands, and the form that says so."""

    standing: Standing
    form: AdmissionForm


@dataclass(frozen=True, slots=True)
class Admission:
    """Tells places and deadlines, and keeps what a form says of them."""

    journal: Journal

    def told(self) -> AdmissionTold:
        """Tell how it stands."""
        with self.journal.reading() as session:
            now, zone = standing(session), event_facts(session).zone
        places, terms = now.in_all.places, now.terms

        limit = "" if places is None else str(places)
        times = (_text(at, zone) for at in (terms.apply_until, terms.come_by))
        form = AdmissionForm(limit, next(times), terms.late, next(times))
        return AdmissionTold(now, form)

    def keep(self, form: AdmissionForm) -> None:
        """Keep what a form says; what it leaves as it stands is not written.

        Raises:
            InstantUnclear, PlacesNotPossible: It can't be understood. Nothing was changed.
        """
        with self.journal.reading() as session:
            zone = event_facts(session).zone
        before = self.told()
        places = _number(form.places)
        times = {"apply_until": form.apply_until, "come_by": form.come_by}
        # What stands there to the minute was perhaps said to the second.
        said = {
            name: instant_said(text, zone).at if text.strip() else None
            for name, text in times.items()
            if text.strip() != getattr(before.form, name)
        }
        Places(self.journal).limit(places)
        Deadlines(self.journal).set(**said, late=form.late)


def _text(at: datetime | None, zone: ZoneInfo) -> str:
    """Write an instant so that ``instant_said`` reads it back, to the minute."""
    if at is None:
        return ""
    local = at.astimezone(zone)
    name = local.tzname() or ""
    if not name.isalpha():
        return local.isoformat(sep=" ", timespec="minutes")
    return f"{local:%Y-%m-%d %H:%M} {name}"


def _number(text: str) -> int | None:
    if not text.strip():
        return None
    try:
        return int(text)
    except ValueError as error:
        raise PlacesNotPossible("number", text.strip()) from error

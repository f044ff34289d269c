"""Places and deadlines as a form shows them and says them: as texts, at the venue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from app.applications.instants import SaidInstant, instant_said
from app.applications.places import Limit, PlacesNotPossible, Room, limiting, room
from app.applications.reading import Standing, standing
from app.applications.terms import setting_terms
from app.delegates.registration import Kind, Status
from app.event.facts import event_facts
from app.journal.journal import Journal, Unit


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
class GroupPlaces:
    """The places of a kind or of a delegation in a form, and how many are taken; a blank: no limit.

    Of ``kind`` and ``delegation`` one is blank.
    """

    kind: str
    delegation: str
    taken: int
    places: str


@dataclass(frozen=True, slots=True)
class AdmissionTold:
    """How it stands, and the form that says so; ``groups``: each kind, then each delegation.

    ``zone`` is what times at the venue are of.
    """

    standing: Standing
    form: AdmissionForm
    groups: tuple[GroupPlaces, ...]
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Admission:
    """Tells places and deadlines, and keeps what a form says of them. What is kept is one undo."""

    journal: Journal

    def told(self) -> AdmissionTold:
        """Tell how it stands."""
        with self.journal.reading() as session:
            now, zone = standing(session), event_facts(session).zone
            groups = tuple(_groups(room(session)))
        places, terms = now.in_all.places, now.terms
        times = (_text(at, zone) for at in (terms.apply_until, terms.come_by))
        form = AdmissionForm(_shown(places), next(times), terms.late, next(times))
        return AdmissionTold(now, form, groups, zone)

    def keep(self, form: AdmissionForm) -> tuple[SaidInstant, ...]:
        """Keep what a form says; what it leaves as it stands is not written.

        Returns:
            The times at which something had to be settled to know which instant is meant.

        Raises:
            InstantUnclear, PlacesNotPossible: It can't be understood. Nothing was changed.
        """
        before = self.told()
        # What stands there to the minute was perhaps said to the second.
        times = {
            name: getattr(form, name).strip() or None
            for name in ("apply_until", "come_by")
            if getattr(form, name).strip() != getattr(before.form, name)
        }
        return self.set([Limit(_number(form.places))], times, form.late)

    def keep_groups(self, groups: Sequence[GroupPlaces]) -> None:
        """Keep the places of kinds and delegations.

        Raises:
            PlacesNotPossible: One is no number. Nothing was changed.
        """
        limits = (
            Limit(_number(each.places), Kind(each.kind) if each.kind else None, each.delegation)
            for each in groups
        )
        self.set([*limits])

    def set(
        self,
        limits: Sequence[Limit],
        times: Mapping[str, str | None] | None = None,
        late: Status | None = None,
    ) -> tuple[SaidInstant, ...]:
        """Limit places and set terms. ``times`` are as somebody says them; nothing: no such time.

        Returns, and refuses, as ``keep``; without ``late`` that stays as it is.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            zone = event_facts(pen.session).zone
            said = {
                name: instant_said(text, zone) if text is not None else None
                for name, text in (times or {}).items()
            }
            terms: dict[str, Any] = {name: each and each.at for name, each in said.items()}
            if late is not None:
                terms["late"] = late
            deeds = limiting(pen.session, limits)
            pen.write_all([*deeds, *setting_terms(pen.session, terms)])
        return tuple(each for each in said.values() if each is not None and each.settled)


def _groups(left: Room) -> Iterator[GroupPlaces]:
    for kind in Kind:
        yield GroupPlaces(kind, "", left.of_kind[kind], _shown(left.by_kind.get(kind)))
    for each, name in sorted(left.names.items(), key=lambda pair: pair[1].casefold()):
        yield GroupPlaces("", name, left.of_delegation[each], _shown(left.by_delegation.get(each)))


def _shown(places: int | None) -> str:
    return "" if places is None else str(places)


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

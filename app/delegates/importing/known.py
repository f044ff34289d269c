"""Which delegate a registration speaks of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.identify import TICKET
from app.delegates.folding import fold
from app.delegates.importing.details import Details
from app.delegates.importing.heard import Heard
from app.delegates.importing.keys import Keys, is_counted, key_of_words, with_words
from app.delegates.importing.row import Row, full_name, row_of
from app.delegates.importing.tickets import Tickets
from app.delegates.registration import Registration, Status
from app.delegates.telling_apart import Named
from db.ids import new_id
from db.models import Delegate, Organisation, SourceKey

_LETTERS_OF_A_NAME = 2


@dataclass(frozen=True, slots=True)
class Matched:
    """A registration and whom it speaks of. ``new`` delegates are not stored yet.

    ``name`` is as names are compared. ``voice`` names the row, always in the same way; ``keys``
    are its source's names for the delegate, ``dropped`` those of tickets that it has replaced.
    ``status`` stands where the registration itself says none. ``rivals`` have one of the keys
    and neither the name nor the e-mail. ``unsure``: the row is of a place that somebody took,
    and names neither of them. ``outdated``: its ticket was replaced since it was written.
    """

    registration: Registration
    name: str
    delegate: UUID
    new: bool
    status: Status
    voice: str
    keys: tuple[str, ...]
    dropped: tuple[str, ...] = ()
    rivals: tuple[UUID, ...] = ()
    unsure: bool = False
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """Whom the source's names for a row mean, if anybody; as in ``Matched``."""

    delegate: UUID | None
    rivals: tuple[UUID, ...] = ()
    unsure: bool = False


class Known:
    """Everybody who is registered, by all that a registration may call them.

    The same person is who shares a key of the source; or the name, and the e-mail, order or
    organisation. For a row without any key also who is the only one of the name, on both
    sides. Never who has another e-mail; nor another organisation, unless e-mail or order are
    the same; nor another ticket of the same order. A key that many lists give to different
    people needs the name or the e-mail besides.

    ``merged`` gives the entries that were merged into a delegate.
    """

    def __init__(self, session: Session) -> None:
        rows = session.execute(_PEOPLE).all()
        self.merged = _merged(session)
        stands = {entry: kept for kept, entries in self.merged.items() for entry in entries}
        stands |= {row.id: row.id for row in rows}
        alive = {row.id for row in rows}
        standing = {entry: kept for entry, kept in stands.items() if kept in alive}
        self._heard = Heard(session, standing)
        self._details = Details(self._heard)
        self._badge_types: dict[UUID, str] = {}
        for delegate, given, family, organisation, email, order, badge_type in rows:
            name = f"{given} {family}".strip()
            self._badge_types[delegate] = badge_type
            self._details.remember(Named(delegate, name, organisation or "", email), order)
        self._bare_names: Counter[str] = Counter()
        taken = select(Delegate.place_taken_by, Delegate.id)
        self._place_of: dict[UUID, UUID] = {
            substitute: absent
            for substitute, absent in session.execute(taken.where(Delegate.alive))
            if substitute is not None
        }
        keys = select(SourceKey.key, SourceKey.delegate_id).where(SourceKey.alive)
        held = ((key, of) for key, of in session.execute(keys) if of is not None)
        self._keys = Keys((key, of) for key, of in held if of in alive)
        self._tickets = Tickets(self._keys)

    @property
    def keys(self) -> Collection[str]:
        """Every key that names somebody."""
        return self._keys.holders.keys()

    @property
    def people(self) -> dict[UUID, Named]:
        """Everybody, also those whom a list has brought."""
        return self._details.people

    def places(self) -> Iterator[tuple[tuple[str, str], UUID]]:
        """Yield every place that somebody has a ticket for: its order and product, and who."""
        for delegate, badge_type in self._badge_types.items():
            for order in self._details.orders(delegate):
                if any(self._keys.tickets(delegate, order)):
                    yield (order, badge_type), delegate

    def match(self, said: Iterable[tuple[Registration, Status]]) -> list[Matched]:
        """Tell whom the registrations of a list speak of, each with the status it has if none.

        Each is remembered for those after it.
        """
        rows = [(row_of(registration), status) for registration, status in said]
        self._details.expect([row for row, _status in rows])
        self._tickets.expect(row for row, _status in rows)
        return [self._match(row, status) for row, status in rows]

    def _match(self, row: Row, status: Status) -> Matched:
        words = tuple(with_words(row.said, row.name))
        voice = key_of_words(row.own[0]) if row.own else self._voice(row)
        found = self._by_keys(row, words)
        known = found.delegate or self._by_words(row, voice)
        delegate = known or new_id()
        dropped = self._tickets.replaced_by(row, self._holders(row, delegate))
        outdated = self._tickets.is_outdated(row)
        self._details.remember(_named(row.said, delegate), row.said.order_code)
        keys = tuple(key for key in (*row.own, *words) if not (outdated and _is_ticket(key, row)))
        for key in keys:
            self._keys.give(key, delegate)
        if not row.own:
            self._heard.rows.setdefault(voice, delegate)
        return Matched(
            row.said,
            row.name,
            delegate,
            new=known is None,
            status=row.said.status or status,
            voice=voice,
            keys=keys,
            dropped=dropped,
            rivals=found.rivals,
            unsure=found.unsure,
            outdated=outdated,
        )

    def _by_keys(self, row: Row, words: Sequence[str]) -> _Found:
        """Find whom a key names, and else those who have a key and are somebody else."""
        rivals: dict[UUID, None] = {}
        for key in (*words, *row.own):
            holder = self._keys.holders.get(key)
            if holder is None:
                continue
            line = tuple(self._line(holder))
            called = next((one for one in line if self._details.is_called(one, row.name)), None)
            same_email = row.email and any(self.people[one].email == row.email for one in line)
            if called or same_email or not is_counted(key):
                # What was once said of the absent one is still said of them.
                return _Found(called or holder, unsure=called is None and len(line) > 1)
            rivals[holder] = None
        return _Found(None, tuple(rivals))

    def _line(self, holder: UUID) -> Iterator[UUID]:
        """Yield who has a ticket that was passed on, and all who had it before.

        The source hears of a substitute late or never: it goes on speaking of the absent one,
        whose details are none of the substitute's.
        """
        yield holder
        while holder in self._place_of:
            holder = self._place_of[holder]
            yield holder

    def _by_words(self, row: Row, voice: str) -> UUID | None:
        spoken_of = None if row.own else self._heard.rows.get(voice)
        return (
            spoken_of
            or self._by_email(row)
            or self._by_order(row)
            or self._only(row, self._details.of_organisation(row))
            or (None if row.own else self._only(row, self._details.of_name(row)))
        )

    def _by_email(self, row: Row) -> UUID | None:
        candidates = self._details.of_email(row)
        for one in candidates:
            if not self._keys.speak_of_another(row.own, one):
                return one
        # Who orders again is one person; who orders twice at once brings somebody.
        if (
            len(candidates) == 1
            and self._details.has_another_order(candidates[0], row)
            and self._details.is_alone_in_order(row)
            and _names_somebody(row.name)
        ):
            return candidates[0]
        return None

    def _by_order(self, row: Row) -> UUID | None:
        candidates = self._details.of_order(row)
        # Of two of one name in one order, the turn tells.
        for one in candidates:
            systems = self._keys.speak_of_another(row.own, one)
            if not systems:
                return one
            if (
                len(candidates) == 1
                and self._details.is_alone_in_order(row)
                and self._badge_types.get(one) == row.said.badge_type
                and self._tickets.only_secret_differs(row, one, systems)
            ):
                return one
        return None

    def _only(self, row: Row, candidates: Sequence[UUID]) -> UUID | None:
        fitting = [one for one in candidates if not self._keys.speak_of_another(row.own, one)]
        return fitting[0] if len(fitting) == 1 else None

    def _holders(self, row: Row, delegate: UUID) -> Iterable[UUID]:
        """Give whose tickets the row's may replace: after a substitution, the substitute's."""
        holders = (self._keys.holders.get(key) for key in row.own)
        return dict.fromkeys((delegate, *(one for one in holders if one is not None)))

    def _voice(self, row: Row) -> str:
        """Name a row that its source has no name for, so that the same row is known again.

        Of rows that hold a bare name, each is somebody of their own.
        """
        details = (row.said.order_code, row.email, fold(row.said.organisation))
        number = 0
        if not any(details):
            self._bare_names[row.name] += 1
            number = self._bare_names[row.name]
        return key_of_words(row.name, *details, str(number))


_PEOPLE = (
    select(
        Delegate.id,
        Delegate.given_name,
        Delegate.family_name,
        Organisation.name,
        Delegate.email,
        Delegate.order_code,
        Delegate.badge_type,
    )
    .outerjoin(Organisation, Organisation.id == Delegate.organisation_id)
    .where(Delegate.alive)
    .order_by(Delegate.badge_number)
)


def _is_ticket(key: str, row: Row) -> bool:
    return key == TICKET + row.said.ticket_secret


def _names_somebody(name: str) -> bool:
    """Tell a person's name from what stands for anybody, as ``N.N.`` and ``TBA`` do."""
    words = [word for word in name.split() if len(word) >= _LETTERS_OF_A_NAME]
    return len(words) > 1


def _named(registration: Registration, delegate: UUID) -> Named:
    name = full_name(registration)
    return Named(delegate, name, registration.organisation, registration.email.lower())


def _merged(session: Session) -> Mapping[UUID, list[UUID]]:
    """Give the entries that were merged into each delegate, over however many merges."""
    query = select(Delegate.id, Delegate.merged_into)
    rows = session.execute(query.where(Delegate.merged_into.is_not(None)))
    into: dict[UUID, UUID] = {entry: other for entry, other in rows if other is not None}
    merged: dict[UUID, list[UUID]] = defaultdict(list)
    for entry in into:
        passed = [entry]
        # Two desks that were cut off may each have merged one of a pair into the other.
        while passed[-1] in into and into[passed[-1]] not in passed:
            passed.append(into[passed[-1]])
        merged[passed[-1]].append(entry)
    return merged

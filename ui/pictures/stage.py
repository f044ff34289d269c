"""A morning at the sample event, in a folder of its own: what the pictures are taken of."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from app.checkin.badges import Badges, active_badges, new_badges
from app.checkin.scanning import NotAdmitted, Scan, Scanning
from app.delegates.orders import PersonOrder
from app.delegates.person import Person
from app.delegates.registration import Status
from app.delegates.roster import Roster, everybody
from app.desks import Desks, OpenEvent
from app.event.making import BlockOrder, EventOrder
from app.journal.journal import Journal, Unit
from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from app.settings import HOME, Settings, load_settings, save_settings
from app.starting import Starting
from ui.pictures.odd_codes import odd_codes
from ui.scanner.standing import Seen, Standing

NOW = datetime(2027, 3, 16, 8, 52, 48, tzinfo=UTC)
"""10:52 in Vilnius, in the fifth slot."""
_OTHER_DAY = date(2027, 3, 17)
HERE = "Desk 2"
JURATE = "Jūratė Balsevičė"
NOT_HERE_YET = "Søren Bækgaard"
IN_SINCE_NINE = "Mārtiņš Ozolkalns"
LOST_BADGE = "Perla Marchegiò"
ABSENT = "Pilar Ibáñez de Monegro"
CANCELLED = "Ελένη Θαλασσινού"
OF_ANOTHER_DAY = "Yasmina Benhaddou"
OF_A_CHANGED_TICKET = "Telmo Figueira-Bastos"
IN_A_WHEELCHAIR = "Jürgen Straußfeld"
OF_THE_LONGEST_NAME = "Maximilian Freiherr von Hohenstein-Rautenberg"
_DESKS = ("Desk 1", HERE, "Desk 3")
_CAME: Mapping[str, int] = {
    "Baltic": 38,
    "Nordic": 24,
    "Poland–Czechia": 25,
    "Germany": 17,
    "France": 15,
    "Iberia": 14,
    "Italy–Greece": 9,
}
_LAST = (
    (IN_SINCE_NINE, 110, "Desk 1"),
    ("Réka Szalontai-Bíró", 8, HERE),
    ("João Quintela-Paz", 6, "Desk 3"),
    ("Päivi Hietaranta", 5, "Desk 1"),
    (IN_SINCE_NINE, 4, HERE),
    ("Ragnhild Öberg-Tamm", 2, HERE),
    ("Katrin Dörffling", 1, "Desk 3"),
    ("Tõnu Kaasiksaar", 1, "Desk 1"),
)
"""Who was scanned last, how many minutes ago, and where."""
_LAST_NAMES = frozenset(name for name, _ago, _desk in _LAST)
_COMING = frozenset(
    {
        JURATE,
        NOT_HERE_YET,
        OF_ANOTHER_DAY,
        OF_A_CHANGED_TICKET,
        LOST_BADGE,
        ABSENT,
        IN_A_WHEELCHAIR,
        OF_THE_LONGEST_NAME,
        "Andreas Weber",
        "Jan Novák",
    }
)
"""Who is still to come, for they are scanned in a picture."""


class Watch:
    """Says what the time is in the pictures."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """Give the time."""
        return self.now


@dataclass
class Stage:
    """The event, and who is who in it.

    ``codes`` are those on the badges, by name; ``odd_codes`` let nobody in, by the reason.
    """

    folder: Path
    watch: Watch
    file: Path
    other: Path
    people: Mapping[str, Person] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    odd_codes: Mapping[str, str] = field(default_factory=dict)
    foreign_code: str = ""
    old_code: str = ""

    @property
    def desks(self) -> Desks:
        """Open events as the desk of the pictures."""
        return Desks(load_settings(), self.watch)

    @property
    def sheet(self) -> Path:
        """The badges as they came out of the printer."""
        return self.folder / "badges.pdf"


@contextmanager
def set_stage() -> Iterator[Stage]:
    """Make the event as the morning left it; no settings and no files of the user are touched."""
    before = os.environ.get(HOME)
    with TemporaryDirectory(prefix="matchdesk-", ignore_cleanup_errors=True) as folder:
        os.environ[HOME] = folder
        try:
            yield _filled(Path(folder))
        finally:
            if before is None:
                del os.environ[HOME]
            else:
                os.environ[HOME] = before


def _filled(folder: Path) -> Stage:
    desk = Settings(str(uuid4()), HERE, "B", "Rasa", theme="light", sound=False)
    seen = Seen(Standing.READY, NOW - timedelta(minutes=1))
    save_settings(replace(desk, scanner_seen=seen.text()))
    watch = Watch()
    starting = Starting(Desks(desk, watch))
    stage = Stage(folder, watch, starting.make_sample(), starting.make(*_other(folder)))
    stage.foreign_code = _foreign_code(stage)
    event = stage.desks.open(stage.file)
    try:
        _badges_are_printed(stage, event)
        _people_come(stage, event)
        _paper_goes_wrong(stage, event)
    finally:
        event.close()
    watch.now = NOW
    return stage


def _other(folder: Path) -> tuple[Path, EventOrder]:
    order = EventOrder(
        "Blue Economy Brokerage 2026",
        "Europe/Lisbon",
        (date(2026, 10, 7), date(2026, 10, 8)),
        (BlockOrder(time(9), time(12, 30)),),
        tables=24,
        venue="Alfândega",
        city="Porto",
    )
    return folder / "events" / "Blue Economy Brokerage 2026.matchdesk", order


def _foreign_code(stage: Stage) -> str:
    event = stage.desks.open(stage.other)
    try:
        order = PersonOrder(given_name="José", family_name="Peñarroya")
        guest = Roster(event.journal, event.letters).register(order)
        _make_codes(event.journal, [guest.id])
        return _codes(event.journal, [guest.id])[guest.id]
    finally:
        event.close()


def _badges_are_printed(stage: Stage, event: OpenEvent) -> None:
    """Print all badges but those that a picture shows as not printed."""
    all_of_them = everybody(event.journal)
    stage.people = {each.name: each for each in all_of_them}
    accepted = [each.id for each in all_of_them if each.status == "accepted"]
    printed = tuple(each for each in accepted if each != stage.people[JURATE].id)
    stage.watch.now = NOW - timedelta(days=1)
    _make_codes(event.journal, [each.id for each in all_of_them])
    PrintOffice(event.journal).run(Wish(delegates=printed), stage.sheet)
    codes = _codes(event.journal, [each.id for each in all_of_them])
    stage.codes = {each.name: codes[each.id] for each in all_of_them if each.id in codes}


def _people_come(stage: Stage, event: OpenEvent) -> None:
    """Let those come who are here by now, at three desks."""
    left = dict(_CAME)
    for name in _LAST_NAMES:
        left[stage.people[name].delegation] -= 1
    coming = []
    for each in stage.people.values():
        expected = each.status == "accepted" and each.name not in _COMING | _LAST_NAMES
        if expected and left.get(each.delegation, 0):
            left[each.delegation] -= 1
            coming.append(each.name)
    scans = [
        (10 + 140 * (len(coming) - at) / len(coming), name, _DESKS[at % len(_DESKS)])
        for at, name in enumerate(coming)
    ]
    scans += [(minutes, name, desk) for name, minutes, desk in _LAST]
    with ExitStack() as opened:
        journals = {HERE: event.journal}
        for desk in _DESKS:
            if desk != HERE:
                other = Desks(load_settings().named(desk), stage.watch).open(stage.file)
                opened.callback(other.close)
                journals[desk] = other.journal
        for minutes, name, desk in sorted(scans, reverse=True):
            stage.watch.now = NOW - timedelta(minutes=minutes)
            with suppress(NotAdmitted):
                Scanning(journals[desk]).scan(Scan(stage.codes[name], uuid4()))


def _paper_goes_wrong(stage: Stage, event: OpenEvent) -> None:
    """Let a badge be lost and replaced, and some come in another's place, or another day."""
    stage.watch.now = NOW - timedelta(minutes=12)
    stage.old_code = stage.codes[LOST_BADGE]
    Badges(event.journal).replace(stage.people[LOST_BADGE].id, "lost on the way")
    roster = Roster(event.journal, event.letters)
    _cancels_by_mail(stage, roster)
    for absent, given, family in (
        (ABSENT, "Ainhoa", "Etxarri-Luna"),
        (CANCELLED, "Δήμητρα", "Κουρή"),
    ):
        roster.substitute(stage.people[absent].id, PersonOrder(given, family))
    roster.edit(stage.people[OF_ANOTHER_DAY].id, PersonOrder(days=(_OTHER_DAY,)))
    changed, good = stage.people[OF_A_CHANGED_TICKET], stage.codes[IN_SINCE_NINE]
    stage.odd_codes = odd_codes(event, good, changed, stage.folder)


def _cancels_by_mail(stage: Stage, roster: Roster) -> None:
    """Let somebody be written off by the office, some days before."""
    whose = stage.people[CANCELLED].id
    now = stage.watch.now
    for days, status, reason in (
        (7, Status.ACCEPTED, "paid after all"),
        (5, Status.WITHDRAWN, "by e-mail"),
    ):
        stage.watch.now = now - timedelta(days=days)
        roster.set_status(whose, status, reason)
    stage.watch.now = now


def _make_codes(journal: Journal, delegates: Sequence[UUID]) -> None:
    with journal.writing(Unit(uuid4())) as pen:
        pen.write_all(new_badges(pen.session, delegates))


def _codes(journal: Journal, delegates: Sequence[UUID]) -> Mapping[UUID, str]:
    with journal.reading() as session:
        return {each: badge.code for each, badge in active_badges(session, delegates).items()}

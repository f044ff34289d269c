"""The proof of an erasure, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from app.cli.counted import many
from app.erasure.proof import Proof
from app.files import written_whole

Clock = Callable[[Any], str]

TITLE = "Proof of erasure"

_REMOVED: Mapping[str, str] = {
    "badge.revoked": "badge codes, which open no door any more",
    "badge.revoked_reason": "reasons for new badges",
    "badge_key.master": "keys of badges",
    "closure.reason": "reasons for closed tables",
    "delegate.attention": "hints to the desk",
    "delegate.city": "cities of people",
    "delegate.email": "e-mail addresses",
    "delegate.family_name": "family names",
    "delegate.function": "functions",
    "delegate.given_name": "given names",
    "delegate.note": "notes on people",
    "delegate.by_sector": "profiles: by sector",
    "delegate.offers": "profiles: offers",
    "delegate.order_code": "order codes",
    "delegate.phone": "telephone numbers",
    "delegate.seeks": "profiles: seeks",
    "delegate.status_reason": "reasons for decisions",
    "doubt.facts": "doubts of imports",
    "imported.gone": "records of what imports said",
    "log_detail.body": "entries of the journal that held such data",
    "on_duty.name": "names of people on duty",
    "outcome.follow_up_by": "names of who follows up",
    "outcome.note": "notes on outcomes",
    "print.content": "digests of badges",
    "programme_session.moderator_names": "moderators of sessions who are no delegates",
    "programme_session.speaker_names": "speakers of sessions who are no delegates",
    "request.note": "notes on requests",
    "request.note_said": "notes on requests, as files said them",
    "schedule.content": "digests of schedules",
    "source_key.gone": "ticket secrets and names in other systems",
    "unavailable.why": "reasons for times away",
}
_STILL: Mapping[str, str] = {
    "delegate.note": "notes on other delegates",
    "delegate.attention": "hints about other delegates",
    "log_detail.body": "the journal of other delegates",
}
_WHAT: Mapping[str, str] = {
    "backup": "backup",
    "delegates": "list of delegates",
    "export": "export",
    "follow_ups": "follow-ups",
    "mails": "mail texts",
    "hand_back": "list of who came",
    "report": "closing report",
}
_MOST_NUMBERS = 12


def proof_lines(proof: Proof, clock: Clock) -> Iterator[str]:
    """Say what was removed and what is left, a line each."""
    yield _who(proof, clock)
    yield "Removed:"
    for name, number in proof.removed.items():
        if number and name in _REMOVED:
            yield f"  {_REMOVED[name]}: {number:,}"
    if proof.prints_removed:
        yield f"  {many(proof.prints_removed, 'file', 'files')} of papers on this computer"
    if proof.copies_removed:
        yield f"  {many(proof.copies_removed, 'backup', 'backups')}"
    yield (
        "Kept, because figures are counted from it: badge number, organisation, country, "
        "delegation, sector, status, check-ins, meetings, and outcomes without notes."
    )
    yield "Left, or perhaps left:"
    yield from (f"  {line}" for line in _left(proof, clock))


def _who(proof: Proof, clock: Clock) -> str:
    numbers = proof.badge_numbers
    named = ", ".join(numbers[:_MOST_NUMBERS])
    more = f" and {len(numbers) - _MOST_NUMBERS:,} more" if len(numbers) > _MOST_NUMBERS else ""
    return f"{proof.event}: erased at {clock(proof.at)}, {proof.desk}: {named or 'nobody'}{more}."


def _left(proof: Proof, clock: Clock) -> Iterator[str]:
    for name, number in proof.named_still.items():
        yield f"{number:,} in {_STILL.get(name, name)} still name this person: correct them by hand"
    for copy in proof.copies:
        size = f"{copy.size / 1e6:.1f} MB"
        yield f"backup of {clock(copy.at)}, {size}, {copy.known:,} people: {copy.file}"
    for run in proof.waiting:
        yield f"print run {run} is on its way to a printer: stop it, or let it come out"
    for out in proof.files:
        there = "" if out.stands else " (not there any more)"
        yield f"{_WHAT.get(out.what, out.what)} of {clock(out.at)}, {out.desk}: {out.file}{there}"
    if proof.sheets.badges or proof.sheets.schedules:
        badges = many(proof.sheets.badges, "printed badge", "printed badges")
        schedules = many(proof.sheets.schedules, "schedule", "schedules")
        yield f"{badges} and {schedules}: shred what lies about"
    if proof.desks:
        yield f"event files of other desks ({', '.join(proof.desks)}): erase there as well"
    yield "what print services, mail programs and sticks keep of files and papers"


def written(proof: Proof, file: Path, clock: Clock) -> None:
    """Write a proof as a PDF, or as text if the file's name ends otherwise.

    Raises:
        FileNotWritten: The system did not let us.
    """
    lines = list(proof_lines(proof, clock))
    if file.suffix.lower() == ".pdf":
        # It loads ReportLab, which nobody needs before.
        from app.printing.erasure_paper import write_paper  # noqa: PLC0415

        write_paper(file, TITLE, lines)
        return
    with written_whole(file) as stream:
        stream.write("\n".join([TITLE, "", *lines, ""]).encode())

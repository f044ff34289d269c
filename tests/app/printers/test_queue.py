"""From what was drawn to what counts as printed, through a real print service."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pypdfium2
import pytest
from filelock import FileLock
from sqlalchemy import select

from app.delegates.person import people
from app.desks import Desks
from app.printers.choices import Fit
from app.printers.cups import CupsPrinters
from app.printers.port import JobState, Order, Trouble
from app.printers.queue import PrintQueue, Target, sweep
from app.printers.refusals import (
    CameOutBefore,
    PaperGone,
    PrintServiceSilent,
    RunEnded,
    UnknownPrinter,
    UnknownRun,
)
from app.printers.runs import PrintRun
from app.printing.drawn import Counts, Drawn
from app.printing.office import PrintOffice
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.printing.wishes import Wish
from db.models import LogRow
from tests.app.printers.dying import print_and_die
from tests.building import DESK_1, MORNING, EventBuilder, MovableClock
from tests.print_service import PrintService, until
from tests.processes import processes

LASER, ROLL, SLOW = Target("badges", "laser"), Target("badges", "roll"), Target("badges", "slow")


@pytest.fixture
def office(event: EventBuilder) -> PrintOffice:
    event.delegates(("Anna", "Adams"), ("Ben", "Brown"))
    return PrintOffice(event.event.journal)


@pytest.fixture
def badges(office: PrintOffice) -> Drawn:
    return office.draw(Wish("a6"))


def ended(queue: PrintQueue) -> PrintRun:
    """Look until no run is open, and give the last."""

    def looked() -> PrintRun | None:
        runs = queue.look()
        return None if any(run.state.is_open for run in runs) else runs[0]

    return until(looked)


def files(queue: PrintQueue) -> set[str]:
    folder = queue._store.folder
    return {file.suffix for file in folder.iterdir() if file.suffix != ".lock"}


def prints_noted(office: PrintOffice) -> Sequence[UUID]:
    with office.journal.reading() as session:
        return session.scalars(select(LogRow.id).where(LogRow.kind == "BadgePrinted")).all()


def test_papers_count_as_printed_once_the_printer_took_them(
    queue: PrintQueue, service: PrintService, office: PrintOffice, badges: Drawn
) -> None:
    run = queue.hand_over(badges, SLOW)
    assert until(lambda: queue.look()[0].state is JobState.PRINTING)
    assert office.counts() == Counts(new=2, changed=0, every=2)

    service.let_go()
    done = ended(queue)

    assert (done.id, done.state, done.items, done.pages) == (run.id, JobState.DONE, 2, 2)
    assert office.counts() == Counts(new=0, changed=0, every=2)
    assert service.everything == [badges.pdf]
    assert files(queue) == {".json"}, "papers stay on disk, and names on them"


def test_nothing_counts_as_printed_that_failed(
    queue: PrintQueue, service: PrintService, office: PrintOffice, badges: Drawn
) -> None:
    queue.hand_over(badges, ROLL)

    failed = ended(queue)

    assert (failed.state, failed.troubles) == (JobState.FAILED, (Trouble.PAPER_OUT,))
    assert failed.message == "The roll is empty."
    assert office.counts().new == 2
    assert prints_noted(office) == []


def test_what_failed_comes_out_when_it_is_tried_again(
    queue: PrintQueue, service: PrintService, office: PrintOffice, badges: Drawn
) -> None:
    queue.hand_over(badges, ROLL)
    failed = ended(queue)
    service.fill()

    again = queue.retry(failed.short_id)

    assert (again.state, again.tries, again.troubles) == (JobState.WAITING, 2, ())
    assert ended(queue).state is JobState.DONE
    assert service.everything == [badges.pdf]
    assert len(prints_noted(office)) == 2


def test_what_failed_comes_out_of_another_printer(
    queue: PrintQueue, service: PrintService, badges: Drawn
) -> None:
    queue.hand_over(badges, ROLL)
    failed = ended(queue)

    queue.retry(failed.short_id, "laser")

    done = ended(queue)
    assert (done.state, done.printer) == (JobState.DONE, "laser")
    assert service.everything == [badges.pdf]


def test_what_waits_changes_over_and_comes_out_once(
    queue: PrintQueue, service: PrintService, office: PrintOffice, badges: Drawn
) -> None:
    run = queue.hand_over(badges, SLOW)

    queue.retry(run.short_id, "laser")
    service.let_go()

    assert ended(queue).state is JobState.DONE
    assert service.everything == [badges.pdf]
    assert len(prints_noted(office)) == 2


def test_a_retry_at_an_unknown_printer_leaves_the_run_as_it_was(
    queue: PrintQueue, badges: Drawn
) -> None:
    queue.hand_over(badges, ROLL)
    failed = ended(queue)

    with pytest.raises(UnknownPrinter):
        queue.retry(failed.short_id, "nowhere")

    assert queue.runs() == (failed,)


def test_what_is_under_way_or_came_out_is_not_tried_again(
    queue: PrintQueue, service: PrintService, badges: Drawn
) -> None:
    run = queue.hand_over(badges, SLOW)
    with pytest.raises(RunEnded) as open_yet:
        queue.retry(run.short_id)
    service.let_go()
    ended(queue)

    with pytest.raises(RunEnded) as done:
        queue.retry(run.short_id)

    assert open_yet.value.state.is_open
    assert done.value.state is JobState.DONE


def test_a_run_is_stopped_while_it_prints_and_counts_for_nothing(
    queue: PrintQueue, service: PrintService, office: PrintOffice, badges: Drawn
) -> None:
    run = queue.hand_over(badges, SLOW)
    until(lambda: queue.look()[0].state is JobState.PRINTING)

    cancelled = queue.cancel(run.short_id)

    assert cancelled.state is JobState.CANCELLED
    assert queue.look() == (cancelled,)
    assert (office.counts().new, service.everything) == (2, [])
    with pytest.raises(RunEnded):
        queue.cancel(run.short_id)


def test_stopping_what_came_out_meanwhile_notes_it(
    queue: PrintQueue, service: PrintService, office: PrintOffice, badges: Drawn
) -> None:
    run = queue.hand_over(badges, LASER)
    until(lambda: service.everything == [badges.pdf])
    until(lambda: CupsPrinters().jobs([run.job])[run.job].state is JobState.DONE)

    assert queue.cancel(run.short_id).state is JobState.DONE

    assert office.counts().new == 0


def test_giving_up_what_failed_drops_its_papers(queue: PrintQueue, badges: Drawn) -> None:
    queue.hand_over(badges, ROLL)
    failed = ended(queue)

    assert queue.cancel(failed.short_id).state is JobState.CANCELLED

    assert files(queue) == {".json"}
    with pytest.raises(PaperGone):
        queue.retry(failed.short_id)


def test_an_unknown_printer_keeps_nothing(
    queue: PrintQueue, office: PrintOffice, badges: Drawn
) -> None:
    with pytest.raises(UnknownPrinter):
        queue.hand_over(badges, Target("badges", "nowhere"))

    assert (queue.runs(), files(queue), office.counts().new) == ((), set(), 2)


@pytest.mark.parametrize(
    ("moment", "state"),
    [("before", JobState.FAILED), ("after", JobState.DONE), ("later", JobState.DONE)],
)
def test_a_restart_knows_what_became_of_papers(
    service: PrintService, office: PrintOffice, tmp_path: Path, moment: str, state: JobState
) -> None:
    prints, event_file = tmp_path / "prints", office.journal.database.file
    desk = processes().Process(
        target=print_and_die, args=(event_file, prints, service.socket, moment)
    )
    desk.start()
    desk.join()
    assert office.counts().new == 2
    service.let_go()

    run = ended(PrintQueue(office.journal, CupsPrinters(), prints))

    is_out = state is JobState.DONE
    assert (run.state, run.troubles) == (state, () if is_out else (Trouble.BROKEN_OFF,))
    assert office.counts().new == (0 if is_out else 2)
    assert len(service.everything) == (1 if is_out else 0)


def test_what_was_noted_and_not_yet_said_to_be_done_is_noted_once(
    queue: PrintQueue, service: PrintService, office: PrintOffice, badges: Drawn, tmp_path: Path
) -> None:
    queue.hand_over(badges, LASER)
    before = {file: file.read_bytes() for file in queue._store.folder.iterdir()}
    ended(queue)
    noted = prints_noted(office)

    # As if the desk had been killed after it noted them, and before it could say so.
    for file, content in before.items():
        file.write_bytes(content)
    assert ended(queue).state is JobState.DONE

    assert prints_noted(office) == noted


def test_who_looks_while_another_works_on_the_queue_does_not_wait(
    queue: PrintQueue, badges: Drawn
) -> None:
    run = queue.hand_over(badges, LASER)

    with FileLock(queue._store.folder / "queue.lock"):
        assert queue.look() == (run,)


def test_a_service_that_forgot_a_run_leaves_it_to_people(
    queue: PrintQueue, service: PrintService, office: PrintOffice, badges: Drawn
) -> None:
    run = queue.hand_over(badges, LASER)
    service.forget()

    lost = ended(queue)
    assert (lost.state, lost.troubles) == (JobState.FAILED, (Trouble.FORGOTTEN,))
    assert office.counts().new == 2
    assert queue.came_out(run.short_id).state is JobState.DONE

    assert office.counts().new == 0


def test_another_job_of_the_same_number_is_not_taken_for_ours(
    queue: PrintQueue, service: PrintService, badges: Drawn, tmp_path: Path
) -> None:
    run = queue.hand_over(badges, SLOW)
    other = tmp_path / "other.pdf"
    other.write_bytes(badges.pdf)
    job = CupsPrinters().hand_over(Order(other, "laser", "Somebody else's"))
    queue._store.keep(replace(run, job=job))

    assert queue.look()[0].troubles == (Trouble.FORGOTTEN,)


def test_a_silent_service_changes_nothing(
    queue: PrintQueue, badges: Drawn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run = queue.hand_over(badges, SLOW)
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    deaf = PrintQueue(queue.journal, CupsPrinters(), queue._store.folder)

    with pytest.raises(PrintServiceSilent):
        deaf.look()

    assert deaf.runs() == (run,)


def test_a_service_that_is_not_there_was_handed_nothing(
    queue: PrintQueue, badges: Drawn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))

    with pytest.raises(PrintServiceSilent) as silent:
        queue.hand_over(badges, LASER)

    assert not silent.value.may_have_it
    assert queue.runs() == ()


def test_a_reprint_says_when_and_where_the_first_came_out(
    queue: PrintQueue, service: PrintService, office: PrintOffice, badges: Drawn
) -> None:
    queue.hand_over(badges, LASER)
    ended(queue)

    with pytest.raises(CameOutBefore) as refused:
        queue.hand_over(badges, LASER)

    told = [(each.delegate.name, each.at, each.desk, each.printer) for each in refused.value.items]
    assert told == [
        ("Anna Adams", MORNING, "Desk 1", "laser"),
        ("Ben Brown", MORNING, "Desk 1", "laser"),
    ]
    assert service.everything == [badges.pdf]
    queue.hand_over(badges, LASER, again=True)
    ended(queue)
    assert service.everything == [badges.pdf, badges.pdf]
    assert len(prints_noted(office)) == 4


def test_a_schedule_comes_out_again_only_if_it_says_something_else(
    queue: PrintQueue, event: EventBuilder, office: PrintOffice, service: PrintService
) -> None:
    schedules = ScheduleOffice(office.journal)
    with office.journal.reading() as session:
        wish = ScheduleWish(delegates=tuple(people(session)))
    drawn, target = schedules.draw(wish), Target("schedules", "laser", "a4")
    queue.hand_over(drawn, target)
    with pytest.raises(CameOutBefore) as under_way:
        queue.hand_over(drawn, target)
    ended(queue)

    with pytest.raises(CameOutBefore) as out:
        queue.hand_over(schedules.draw(wish), target)

    assert [each.is_under_way for each in under_way.value.items] == [True, True]
    assert [(each.delegate.name, each.printer) for each in out.value.items] == [
        ("Anna Adams", "laser"),
        ("Ben Brown", "laser"),
    ]
    with_new_name = replace(drawn, parts=(replace(drawn.parts[0], deeds=()),))
    queue.hand_over(with_new_name, target)
    assert service.everything[0] == drawn.pdf


def test_what_is_under_way_is_not_handed_over_twice(queue: PrintQueue, badges: Drawn) -> None:
    queue.hand_over(badges, SLOW)

    with pytest.raises(CameOutBefore) as refused:
        queue.hand_over(badges, LASER)

    assert [each.is_under_way for each in refused.value.items] == [True, True]


def test_papers_are_put_right_for_the_printer_and_kept_as_they_are(
    service: PrintService, badges: Drawn, event: EventBuilder, tmp_path: Path
) -> None:
    fits = {"laser": Fit(right=2, turned=90)}
    queue = PrintQueue(
        event.event.journal,
        CupsPrinters(),
        tmp_path / "prints",
        lambda printer, _stock: fits.get(printer, Fit()),
    )
    queue.hand_over(badges, LASER)
    ended(queue)
    queue.hand_over(badges, SLOW, again=True)
    service.let_go()
    ended(queue)

    put_right, plain = service.everything
    assert plain == badges.pdf
    turned = pypdfium2.PdfDocument(put_right)
    assert [page.get_rotation() for page in turned] == [90, 90]
    turned.close()


def test_who_waited_too_long_for_the_service_finds_out_what_it_took(
    queue: PrintQueue,
    service: PrintService,
    badges: Drawn,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slow_lp = tmp_path / "lp"
    slow_lp.write_text(f'#!/bin/sh\n{shutil.which("lp")} "$@"\nexec sleep 60\n')
    slow_lp.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr("app.printers.cups._PATIENCE_S", 1)

    run = queue.hand_over(badges, LASER)

    assert (run.state, run.job) == (JobState.WAITING, "")
    assert ended(queue).state is JobState.DONE
    assert service.everything == [badges.pdf]


def test_nobody_else_may_look_into_the_folder(queue: PrintQueue, badges: Drawn) -> None:
    queue.hand_over(badges, SLOW)

    assert stat.S_IMODE(queue._store.folder.stat().st_mode) == 0o700


def test_what_failed_long_ago_is_forgotten_with_its_papers(
    queue: PrintQueue, badges: Drawn, clock: MovableClock
) -> None:
    queue.hand_over(badges, ROLL)
    ended(queue)
    sweep(queue._store.folder, clock())
    assert files(queue) == {".json", ".pdf", ".deeds"}
    clock.passes(days=8)

    sweep(queue._store.folder, clock())

    assert (queue.look(), files(queue)) == ((), set())


def test_papers_whose_record_was_never_written_are_removed(
    queue: PrintQueue, badges: Drawn, clock: MovableClock
) -> None:
    run = queue.hand_over(badges, SLOW)
    stray = replace(run, id=uuid4())
    queue._store.keep_papers(stray, badges.pdf, badges.deeds)

    sweep(queue._store.folder, clock())

    assert not queue._store.papers(stray).exists()
    assert queue._store.papers(run).exists()


def test_of_what_came_out_the_last_two_hundred_are_listed(
    queue: PrintQueue, badges: Drawn, clock: MovableClock
) -> None:
    queue.hand_over(badges, LASER)
    done = ended(queue)
    for minute in range(205):
        at = MORNING + timedelta(minutes=minute)
        queue._store.keep(replace(done, id=uuid4(), handed_over_at=at))

    sweep(queue._store.folder, clock())

    assert len(queue.runs()) == 200
    assert queue.runs()[0].handed_over_at == MORNING + timedelta(minutes=204)


def test_a_run_is_named_by_the_beginning_of_its_id(queue: PrintQueue, badges: Drawn) -> None:
    run = queue.hand_over(badges, SLOW)

    for said in ("", "ffffffffffff", "no id"):
        with pytest.raises(UnknownRun):
            queue.cancel(said)

    assert queue.cancel(str(run.id)[:5]).id == run.id


def test_printing_is_noted_as_of_when_it_came_out(
    queue: PrintQueue, office: PrintOffice, badges: Drawn, clock: MovableClock
) -> None:
    queue.hand_over(badges, LASER)
    until(lambda: CupsPrinters().jobs([queue.runs()[0].job])[queue.runs()[0].job].ended_at)
    clock.passes(hours=5)
    reopened = Desks(DESK_1, clock=clock).open(office.journal.database.file)

    ended(PrintQueue(reopened.journal, CupsPrinters(), queue._store.folder))

    (anna, _ben) = office.on_paper([deed.delegate for deed in badges.deeds])
    reopened.close()
    assert anna.printed_at is not None
    assert anna.printed_at - MORNING < timedelta(hours=1)

"""The logo on the Event page."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from app.desks import OpenEvent
from app.event.logo import event_logo
from tests.ui.event.robot import EventRobot


def test_a_logo_is_chosen_seen_and_removed(
    office: EventRobot, open_event: OpenEvent, tmp_path: Path
) -> None:
    file = tmp_path / "logo.png"
    Image.new("RGB", (600, 200), (0, 82, 155)).save(file)
    assert not office.page.overview.logo.preview.isVisibleTo(office.page)

    office.page.overview.logo.take(str(file))

    office.is_told("The logo was changed")
    office.waits(lambda: office.page.overview.logo.preview.isVisibleTo(office.page))
    with open_event.journal.reading() as session:
        assert event_logo(session)

    office.presses("Remove logo")

    office.is_told("The logo was removed")
    office.waits(lambda: not office.page.overview.logo.preview.isVisibleTo(office.page))


def test_a_file_that_is_no_picture_is_refused_in_place(office: EventRobot, tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    file.write_text("<svg/>")

    office.page.overview.logo.take(str(file))

    office.waits(lambda: "is no PNG or JPEG" in office.page.overview.strip.problem())
    assert not office.page.overview.logo.preview.isVisibleTo(office.page)

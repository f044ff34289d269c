from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from tests.building import EventBuilder, MovableClock, make_event
from tests.scenes import Picture, empty, sheets
from tests.ui.camera.robot import CameraRobot, RehearsedCamera
from ui.camera.panel import CameraPanel
from ui.common.look import Look

PEOPLE = (("Ada", "Avižienytė"), ("Ben", "Bækgaard"), ("Cleo", "Çelik"))


@dataclass(frozen=True, slots=True)
class PrintedBadge:
    """A delegate's badge: what its code says, and how it came out of the printer."""

    code: str
    sheet: Image.Image


@pytest.fixture(scope="session")
def badges(tmp_path_factory: pytest.TempPathFactory) -> Sequence[PrintedBadge]:
    """The badges of three delegates of an event, printed on A6."""
    folder = tmp_path_factory.mktemp("camera")
    event = make_event(folder / "event.matchdesk", MovableClock())
    builder = EventBuilder(event)
    codes = builder.badges_of(builder.delegates(*PEOPLE))
    PrintOffice(event.journal).run(Wish(stock="a6"), folder / "badges.pdf")
    event.close()
    return [PrintedBadge(*each) for each in zip(codes, sheets(folder / "badges.pdf"), strict=True)]


@pytest.fixture
def desk(dressed: Look, qtbot: QtBot) -> Iterator[CameraRobot]:
    """A desk with one camera, switched off."""
    camera = RehearsedCamera("Webcam")
    robot = CameraRobot(qtbot, camera, dressed)
    panel = CameraPanel(dressed, source=lambda: camera, clock=robot.clock)
    qtbot.addWidget(panel)
    panel.show()
    robot.sits_at(panel)
    yield robot
    panel.hide()


@pytest.fixture(scope="session")
def nobody() -> Picture:
    """A frame in which there is no badge."""
    return empty()

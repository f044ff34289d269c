from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PIL import Image

from app.checkin.seeing import (
    LADDER,
    LEFT_AFTER,
    OTHER_LEFT_AFTER,
    Code,
    Reader,
    Sighting,
    Sightings,
    codes_in,
)
from app.printing.badges import BadgeFace, Occasion, badge_document
from app.printing.press import press
from app.printing.stock import stocks
from tests.scenes import Hardship, both, seen, sheets

ADA = "BDGBCNCILCBDEFGHIJKLNVBRRFJEHTGJNENRRHDBFGURL"
BEN = "BDGBCNCILVVVVVVVVVVVVBLFUVTGLRHEHDCLNIRBNRJNV"
Rung = Callable[[Image.Image], Image.Image]
FRAME = 1 / 25


def face(code: str) -> BadgeFace:
    return BadgeFace("A-1", "Ada", "Lovelace", "Engines", "Latvia", "Delegate", "", "", code)


@pytest.fixture(scope="module")
def badges(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Image.Image]:
    """Ada's badge and Ben's, as they come out of the printer."""
    file: Path = tmp_path_factory.mktemp("badges") / "badges.pdf"
    faces = [face(ADA), face(BEN)]
    document = badge_document(faces, Occasion("Days", "Riga"), stocks()["a6"])
    file.write_bytes(press(document).pdf)
    return sheets(file)


def texts(codes: Sequence[Code]) -> list[str]:
    return [code.text for code in codes]


class Gaze:
    """Looks at one frame after another."""

    def __init__(self) -> None:
        self.sightings = Sightings()
        self.now = 100.0

    def sees(self, *texts: str, size: float = 100, seconds: float = 0) -> list[str]:
        """Say what is taken while these are in view, in frames for so long."""
        codes = [Code(text, size) for text in texts]
        return [each.text for each in self._frames(codes, seconds) if each.text]

    def sees_nothing(self, seconds: float) -> None:
        assert self.sees(seconds=seconds) == []

    def _frames(self, codes: Sequence[Code], seconds: float) -> Iterator[Sighting]:
        end = self.now + seconds
        yield self.sightings.look(codes, self.now)
        while self.now + FRAME <= end:
            self.now += FRAME
            yield self.sightings.look(codes, self.now)
        self.now = end


@pytest.fixture
def gaze() -> Gaze:
    return Gaze()


def test_a_badge_that_is_held_for_long_is_taken_once(gaze: Gaze) -> None:
    assert gaze.sees("A", seconds=30) == ["A"]


def test_a_badge_that_is_lost_for_a_moment_is_still_the_same(gaze: Gaze) -> None:
    gaze.sees("A")

    gaze.sees_nothing(LEFT_AFTER - 0.1)

    assert gaze.sees("A") == []


def test_a_badge_may_be_lost_for_a_moment_again_and_again(gaze: Gaze) -> None:
    gaze.sees("A")

    for _time in range(5):
        gaze.sees_nothing(LEFT_AFTER - 0.1)
        assert gaze.sees("A") == []


def test_a_badge_that_left_is_taken_when_it_comes_again(gaze: Gaze) -> None:
    gaze.sees("A")

    gaze.sees_nothing(LEFT_AFTER + 0.1)

    assert gaze.sees("A") == ["A"]


def test_a_badge_is_taken_again_after_another(gaze: Gaze) -> None:
    taken = gaze.sees("A", seconds=1) + gaze.sees("B", seconds=1) + gaze.sees("A", seconds=1)

    assert taken == ["A", "B", "A"]


def test_two_badges_that_take_turns_in_frames_are_each_taken_once(gaze: Gaze) -> None:
    taken = []

    for _frame in range(100):
        taken += gaze.sees("A", seconds=OTHER_LEFT_AFTER / 3)
        taken += gaze.sees("B", seconds=OTHER_LEFT_AFTER / 3)

    assert taken == ["A", "B"]


def test_of_two_badges_side_by_side_none_is_taken() -> None:
    sighting = Sightings().look([Code("A", 100), Code("B", 120)], at=0)

    assert sighting == Sighting(several=True)


def test_the_badge_held_up_is_taken_and_not_the_one_far_behind_it() -> None:
    sighting = Sightings().look([Code("B", 60), Code("A", 100)], at=0)

    assert sighting == Sighting("A")


def test_a_badge_beside_one_that_was_taken_waits_until_it_is_alone(gaze: Gaze) -> None:
    gaze.sees("A")

    assert gaze.sees("A", "B", seconds=3) == []
    assert gaze.sees("B") == ["B"]


def test_a_badge_that_one_of_two_has_kept_from_view_is_still_the_same(gaze: Gaze) -> None:
    gaze.sees("A")
    gaze.sees("A", "B", seconds=LEFT_AFTER + 1)

    assert gaze.sees("A") == []


def test_a_badge_and_its_reflection_are_one(gaze: Gaze) -> None:
    assert gaze.sees("A", "A") == ["A"]


def test_nothing_in_view_calls_for_nothing() -> None:
    assert Sightings().look([], at=0) == Sighting()


def test_both_badges_of_a_frame_are_found(badges: Sequence[Image.Image]) -> None:
    left, right = (
        seen(badge, Hardship(off_centre=(by, 0)))
        for badge, by in zip(badges, (-300, 300), strict=True)
    )

    found = codes_in(Image.fromarray(both(left, right)))

    assert set(texts(found)) == {ADA, BEN}


def test_a_near_badge_is_larger_than_a_far_one(badges: Sequence[Image.Image]) -> None:
    near, far = (
        codes_in(Image.fromarray(seen(badges[0], Hardship(dots, turn=30))))[0].size
        for dots in (4, 2)
    )

    assert near == pytest.approx(2 * far, rel=0.05)


@pytest.mark.parametrize("turned", [Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_180])
def test_a_mirrored_picture_is_read(badges: Sequence[Image.Image], turned: Image.Transpose) -> None:
    frame = Image.fromarray(seen(badges[0], Hardship())).transpose(turned)

    assert texts(codes_in(frame)) == [ADA]


@pytest.mark.parametrize("size", [(2560, 1440), (3840, 2160)])
def test_a_camera_with_more_dots_than_needed_reads_as_well(
    badges: Sequence[Image.Image], size: tuple[int, int]
) -> None:
    frame = Image.fromarray(seen(badges[0], Hardship(turn=20))).resize(size)

    assert texts(Reader().read(frame)) == [ADA]


HARD = {
    "dim": Hardship(light=40, haze=15, noise=6),
    "out of focus": Hardship(blur=2.2),
    "far and out of focus": Hardship(dots_per_mm=2, blur=1),
}


@pytest.mark.parametrize(
    ("rung", "hardship"), list(zip(LADDER, HARD.values(), strict=True)), ids=HARD
)
def test_each_rung_of_the_ladder_reads_what_the_frame_alone_does_not(
    badges: Sequence[Image.Image], rung: Rung, hardship: Hardship
) -> None:
    frames = [Image.fromarray(seen(badges[0], hardship, seed=seed)) for seed in range(12)]
    plain = [seed for seed, frame in enumerate(frames) if codes_in(frame)]
    helped = [seed for seed, frame in enumerate(frames) if codes_in(rung(frame))]

    assert set(helped) - set(plain)


def test_the_ladder_is_climbed_over_the_frames_that_follow(badges: Sequence[Image.Image]) -> None:
    frames = (Image.fromarray(seen(badges[0], HARD["out of focus"], seed=s)) for s in range(30))
    hard = next(frame for frame in frames if not codes_in(frame) and codes_in(LADDER[1](frame)))
    reader = Reader()

    read = [texts(reader.read(hard)) for _frame in range(6)]

    assert [ADA] in read
    assert [] in read

from __future__ import annotations

import array
import subprocess
import sys
import wave
from itertools import pairwise

import pytest

from ui.common.look import RESOURCES
from ui.shell.sounds import Sounds


def heard(name: str) -> tuple[array.array[int], int]:
    with wave.open(str(RESOURCES / "sounds" / f"{name}.wav"), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        return array.array("h", sound.readframes(sound.getnframes())), sound.getframerate()


def pitch(samples: array.array[int], rate: int) -> float:
    crossings = sum(a < 0 <= b for a, b in pairwise(samples))
    return crossings * rate / len(samples)


def test_yes_rises_and_is_high() -> None:
    samples, rate = heard("accepted")

    assert pitch(samples[: rate * 7 // 100], rate) == pytest.approx(880, rel=0.05)
    assert pitch(samples[rate * 7 // 100 :], rate) == pytest.approx(1318, rel=0.05)


def test_no_is_low_and_comes_twice() -> None:
    samples, rate = heard("refused")
    silence = samples[rate * 12 // 100 + 1 : rate * 18 // 100 - 1]

    assert pitch(samples, rate) < 250
    assert max(silence) == 0
    assert max(samples[: rate // 10]) > 10_000
    assert max(samples[rate * 2 // 10 :]) > 10_000


@pytest.mark.parametrize("name", ["accepted", "refused"])
def test_a_sound_is_short_and_begins_and_ends_in_silence(name: str) -> None:
    samples, rate = heard(name)

    assert len(samples) / rate < 0.4
    assert abs(samples[0]) < 100
    assert abs(samples[-1]) < 100
    assert max(map(abs, samples)) < 32_000


def test_where_there_is_no_sound_a_scan_is_silent_and_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    sounds = Sounds()

    sounds.accepted()
    sounds.refused()

    assert sys.platform != "linux" or not sounds.has_device


def test_sounds_that_are_off_load_nothing() -> None:
    script = (
        "import sys; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "from ui.shell.sounds import Sounds; sounds = Sounds(on=False);"
        "sounds.accepted(); sounds.refused(); print('PySide6.QtMultimedia' in sys.modules)"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert loaded.stdout == "False\n"

"""A screen of its own with nobody before it: what stands on it is seen, and keys are pressed."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

NEEDED = ("Xvfb", "xdotool")
PATIENCE_S = 30.0
# Places of an XWD header, in 32-bit words. Source: X11/XWDFile.h, version 7.
_HEADER, _WIDTH, _HEIGHT, _ROW_BYTES, _COLOURS = 0, 4, 5, 12, 19
_COLOUR_BYTES = 12
_EVERY = 8
T = TypeVar("T")


def lacking() -> list[str]:
    """Name the programs that a real screen needs and this machine does not have."""
    return [name for name in NEEDED if shutil.which(name) is None]


@dataclass(frozen=True)
class Screen:
    """An X server that paints into a file, and hands to press keys on it."""

    display: str
    frame: Path

    @property
    def environment(self) -> Mapping[str, str]:
        """What a program needs to stand on this screen, and not to ask for any other."""
        others = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS")
        kept = {name: value for name, value in os.environ.items() if name not in others}
        return kept | {"DISPLAY": self.display}

    def presses(self, *keys: str) -> None:
        self._xdotool("key", *keys)

    def types(self, text: str, *, every_ms: int) -> None:
        self._xdotool("type", "--delay", str(every_ms), text)

    def sees_window(self, name: str) -> str:
        """Wait for a window whose name has these words, and give it the keys."""
        window = eventually(lambda: self._window(name), f"no window is called {name!r}")
        # There is no window manager to do it.
        self._xdotool("windowfocus", "--sync", window)
        return window

    def presses_until_seen(self, key: str, name: str) -> str:
        """Press a key, and again while nothing hears it yet; give the window that it opens."""

        def opened() -> str:
            self.presses(key)
            return self._window(name)

        eventually(opened, f"{key} opens no window called {name!r}")
        return self.sees_window(name)

    def sees_no_window(self, name: str) -> None:
        eventually(lambda: not self._window(name), f"a window is called {name!r}")

    def share_of(self, colour: str) -> float:
        """Tell how much of the screen has a colour, said as ``#0B7542``."""
        red, green, blue = bytes.fromhex(colour.removeprefix("#"))
        wanted = bytes((blue, green, red))
        dots = self._dots()
        return sum(dot == wanted for dot in dots) / len(dots)

    def _dots(self) -> list[bytes]:
        """Give every eighth dot of every eighth row, as blue, green, red."""
        picture = self.frame.read_bytes()
        words = struct.unpack(">25I", picture[:100])
        begin = words[_HEADER] + words[_COLOURS] * _COLOUR_BYTES
        return [
            picture[at : at + 3]
            for row in range(0, words[_HEIGHT], _EVERY)
            for at in range(
                begin + row * words[_ROW_BYTES],
                begin + row * words[_ROW_BYTES] + 4 * words[_WIDTH],
                4 * _EVERY,
            )
        ]

    def _window(self, name: str) -> str:
        found = self._run("search", "--onlyvisible", "--name", name).stdout.split()
        return found[-1] if found else ""

    def _xdotool(self, *words: str) -> None:
        answer = self._run(*words)
        assert answer.returncode == 0, answer.stderr

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *words],
            capture_output=True,
            check=False,
            env=self.environment,
            text=True,
            timeout=PATIENCE_S,
        )


@contextmanager
def screen(folder: Path, size: str = "1440x900x24") -> Generator[Screen]:
    """Yield a screen that keeps its picture in ``folder``."""
    read, write = os.pipe()
    paints = ["-screen", "0", size, "-fbdir", str(folder)]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), *paints, "-nolisten", "tcp", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not come up"
        yield Screen(f":{number}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait(PATIENCE_S)


def eventually(look: Callable[[], T], otherwise: str) -> T:
    """Look until there is something to see, and give it."""
    patience = time.monotonic() + PATIENCE_S
    while not (seen := look()):
        assert time.monotonic() < patience, otherwise
        time.sleep(0.1)
    return seen

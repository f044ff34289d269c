"""Monitors of a screen without any: they are put side by side, plugged in and pulled out."""

from __future__ import annotations

import ctypes
from ctypes.util import find_library
from typing import Any

_TALL, _MM = 900, 300
_NEEDED = ("X11", "Xrandr")


class _Monitor(ctypes.Structure):
    # Source: X11/extensions/Xrandr.h, XRRMonitorInfo.
    _fields_ = (
        ("name", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("primary", "automatic", "count")),
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "mwidth", "mheight")),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class _Resources(ctypes.Structure):
    # The beginning of XRRScreenResources there.
    _fields_ = (
        ("timestamps", ctypes.c_ulong * 2),
        ("crtc_count", ctypes.c_int),
        ("crtcs", ctypes.POINTER(ctypes.c_ulong)),
        ("count", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


def lacking() -> list[str]:
    """Name the libraries that are needed and that this machine does not have."""
    return [f"lib{name}" for name in _NEEDED if find_library(name) is None]


class Monitors:
    """The monitors of a display such as ``:7``."""

    def __init__(self, display: str) -> None:
        self._x11, self._randr = (ctypes.CDLL(find_library(name)) for name in _NEEDED)
        opened = _of(self._x11.XOpenDisplay, ctypes.c_void_p)(display.encode())
        self._display = ctypes.c_void_p(opened)
        self._root = ctypes.c_ulong(
            _of(self._x11.XDefaultRootWindow, ctypes.c_ulong)(self._display)
        )
        resources = _of(self._randr.XRRGetScreenResources, ctypes.POINTER(_Resources))
        self._outputs = resources(self._display, self._root).contents.outputs

    def plug(self, name: str, left: int, wide: int, *, first: bool = False) -> None:
        """Put a monitor on the screen; the first stands for all that was there."""
        place = (left, 0, wide, _TALL, _MM, _MM)
        monitor = _Monitor(self._atom(name), first, 0, int(first), *place, self._outputs)
        self._randr.XRRSetMonitor(self._display, self._root, ctypes.byref(monitor))
        self._x11.XSync(self._display, 0)

    def pull(self, name: str) -> None:
        """Take a monitor away."""
        atom = ctypes.c_ulong(self._atom(name))
        self._randr.XRRDeleteMonitor(self._display, self._root, atom)
        self._x11.XSync(self._display, 0)

    def _atom(self, name: str) -> int:
        return int(_of(self._x11.XInternAtom, ctypes.c_ulong)(self._display, name.encode(), 0))


def _of(function: Any, gives: Any) -> Any:
    function.restype = gives
    return function

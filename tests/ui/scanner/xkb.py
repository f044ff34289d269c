"""What a scanner's keys type on a keyboard layout, by the tables that the system itself uses.

libxkbcommon comes with the system's Qt, its tables with the package xkb-data.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

LIBRARY = "libxkbcommon.so.0"

# Where the keys of a US keyboard stand, as Linux numbers them; XKB adds eight.
_ROWS = {2: "1234567890", 16: "qwertyuiop", 30: "asdfghjkl", 44: "zxcvbnm"}
_CODES = {key: first + 8 + place for first, row in _ROWS.items() for place, key in enumerate(row)}
_LONGEST_TEXT = 16


class _Names(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_char_p) for name in ("rules", "model", "layout", "variant", "options")
    ]


@dataclass(frozen=True, slots=True)
class Typed:
    """A key that a scanner pressed, and the text that arrived."""

    code: int
    shift: bool
    text: str
    symbol: int


@cache
def library() -> ctypes.CDLL | None:
    """Load libxkbcommon; there is none where Qt brings its keyboards otherwise."""
    try:
        found = ctypes.CDLL(LIBRARY)
    except OSError:
        return None
    for name in ("xkb_context_new", "xkb_keymap_new_from_names", "xkb_state_new"):
        getattr(found, name).restype = ctypes.c_void_p
    found.xkb_state_key_get_one_sym.restype = ctypes.c_uint32
    return found


def typed(text: str, layout: str, *, caps_lock: bool = False) -> tuple[Typed, ...]:
    """Type letters and digits by a US keyboard's keys, where another layout is set."""
    keys = _keys(layout, caps_lock)
    return tuple(keys[sign] for sign in text)


def arrives(text: str, layout: str, *, caps_lock: bool = False) -> str:
    """Give what a text becomes on the way."""
    return "".join(key.text for key in typed(text, layout, caps_lock=caps_lock))


@cache
def _keys(layout: str, caps_lock: bool) -> dict[str, Typed]:
    found = library()
    assert found is not None, f"{LIBRARY} is not here"
    keys = {}
    with _state(found, layout, caps_lock=caps_lock) as state:
        for key, code in _CODES.items():
            keys[key] = _pressed(found, state, code, shift=False)
            if key.isalpha():
                keys[key.upper()] = _pressed(found, state, code, shift=True)
    return keys


@contextmanager
def _state(found: ctypes.CDLL, layout: str, *, caps_lock: bool) -> Iterator[ctypes.c_void_p]:
    context = ctypes.c_void_p(found.xkb_context_new(0))
    names = _Names(b"evdev", b"pc105", layout.encode(), b"", b"")
    keymap = ctypes.c_void_p(found.xkb_keymap_new_from_names(context, ctypes.byref(names), 0))
    assert keymap.value, f"no table for {layout}"
    state = ctypes.c_void_p(found.xkb_state_new(keymap))
    if caps_lock:
        for direction in (1, 0):
            found.xkb_state_update_key(state, 58 + 8, direction)
    yield state
    found.xkb_state_unref(state)
    found.xkb_keymap_unref(keymap)
    found.xkb_context_unref(context)


def _pressed(found: ctypes.CDLL, state: ctypes.c_void_p, code: int, *, shift: bool) -> Typed:
    left_shift = 42 + 8
    if shift:
        found.xkb_state_update_key(state, left_shift, 1)
    text = ctypes.create_string_buffer(_LONGEST_TEXT)
    found.xkb_state_key_get_utf8(state, code, text, _LONGEST_TEXT)
    symbol = found.xkb_state_key_get_one_sym(state, code)
    if shift:
        found.xkb_state_update_key(state, left_shift, 0)
    return Typed(code, shift, text.value.decode(), symbol)

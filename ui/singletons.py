"""Keeps Python's own singletons alive beside Qt for Python, before Python 3.12."""

from __future__ import annotations

import ctypes
import sys

_ENOUGH = 1 << 40
"""At a million calls a second it would last twelve days."""


def keep_singletons() -> None:
    """Let None, True and False outlive what Qt for Python takes of them.

    Each of its calls that returns None (and some that return True) lowers the singleton's
    reference count by one: PySide6 6.12.0 is built as for Python 3.12, where these objects are
    immortal. On 3.11, some three thousand calls end the program: "deallocating None".
    """
    if sys.version_info >= (3, 12):
        return
    for singleton in (None, True, False, NotImplemented):
        # The count is the first field of every object.
        ctypes.c_ssize_t.from_address(id(singleton)).value += _ENOUGH

"""The version of the program, as everything that names it says it."""

from typing import Final

VERSION: Final = "0.1.0"

"""What goes into the installed program, and what of our libraries nobody would ever reach."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeVar

from app.delegates.countries import LANGUAGES

Entry = TypeVar("Entry", bound=tuple[str, ...])

UNUSED_MODULES: Final = (
    *("tkinter", "setuptools", "pip", "pytest", "_pytest", "hypothesis", "mypy", "IPython"),
    *(
        "matplotlib",
        "jinja2",
        "lxml",
        "pygments",
        "rich",
        "readline",
        "pydoc_data",
    ),
    *("PIL.AvifImagePlugin", "PIL._avif", "PIL.WebPImagePlugin", "PIL._webp", "PIL.ImageTk"),
    *("PIL._imagingft", "PIL._imagingcms"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest", "PySide6.QtOpenGL"),
    *("PySide6.QtPdf", "PySide6.QtDBus", "PySide6.QtConcurrent", "PySide6.QtMultimediaWidgets"),
    # Nothing goes over a network that OpenSSL would have to keep to itself, and Python has the
    # sums of files and codes without it.
    *("ssl", "_ssl", "_hashlib"),
    *("sqlalchemy.testing", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle"),
    *("sqlalchemy.dialects.mssql", "ortools.routing", "ortools.scheduling"),
    # A solver inside it, Lingeling, may not be passed on.
    *("pysat", "pysolvers", "pycard", "pyformula"),
    *("lap._lapjvc", "lap._lapjvs", "lap._lapjv_rh"),
    # Of SciPy the sparse matrices alone; all else would bring a second BLAS.
    *(f"scipy.{name}" for name in ("cluster", "constants", "datasets", "differentiate", "fft")),
    *(f"scipy.{name}" for name in ("fftpack", "integrate", "interpolate", "io", "linalg", "misc")),
    *(f"scipy.{name}" for name in ("ndimage", "odr", "optimize", "signal", "spatial", "special")),
    *("scipy.stats", "scipy.sparse.csgraph", "scipy.sparse.linalg"),
)
"""Modules that some library would take along, though nothing of ours comes to them."""

UNSEEN_MODULES: Final = (
    # Time zones: not every machine has its own.
    "tzdata",
    *("pybind11_abseil.status", "ortools.util.python.pybind_solve_interrupter"),
    # SciPy asks NumPy for all of its names, this one among them.
    "numpy.f2py",
    *("ortools.math_opt.solution_pb2", "ortools.math_opt.sparse_containers_pb2"),
)
"""Modules that libraries load from within, which PyInstaller can't see."""

_UNUSED_FILES: Final = (
    # Qt: what is made with QML, other screens than those of desks, rare picture formats.
    r"Qt6?(Quick|Qml|Pdf|MultimediaWidgets|VirtualKeyboard|EglFS|EglFs|Test|OpenGLWidgets|LabsAnimation)",
    r"plugins/(egldeviceintegrations|qmltooling|virtualkeyboard|networkinformation|tls)/",
    r"plugins/platforms/(lib)?q(eglfs|linuxfb|vnc|minimal|vkkhrdisplay)",
    r"plugins/platforminputcontexts/(lib)?qtvirtualkeyboard",
    r"plugins/imageformats/\w*q(tga|tiff|icns|wbmp|webp|pdf)\b",
    r"plugins/generic/",
    # OpenGL for Windows without a driver for it, twenty megabytes; nothing of ours draws by it.
    r"opengl32sw\.dll",
    r"PySide6/.*translations/",
    # What these and the system's own print library need, which is there where they are.
    r"libqgtk3|lib(gtk|gdk|cairo|pango|atk|pixman|epoxy|rsvg)[-_.\w]*\.so",
    r"^lib(cups|avahi|gnutls|nettle|hogweed|p11-kit|idn2|unistring|tasn1|gmp)[-_.\w]*\.so",
    r"^lib(systemd|gcrypt|gpg-error|sqlite3|readline|ncursesw|tinfo)[-_.\w]*\.so",
    r"^lib(pulse|pulsecommon|sndfile|FLAC|vorbis|vorbisenc|ogg|opus|mpg123|mp3lame)[-_.\w]*\.so",
    r"^lib(asyncns|glib|gio|gobject|gmodule|gthread|mount|blkid|selinux|pcre2)[-_.\w]*\.so",
    r"numpy/.*_tests\.",
    r"pillow\.libs/lib(freetype|harfbuzz|brotli\w*|png16|lcms2)-",
    r"^lib(freetype|harfbuzz|brotli\w*|png16|lcms2)-[0-9a-f]{8}\.so",
    r"lib(avif|webp|webpmux|webpdemux|sharpyuv)[-_.\w]*\.so",
    # Faster twins of what is fast enough.
    r"rapidfuzz/.*_avx2",
    # Of SciPy, PyInstaller takes libraries also of modules that are left out.
    r"scipy\.libs/|scipy/(?!sparse/|_lib/|__|version|_distributor|_cyutility)",
    r"scipy/sparse/(linalg|csgraph)/",
    r"lap/_lapjv(c|s|_rh)\.",
    r"/tests?/|\.pyi$|resources/pictures/",
)
_UNUSED: Final = re.compile("|".join(_UNUSED_FILES))
_LOCALE: Final = re.compile(r"babel/locale-data/(?P<language>[a-z]+)")


def wanted(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out files that nobody would ever reach; an entry begins with where it goes."""
    return [entry for entry in entries if is_wanted(entry[0].replace("\\", "/"))]


def is_wanted(path: str) -> bool:
    """Tell whether a file of the program's folder is needed.

    Args:
        path: Relative to that folder, with slashes.
    """
    locale = _LOCALE.search(path)
    if locale is not None:
        return locale["language"] in {"root", *LANGUAGES}
    return _UNUSED.search(path) is None

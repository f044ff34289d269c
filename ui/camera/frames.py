"""A camera's frames as pictures: in grey for reading, in colour for looking at."""

from __future__ import annotations

from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

_Format = QVideoFrameFormat.PixelFormat

# Most cameras send brightness apart from colour. Taking it as it is costs a tenth of what
# Qt needs to make a colour picture on the processor.
_BRIGHTNESS_FIRST = {
    _Format.Format_NV12,
    _Format.Format_NV21,
    _Format.Format_YUV420P,
    _Format.Format_YV12,
    _Format.Format_YUV422P,
    _Format.Format_Y8,
}
_BRIGHTNESS_EVERY_OTHER = {_Format.Format_YUYV: 0, _Format.Format_UYVY: 1}


def grey_of(frame: QVideoFrame) -> Image.Image | None:
    """Give a frame's brightness, one byte a dot; ``None`` for a frame that can't be shown."""
    form = frame.pixelFormat()
    if form in _BRIGHTNESS_FIRST:
        return _plane(frame, "L")
    if form in _BRIGHTNESS_EVERY_OTHER:
        both = _plane(frame, "LA")
        return both and both.getchannel(_BRIGHTNESS_EVERY_OTHER[form])
    shown = frame.toImage()
    if shown.isNull():
        return None
    grey = shown.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (grey.width(), grey.height())
    return Image.frombytes("L", size, bytes(grey.constBits()), "raw", "L", grey.bytesPerLine())


def picture_of(frame: QVideoFrame, size: QSize) -> QImage:
    """Give a frame in colour, as large as fits ``size``."""
    return frame.toImage().scaled(
        size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
    )


def _plane(frame: QVideoFrame, mode: str) -> Image.Image | None:
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        size = (frame.width(), frame.height())
        return Image.frombytes(mode, size, bytes(frame.bits(0)), "raw", mode, frame.bytesPerLine(0))
    finally:
        frame.unmap()

"""Look into a zipped workbook before any parser does.

Every member is really unpacked, piece by piece and thrown away: what the archive says of its
own sizes is not believed. ``zipfile`` reads the directory only, because its own reader stops
at the declared size while the workbook's parser would go on.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from app.delegates.reading.limits import (
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    RATIO_COUNTS_FROM_BYTES,
    Reason,
    Refusal,
)

_PIECE: Final = 256 * 1024
_LOCAL_HEADER: Final = struct.Struct("<4s5H3I2H")
_ENCRYPTED_FLAG: Final = 0x1
_ARCHIVES: Final = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a")
_ARCHIVE_NAMES: Final = (
    *(".zip", ".gz", ".7z", ".rar", ".jar"),
    *(".xlsx", ".xlsm", ".xlsb", ".ods", ".docx", ".pptx"),
)
_XML_NAMES: Final = (".xml", ".rels", ".vml", ".rdf")
_TELLING: Final = MappingProxyType(
    {
        "[content_types].xml": (b"macroenabled", Reason.MACROS),
        "meta-inf/manifest.xml": (b"encryption-data", Reason.ENCRYPTED),
    }
)
"""Members in which a word gives the whole workbook away."""
_OWN_TYPES: Final = (b"<!doctype", b"<!entity")
_OWN_TYPE_REACH: Final = max(map(len, _OWN_TYPES)) - 1
_ODS_TYPES: Final = b"application/vnd.oasis.opendocument.spreadsheet"


def check_archive(data: bytes) -> None:
    """Refuse an archive that is no spreadsheet, or one made to do harm.

    Raises:
        Refusal: With the reason.
    """
    members = _members(data)
    names = {member.filename.replace("\\", "/").lower() for member in members}
    if any(name.endswith("vbaproject.bin") or name.startswith("basic/") for name in names):
        raise Refusal(Reason.MACROS)
    left = MAX_UNPACKED_BYTES
    for member in members:
        left -= _check_member(data, member, left)
    if "xl/workbook.xml" not in names and not _is_ods(data, members):
        raise Refusal(Reason.UNSUPPORTED)


def _members(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as broken:
        raise Refusal(Reason.DAMAGED) from broken
    if len(members) > MAX_MEMBERS:
        raise Refusal(Reason.TOO_MANY_MEMBERS, MAX_MEMBERS)
    return members


def _is_ods(data: bytes, members: list[zipfile.ZipInfo]) -> bool:
    kinds = [member for member in members if member.filename == "mimetype"]
    return bool(kinds) and b"".join(_unpacked(data, kinds[0])).startswith(_ODS_TYPES)


def _check_member(data: bytes, member: zipfile.ZipInfo, left: int) -> int:
    """Unpack one member and give its true size."""
    name = member.filename.lower()
    if name.endswith(_ARCHIVE_NAMES):
        raise Refusal(Reason.NESTED_ARCHIVE)
    size, tail, is_xml = 0, b"", name.endswith(_XML_NAMES)
    for piece in _unpacked(data, member):
        if size == 0:
            is_xml = _check_start(piece, is_xml=is_xml)
        size += len(piece)
        if size > left:
            raise Refusal(Reason.UNPACKS_TOO_LARGE, MAX_UNPACKED_BYTES)
        if size > RATIO_COUNTS_FROM_BYTES and size > MAX_RATIO * max(member.compress_size, 1):
            raise Refusal(Reason.PACKED_TOO_TIGHTLY, MAX_RATIO)
        if is_xml:
            tail = _check_xml(tail + piece)
        word, reason = _TELLING.get(name, (b"", Reason.DAMAGED))
        if word and word in piece.lower():
            raise Refusal(reason)
    return size


def _check_start(piece: bytes, *, is_xml: bool) -> bool:
    """Judge a member by its first bytes; say whether it is XML."""
    if piece.startswith(_ARCHIVES):
        raise Refusal(Reason.NESTED_ARCHIVE)
    is_xml = is_xml or piece.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    # No program writes the XML of a workbook in UTF-16; it would hide a document type.
    if is_xml and b"\0" in piece[:64]:
        raise Refusal(Reason.DAMAGED)
    return is_xml


def _check_xml(text: bytes) -> bytes:
    """Give the end of the text, where a forbidden word may have begun."""
    lowered = text.lower() if b"<!" in text else b""
    if any(own_type in lowered for own_type in _OWN_TYPES):
        raise Refusal(Reason.ENTITIES)
    return text[-_OWN_TYPE_REACH:]


def _unpacked(data: bytes, member: zipfile.ZipInfo) -> Iterator[bytes]:
    packed = _packed(data, member)
    if member.compress_type == zipfile.ZIP_STORED:
        for start in range(0, len(packed), _PIECE):
            yield bytes(packed[start : start + _PIECE])
        return
    if member.compress_type != zipfile.ZIP_DEFLATED:
        raise Refusal(Reason.DAMAGED)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for start in range(0, len(packed), _PIECE):
            waiting: bytes | memoryview = packed[start : start + _PIECE]
            while waiting and not inflater.eof:
                yield inflater.decompress(waiting, _PIECE)
                waiting = inflater.unconsumed_tail
    except zlib.error as broken:
        raise Refusal(Reason.DAMAGED) from broken


def _packed(data: bytes, member: zipfile.ZipInfo) -> memoryview:
    if member.flag_bits & _ENCRYPTED_FLAG:
        raise Refusal(Reason.ENCRYPTED)
    start = member.header_offset
    header = data[start : start + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise Refusal(Reason.DAMAGED)
    *_, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    start += _LOCAL_HEADER.size + name_length + extra_length
    packed = memoryview(data)[start : start + member.compress_size]
    if len(packed) < member.compress_size:
        raise Refusal(Reason.DAMAGED)
    return packed

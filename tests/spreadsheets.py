"""Small workbooks written by hand, so that a test can also write broken ones."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

Rows = Sequence[Sequence[str]]

PEOPLE: Rows = (
    ("Name", "E-mail", "Company", "Country"),
    ("Ada Lovelace", "ada@example.org", "Engine Works", "GB"),
    ("Åsa Ó Súilleabháin", "asa@example.org", "Lough Bio", "Ireland"),
)

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def column_letters(index: int) -> str:
    letters = ""
    while index >= 0:
        letters = chr(65 + index % 26) + letters
        index = index // 26 - 1
    return letters


def text_cell(at: str, xml: str) -> str:
    return f'<c r="{at}" t="inlineStr"><is><t>{xml}</t></is></c>'


def sheet_xml(rows: Rows, dimension: str = "", more: str = "") -> str:
    """A sheet of texts; ``more`` stands behind its last row."""
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = "".join(
            text_cell(f"{column_letters(column)}{number}", escape(text))
            for column, text in enumerate(row)
        )
        lines.append(f'<row r="{number}">{cells}</row>')
    declared = f'<dimension ref="{dimension}"/>' if dimension else ""
    data = "".join(lines) + more
    return f'{_HEAD}<worksheet xmlns="{_MAIN}">{declared}<sheetData>{data}</sheetData></worksheet>'


def xlsx_parts(sheets: Mapping[str, str], content_type: str = _SHEET_TYPE) -> dict[str, str]:
    """The members of a workbook, from its sheets' XML by name."""
    listed, related = "", ""
    parts: dict[str, str] = {}
    for number, (name, xml) in enumerate(sheets.items(), start=1):
        listed += f'<sheet name="{escape(name)}" sheetId="{number}" r:id="r{number}"/>'
        target = f"worksheets/sheet{number}.xml"
        related += f'<Relationship Id="r{number}" Type="{_OFFICE}/worksheet" Target="{target}"/>'
        parts[f"xl/{target}"] = xml
    types = f'<Override PartName="/xl/workbook.xml" ContentType="{content_type}"/>'
    root = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    relations = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": f"{relations}{root}</Relationships>",
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"{relations}{related}</Relationships>",
        **parts,
    }


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def xlsx(rows: Rows = PEOPLE, **more_parts: str | bytes) -> bytes:
    return zipped({**xlsx_parts({"People": sheet_xml(rows)}), **more_parts})


def xlsx_of(sheets: Mapping[str, Rows]) -> bytes:
    return zipped(xlsx_parts({name: sheet_xml(rows) for name, rows in sheets.items()}))


_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text", "manifest")
)


def ods_cell(text: str, repeated: str = "") -> str:
    inner = f"<text:p>{escape(text)}</text:p>"
    return f'<table:table-cell office:value-type="string"{repeated}>{inner}</table:table-cell>'


def ods_of(rows_xml: str, kind: str = _ODS_TYPE) -> bytes:
    content = (
        f'{_HEAD}<office:document-content {_ODS_NAMES} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="People">{rows_xml}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f"{_HEAD}<manifest:manifest {_ODS_NAMES}/>"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def ods(rows: Rows = PEOPLE) -> bytes:
    lines = (f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows)
    return ods_of("".join(lines))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _bof(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _label(row: int, column: int, text: str) -> bytes:
    head = struct.pack("<HHHHB", row, column, 0, len(text), 1)
    return _record(0x0204, head + text.encode("utf-16-le"))


def biff(rows: Rows = PEOPLE, globals_: bytes = b"") -> bytes:
    """A BIFF8 workbook stream with one sheet; ``globals_`` are records before its list."""
    name = "People"
    sheet_name = struct.pack("<HBB", 0, len(name), 0) + name.encode()
    length = 20 + len(globals_) + 4 + 4 + len(sheet_name) + 4
    listed = _record(0x0085, struct.pack("<I", length) + sheet_name)
    cells = b"".join(
        _label(row, column, text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    end = _record(0x000A, b"")
    return _bof(0x0005) + globals_ + listed + end + _bof(0x0010) + cells + end


_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ole(streams: Mapping[str, bytes], storages: Iterable[str] = ()) -> bytes:
    """An OLE container; each stream is padded beyond the size at which the small table is used."""
    sectors: list[bytes] = []
    fat: list[int] = []
    entries = [("Root Entry", 5, _END, 0)]
    for name, body in streams.items():
        padded = body.ljust(4096, b"\0")
        padded += bytes(-len(padded) % 512)
        entries.append((name, 2, len(sectors), len(padded)))
        count = len(padded) // 512
        fat += [*range(len(sectors) + 1, len(sectors) + count), _END]
        sectors += [padded[start : start + 512] for start in range(0, len(padded), 512)]
    entries += [(name, 1, 0, 0) for name in storages]
    directory = b"".join(_entry(place, entry, len(entries)) for place, entry in enumerate(entries))
    directory += bytes(-len(directory) % 512)
    first_directory, count = len(sectors), len(directory) // 512
    fat += [*range(first_directory + 1, first_directory + count), _END, _FAT]
    sectors += [directory[start : start + 512] for start in range(0, len(directory), 512)]
    table = struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat)))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1),
        *(first_directory, 0, 4096, _END, 0, _END, 0),
    )
    allocation = struct.pack("<109I", len(sectors), *[_FREE] * 108)
    return header + allocation + b"".join(sectors) + table


def _entry(place: int, entry: tuple[str, int, int, int], count: int) -> bytes:
    name, kind, start, size = entry
    encoded = name.encode("utf-16-le") + b"\0\0"
    right = place + 1 if 0 < place < count - 1 else _FREE
    child = 1 if place == 0 and count > 1 else _FREE
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        *(encoded, len(encoded), kind, 1, _FREE, right, child, b"", 0, 0, 0, start, size),
    )


def xls(rows: Rows = PEOPLE) -> bytes:
    return ole({"Workbook": biff(rows)})

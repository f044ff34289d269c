"""Hostile workbooks: archives that do harm, and sheets that are too much."""

from __future__ import annotations

import gzip
import io
import random
import struct
import zipfile
from collections.abc import Callable
from functools import partial
from typing import Final

from tests.hostile_making import LIST, MIB, NO_PEOPLE, READS, holds
from tests.spreadsheets import (
    PEOPLE,
    biff,
    column_letters,
    ods,
    ods_cell,
    ods_of,
    ole,
    sheet_xml,
    text_cell,
    xls,
    xlsx,
    xlsx_parts,
    zipped,
)


def _book(**parts: str | bytes) -> bytes:
    return zipped({**xlsx_parts({"People": sheet_xml(PEOPLE)}), **parts})


def _book_of(sheet: str) -> bytes:
    return zipped(xlsx_parts({"People": sheet}))


def _with_type(declared: str) -> bytes:
    return _book_of(sheet_xml(PEOPLE).replace("?>", f"?>{declared}", 1))


def _laughs() -> str:
    levels = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE lolz [<!ENTITY lol0 "lol">{levels}]>'


def _lying_about_sizes() -> bytes:
    """Declare of every member, in both places, that it unpacks to ten bytes."""
    data = bytearray(_book(**{"xl/sharedStrings.xml": b"<sst>" + b" " * (100 * MIB)}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        starts = [member.header_offset for member in archive.infolist()]
    for start in starts:
        data[start + 22 : start + 26] = struct.pack("<I", 10)
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 24 : place + 28] = struct.pack("<I", 10)
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


def _overlapping() -> bytes:
    """Many entries of the directory that all mean one packed member."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/a.bin", bytes(1_900_000))
        first = archive.infolist()[0]
        for number in range(1_000):
            twin = zipfile.ZipInfo(f"xl/a{number}.bin")
            for name in ("compress_type", "compress_size", "file_size", "CRC", "header_offset"):
                setattr(twin, name, getattr(first, name))
            archive.filelist.append(twin)
    return packed.getvalue()


def _many_small() -> bytes:
    return _book(**{f"xl/media/{number}.bin": bytes(1_900_000) for number in range(120)})


def _many_members() -> bytes:
    return _book(**{f"xl/media/{number}": b"x" for number in range(2_001)})


def _split_over_pieces() -> bytes:
    filling = b"<a>" + random.Random(2).randbytes(256 * 1024 - 8).hex().encode()[: 256 * 1024 - 8]
    return _book(**{"custom.xml": filling + b"<!DOCTYPE a [<!ENTITY b 'c'>]></a>"})


def _encrypted_member() -> bytes:
    data = bytearray(xlsx())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        data[place + offset] |= 1
    return bytes(data)


def _unknown_packing() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in xlsx_parts({"People": sheet_xml(PEOPLE)}).items():
            archive.writestr(name, content)
    return packed.getvalue()


def _start_of(write: Callable[[], bytes], length: int) -> bytes:
    return write()[:length]


def _spoilt(place: float) -> bytes:
    data = bytearray(xlsx([*PEOPLE, *[(f"Guest {n}", f"{n}@example.org") for n in range(500)]]))
    start = int(len(data) * place)
    data[start : start + 16] = bytes(16)
    return bytes(data)


ARCHIVES: Final = (
    holds("bomb.xlsx", "packed_too_tightly", lambda: _book(bomb=bytes(150 * MIB))),
    holds("sheet-bomb.xlsx", "packed_too_tightly", lambda: _book_of(" " * (100 * MIB))),
    holds("lying-bomb.xlsx", "packed_too_tightly", _lying_about_sizes),
    holds("many-small-bombs.xlsx", "unpacks_too_large", _many_small),
    holds("overlapping-bomb.xlsx", "unpacks_too_large", _overlapping),
    holds("too-many-members.xlsx", "too_many_members", _many_members),
    holds(
        "nested.xlsx",
        "nested_archive",
        lambda: _book(**{"xl/inner.zip": zipped({"people.csv": LIST})}),
    ),
    holds(
        "nested-hidden.xlsx",
        "nested_archive",
        lambda: _book(**{"xl/a.xml": zipped({"people.csv": LIST})}),
    ),
    holds("nested-gzip.xlsx", "nested_archive", lambda: _book(thing=gzip.compress(LIST))),
    holds("embedded.xlsx", "nested_archive", lambda: _book(**{"xl/embeddings/a.xlsx": xlsx()})),
    holds("laughs.xlsx", "entities", lambda: _with_type(_laughs())),
    holds(
        "outside-entity.xlsx",
        "entities",
        lambda: _with_type('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ),
    holds(
        "outside-type.xlsx",
        "entities",
        lambda: _book(**{"xl/styles.xml": '<!doctype a SYSTEM "http://127.0.0.1:1/x"><a/>'}),
    ),
    holds("entity-without-name.xlsx", "entities", lambda: _book(thing="<a/><!ENTITY b 'c'>")),
    holds("split-entity.xlsx", "entities", _split_over_pieces),
    holds(
        "utf16-entity.xlsx",
        "damaged",
        lambda: _book(**{"xl/a.xml": "<!DOCTYPE a><a/>".encode("utf-16")}),
    ),
    holds("laughs.ods", "entities", lambda: zipped({"content.xml": _laughs(), "mimetype": "x"})),
    holds("macros.xlsm", "macros", xlsx),
    holds("macros.xlsx", "macros", lambda: _book(**{"xl/vbaProject.bin": b"\xd0\xcf"})),
    holds(
        "macros-by-type.xlsx",
        "macros",
        lambda: zipped(
            xlsx_parts(
                {"People": sheet_xml(PEOPLE)},
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            )
        ),
    ),
    holds("macros.ods", "macros", lambda: zipped({"Basic/Standard/a.xml": "<a/>"})),
    holds(
        "macros.xls",
        "macros",
        lambda: ole({"Workbook": biff()}, storages=["_VBA_PROJECT_CUR"]),
    ),
    holds("encrypted-member.xlsx", "encrypted", _encrypted_member),
    holds(
        "encrypted.xlsx",
        "encrypted",
        lambda: ole({"EncryptionInfo": b"x", "EncryptedPackage": bytes(5000)}),
    ),
    holds(
        "encrypted.xls",
        "encrypted",
        lambda: ole({"Workbook": biff(globals_=struct.pack("<HHHI", 0x2F, 6, 1, 7))}),
    ),
    holds(
        "encrypted.ods",
        "encrypted",
        lambda: zipped({"META-INF/manifest.xml": "<a><manifest:encryption-data/></a>"}),
    ),
    holds("unknown-packing.xlsx", "damaged", _unknown_packing),
    holds("only-a-start.xlsx", "damaged", lambda: b"PK\x03\x04"),
    holds("only-a-start.xls", "damaged", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    holds("noise.xlsx", "damaged", lambda: b"PK\x03\x04" + random.Random(3).randbytes(50_000)),
    holds(
        "noise.xls",
        "damaged",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(4).randbytes(50_000),
    ),
    holds("spoilt.xlsx", "damaged", lambda: _spoilt(0.5)),
    holds("spoilt-directory.xlsx", "damaged", lambda: _spoilt(0.98)),
    holds("upward-member.xlsx", READS, lambda: _book(**{"../../../evil.txt": b"x"})),
    holds("device-member.xlsx", READS, lambda: _book(**{"CON": b"x", "C:\\evil": b"x"})),
    *(
        holds(f"truncated-{part:02}.xlsx", "damaged", partial(_start_of, xlsx, 80 * part))
        for part in range(1, 16)
    ),
    *(
        holds(f"truncated-{part:02}.ods", "damaged", partial(_start_of, ods, 150 * part))
        for part in range(1, 6)
    ),
    *(
        holds(f"truncated-{part:02}.xls", "damaged", partial(_start_of, xls, 500 * part))
        for part in range(1, 6)
    ),
)


def _far(at: str, row: int) -> bytes:
    return _book_of(sheet_xml(PEOPLE, more=f'<row r="{row}">{text_cell(at, "x")}</row>'))


def _much_shared() -> bytes:
    """A workbook whose sheets point 600,000 times at one text of 32,000 letters."""
    text = random.Random(5).randbytes(16_000).hex()
    cells = "".join(
        f'<row r="{row}">'
        + "".join(
            f'<c r="{column_letters(column)}{row}" t="s"><v>0</v></c>' for column in range(30)
        )
        + "</row>"
        for row in range(1, 20_001)
    )
    parts = xlsx_parts({"People": sheet_xml([], more=cells)})
    related = parts["xl/_rels/workbook.xml.rels"]
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    parts["xl/_rels/workbook.xml.rels"] = related.replace(
        "</Relationships>",
        f'<Relationship Id="s" Type="{kind}" Target="sharedStrings.xml"/></Relationships>',
    )
    return zipped({**parts, "xl/sharedStrings.xml": f"<sst><si><t>{text}</t></si></sst>"})


def _ods_repeated(rows: int, columns: int) -> bytes:
    cell = ods_cell("x", f' table:number-columns-repeated="{columns}"')
    header = "".join(map(ods_cell, PEOPLE[0]))
    return ods_of(
        f"<table:table-row>{header}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    )


def _long_cell_in_a_book() -> bytes:
    return xlsx([*PEOPLE, ("Ben", random.Random(6).randbytes(5 * MIB).hex())])


SHEETS: Final = (
    holds("dimension.xlsx", READS, lambda: _book_of(sheet_xml(PEOPLE, "A1:XFD1048576"))),
    holds("far-cell.xlsx", "too_heavy", lambda: _far("XFD1048576", 1_048_576)),
    holds("far-column.xlsx", "too_many_columns", lambda: _far("XFD9", 9)),
    holds("far-row.xlsx", READS, lambda: _far("A1048576", 1_048_576)),
    holds("wide-and-deep.xlsx", "too_heavy", lambda: _far("AAA1048576", 1_048_576)),
    holds("beyond-the-grid.xlsx", "damaged", lambda: _far("ZZZZZZZZ99999999999", 9)),
    holds(
        "too-many-rows.xlsx",
        "too_many_rows",
        lambda: xlsx([*PEOPLE, *[(f"Guest {n}", f"{n}@x.org") for n in range(20_001)]]),
    ),
    holds("too-wide.xlsx", "too_many_columns", lambda: xlsx([*PEOPLE, ["x"] * 201])),
    holds("long-cell.xlsx", "cell_too_long", _long_cell_in_a_book),
    holds("much-shared.xlsx", "too_heavy", _much_shared),
    holds("not-closed.xlsx", "damaged", lambda: _book_of(sheet_xml(PEOPLE)[:-60])),
    holds("nested-tags.xlsx", "empty", lambda: _book_of("<a>" * 500_000)),
    holds("no-sheets.xlsx", "empty", lambda: zipped(xlsx_parts({}))),
    holds("blank-sheet.xlsx", "empty", lambda: xlsx([])),
    holds("header-only.xlsx", "no_rows", lambda: xlsx(PEOPLE[:1])),
    holds("header-only.ods", "no_rows", lambda: ods(PEOPLE[:1])),
    holds("header-only.xls", "no_rows", lambda: xls(PEOPLE[:1])),
    holds("no-people.xlsx", NO_PEOPLE, lambda: xlsx([("Room", "Seats"), ("A1", "40")])),
    holds("repeated.ods", "damaged", lambda: _ods_repeated(1_048_576, 16_384)),
    holds("repeated-rows.ods", "too_heavy", lambda: _ods_repeated(1_048_576, 4)),
    holds("repeated-columns.ods", "too_many_columns", lambda: _ods_repeated(2, 16_384)),
    holds("repeated-without-end.ods", "damaged", lambda: _ods_repeated(10**30, 4)),
    holds("nul.xls", READS, lambda: xls([*PEOPLE, ("Ben\0Gurion", "b@x.org")])),
)

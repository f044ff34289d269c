"""Hostile text files, and things that are no table at all."""

from __future__ import annotations

import csv
import gzip
import io
import random
from typing import Final

from tests.hostile_making import ADA, HEADER, LIST, MIB, NO_PEOPLE, READS, holds
from tests.spreadsheets import (
    ods,
    ods_of,
    xls,
    xlsx,
    zipped,
)


def _utf16_with_half_a_pair() -> bytes:
    return b"\xff\xfe" + LIST.decode().encode("utf-16-le") + b"\x00\xd8A\x00"


def _one_cell(quote: bytes, filling: bytes) -> bytes:
    cell = quote + filling * (10 * MIB // len(filling)) + quote
    return HEADER + b"Ada," + cell + b",Engine Works\n"


def _quote_that_swallows_the_rest() -> bytes:
    return HEADER + b'"Ada Lovelace,ada@example.org,Engine Works\n' + ADA * 5_000


def _formulas() -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("Name", "E-mail", "Company"))
    for formula in ("=cmd|'/c calc'!A1", "@SUM(1)", "+1+1", "-2+3", '=HYPERLINK("http://x","y")'):
        writer.writerow((f"Ada {formula}", "ada@example.org", formula))
    return text.getvalue().encode()


TEXTS: Final = (
    holds("empty.csv", "empty", bytes),
    holds("blanks.csv", "empty", lambda: b" \r\n\t\n" * 100),
    holds("only-a-mark.csv", "empty", lambda: b"\xef\xbb\xbf"),
    holds("only-a-mark-16.csv", "empty", lambda: b"\xff\xfe"),
    holds("zeros.csv", "empty", lambda: bytes(100_000)),
    holds("separators.csv", NO_PEOPLE, lambda: b";;;;\n" * 50_000),
    holds("header-only.csv", "no_rows", lambda: HEADER),
    holds("header-only-no-end.csv", "no_rows", lambda: LIST[:19]),
    holds("nul.csv", "binary", lambda: LIST + b"Ben\0,ben@example.org,X\n"),
    holds("late-nul.csv", "binary", lambda: LIST + ADA * 500 + b"B\0,b@example.org,X\n"),
    holds("all-bytes.csv", "binary", lambda: bytes(range(256)) * 100),
    holds("noise.csv", "binary", lambda: random.Random(1).randbytes(200_000)),
    holds("damaged-utf8.csv", "damaged_text", lambda: LIST + "Łódź,ż@x.org,Ś".encode() + b"\xff"),
    holds("cut-letter.csv", "damaged_text", lambda: HEADER + "Jürgen,j@x.org,Zoë".encode()[:-1]),
    holds("odd-utf16.csv", "damaged_text", lambda: LIST.decode().encode("utf-16")[:-1]),
    holds("half-a-pair.csv", "damaged_text", _utf16_with_half_a_pair),
    holds("no-encoding.csv", "damaged_text", lambda: LIST + b"J\x81rgen,j@example.org,\x9d\n"),
    holds("ends-in-a-quote.csv", "truncated", lambda: LIST + b'"Ben Gu'),
    holds("long-cell.csv", "cell_too_long", lambda: _one_cell(b"", b"x")),
    holds("long-quoted-cell.csv", "cell_too_long", lambda: _one_cell(b'"', b"x")),
    holds("long-cell-of-lines.csv", "cell_too_long", lambda: _one_cell(b'"', b"x" * 63 + b"\n")),
    holds("long-cell-of-blanks.csv", "cell_too_long", lambda: _one_cell(b'"', b" ")),
    holds("long-header.csv", "cell_too_long", lambda: b"Name,E-mail" * (2 * MIB) + b"\n" + ADA),
    holds("swallowing-quote.csv", "cell_too_long", _quote_that_swallows_the_rest),
    holds("cells-without-end.csv", "cell_too_long", lambda: LIST + b"a," * (12 * MIB)),
    holds("pairs-without-end.csv", "cell_too_long", lambda: LIST + b"ab," * (8 * MIB)),
    holds("rows-in-a-row.csv", "cell_too_long", lambda: LIST + b'ab,cd,"\n",' * (MIB // 2)),
    holds("too-many-rows.csv", "too_many_rows", lambda: HEADER + ADA * 20_001),
    holds("too-many-lines.csv", "too_many_rows", lambda: LIST + b";\n" * (12 * MIB)),
    holds("blank-lines.csv", "too_many_rows", lambda: LIST + b"\n" * (24 * MIB) + ADA),
    holds("too-wide.csv", "too_many_columns", lambda: LIST + b"x," * 201 + b"x\n"),
    holds("too-large.csv", "too_large", lambda: LIST + bytes(25 * MIB)),
    holds("prose.txt", NO_PEOPLE, lambda: b"Dear all,\nplease find the list below.\n" * 50),
    holds("json.csv", NO_PEOPLE, lambda: b'[{"a": 1, "b": [2, 3]},\n{"a": 4}]\n'),
    holds("no-people.csv", NO_PEOPLE, lambda: b"Room,Seats\nA1,40\nA2,60\n"),
    holds("formulas.csv", READS, _formulas),
    holds("bidi.csv", READS, lambda: LIST + "\u202eneB\u0007\u200b,b@x.org,\ufeffX\n".encode()),
    holds("markup.csv", READS, lambda: LIST + b"<img src=file:///etc/passwd>,i@x.org,</b>\n"),
    holds("sql.csv", READS, lambda: LIST + b"Robert'); DROP TABLE delegate;--,r@x.org,X\n"),
    holds("ragged.csv", READS, lambda: LIST + b"Ben\nCleo,c@x.org,X,,,,,\nDov,d@x.org,X,Y,Z\n"),
    holds("brackets.csv", READS, lambda: b"Name,Sectors\nAda," + b"(" * 30_000 + b"\n"),
)


def _plain_zip() -> bytes:
    return zipped({"people.csv": LIST})


def _word_document() -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>"})


OTHERS: Final = (
    holds("a.pdf", "unsupported", lambda: b"%PDF-1.7\n" + LIST),
    holds("pdf.csv", "unsupported", lambda: b"%PDF-1.7\n" + LIST),
    holds("png.xlsx", "unsupported", lambda: b"\x89PNG\r\n\x1a\n" + bytes(1000)),
    holds("page.xls", "unsupported", lambda: b"<html><table><tr><td>Name</td></tr></table>"),
    holds("page-16.csv", "unsupported", lambda: "<!DOCTYPE html><html>".encode("utf-16")),
    holds("page.csv", "unsupported", lambda: b"\xef\xbb\xbf\n  <!doctype html>"),
    holds("xml.csv", "unsupported", lambda: b"<?xml version='1.0'?><people/>"),
    holds("packed.csv", "unsupported", lambda: gzip.compress(LIST)),
    holds("database.csv", "unsupported", lambda: b"SQLite format 3\0" + bytes(4096)),
    holds("program.csv", "unsupported", lambda: b"MZ" + bytes(4096)),
    holds("archive.xlsx", "unsupported", _plain_zip),
    holds("letter.xlsx", "unsupported", _word_document),
    holds(
        "letter.ods",
        "unsupported",
        lambda: ods_of("", "application/vnd.oasis.opendocument.text"),
    ),
    holds("nothing-packed.xlsx", "unsupported", lambda: zipped({})),
    holds("csv.xlsx", READS, lambda: LIST),
    holds("csv.xls", READS, lambda: LIST),
    holds("xlsx.csv", READS, xlsx),
    holds("xls.csv", READS, xls),
    holds("ods.xlsx", READS, ods),
    holds("xlsx.txt", READS, xlsx),
)

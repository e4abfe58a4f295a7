"""Read tables of any size: one record in memory at a time, in UTF-8."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import IO

from claims.errors import InputError
from claims.reading.decoding import MAX_FILE_BYTES
from claims.reading.fields import Input
from claims.reading.records import Read, csv_articles, line_articles

STREAMED = (".jsonl", ".ndjson", ".csv")
"""Kinds that are streamed where they are larger than a file that is read at once."""


def stream_table(input_: Input, suffix: str, file: IO[bytes]) -> Iterator[Read]:
    """Read JSON lines or CSV from the start of a file; a damaged line is an error and the next is read."""
    file.seek(0)
    if suffix != ".csv":
        yield from line_articles(input_, _lines(input_, file))
        return
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    try:
        yield from csv_articles(input_, text)
    except UnicodeDecodeError as error:
        raise InputError(f"{input_.name} is not in UTF-8; a table of this size has to be, save it as UTF-8.") from error
    finally:
        text.detach()


def _lines(input_: Input, file: IO[bytes]) -> Iterator[str]:
    number = 0
    while line := file.readline(MAX_FILE_BYTES):
        number += 1
        if len(line) == MAX_FILE_BYTES:
            raise InputError(f"{input_.name}, line {number}, is longer than a record may be; split the file.")
        # A line that is not UTF-8 is no JSON, and named as such.
        yield line.removeprefix(codecs.BOM_UTF8 if number == 1 else b"").decode("utf-8", "surrogateescape")

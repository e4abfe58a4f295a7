"""Read the JSONL files that are measured on, gzip or not."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO, cast

from claims.errors import InputError

Row = dict[str, Any]
GZIP_MAGIC = b"\x1f\x8b"


def read_rows(path: str | Path, fields: Sequence[str] = ()) -> Iterator[Row]:
    """Yield the objects of a JSONL file.

    Raises InputError at the first line that is not an object with all `fields`.
    """
    for row in scan_rows(path, fields):
        if isinstance(row, InputError):
            raise row
        yield row


def scan_rows(path: str | Path, fields: Sequence[str] = ()) -> Iterator[Row | InputError]:
    """Yield the objects of a JSONL file, and in place of a bad line the error that says what is wrong.

    "-" is standard input. A file that cannot be opened or unpacked gives one error and ends.
    """
    try:
        with _opened(path) as stream:
            for number, line in enumerate(_unpacked(stream), start=1):
                if line.strip():
                    yield _parse(line, f"Line {number} of {path}", fields)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield InputError(f"{path} could not be read ({reason}); check the name and that the file is whole.")


def _opened(path: str | Path) -> AbstractContextManager[BinaryIO]:
    if str(path) == "-":
        return nullcontext(sys.stdin.buffer)
    return Path(path).open("rb")


def _unpacked(stream: BinaryIO) -> BinaryIO:
    buffered = io.BufferedReader(cast(io.RawIOBase, stream))
    if buffered.peek(2).startswith(GZIP_MAGIC):
        return cast(BinaryIO, gzip.GzipFile(fileobj=buffered))
    return cast(BinaryIO, buffered)


def _parse(line: bytes, where: str, fields: Sequence[str]) -> Row | InputError:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return InputError(f"{where} is not JSON in UTF-8; write one object a line.")
    if not isinstance(row, dict):
        return InputError(f"{where} is not a JSON object; write one object a line.")
    missing = [name for name in fields if name not in row]
    if missing:
        return InputError(f"{where} has no field “{missing[0]}”; add it.")
    return row

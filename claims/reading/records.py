"""Read tables and lists of articles: JSON, JSON lines and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from claims.errors import InputError
from claims.reading.decoding import MAX_FILE_BYTES, decode_text
from claims.reading.fields import Input, article_of
from claims.types import Article

Read = Article | InputError
_DELIMITERS = ",;\t"


def read_json(input_: Input, data: bytes) -> Iterator[Read]:
    """Read one object, or a list of them; a file of JSON lines under this name is read line by line."""
    yield from json_articles(input_, decode_text(input_.name, data))


def read_json_lines(input_: Input, data: bytes) -> Iterator[Read]:
    """Read one object a line; a bad line is an error and the next is read."""
    yield from line_articles(input_, decode_text(input_.name, data).split("\n"))


def json_articles(input_: Input, text: str) -> Iterator[Read]:
    """Read the articles of a JSON text."""
    try:
        loaded = _loads(input_.name, text)
    except InputError:
        if not begins_with_object(text):
            raise
        yield from line_articles(input_, text.split("\n"))
        return
    items = loaded if isinstance(loaded, list) else [loaded]
    if not items:
        raise InputError(f"{input_.name} is an empty list; give at least one article.")
    for number, item in enumerate(items, 1):
        place = f"{input_.name}, item {number}," if isinstance(loaded, list) else input_.name
        yield _attempt(input_, place, item)


def line_articles(input_: Input, lines: Iterable[str]) -> Iterator[Read]:
    """Read the articles of JSON lines."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{input_.name}, line {number},"
        try:
            item = _loads(place, line)
        except InputError as error:
            yield error
        else:
            yield _attempt(input_, place, item)


def begins_with_object(text: str) -> bool:
    """Tell whether the first line that is not blank is a JSON object by itself."""
    first = text.lstrip().split("\n", 1)[0]
    if not first.startswith("{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def is_json(text: str) -> bool:
    """Tell whether a text means to be JSON: it opens an object, or it is a list."""
    opening = text.lstrip()[:1]
    if opening != "[":
        return opening == "{"
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _attempt(input_: Input, place: str, item: object) -> Read:
    if not isinstance(item, dict):
        return InputError(f'{place} is not a JSON object; write it as {{"text": "…"}}.')
    try:
        return article_of(input_, place, item)
    except InputError as error:
        return error


def _loads(place: str, text: str) -> object:
    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        fields = dict(pairs)
        if len(fields) < len(pairs):
            raise InputError(f"{place} has a field twice; keep one of the two.")
        return fields

    try:
        return json.loads(text, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        at = f" (line {error.lineno})" if error.lineno > 1 else ""
        raise InputError(f"{place} is not valid JSON{at}; correct it or leave it out.") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place} holds JSON that is nested too deeply or numbers too long; leave it out.") from error


def read_csv(input_: Input, data: bytes) -> Iterator[Read]:
    """Read one article a row; the first row names the fields, commas, semicolons or tabs part them."""
    yield from csv_articles(input_, io.StringIO(decode_text(input_.name, data), newline=""))


def csv_articles(input_: Input, text: TextIO) -> Iterator[Read]:
    """Read the articles of a table from its beginning."""
    csv.field_size_limit(MAX_FILE_BYTES)
    opening = text.readline()
    while opening and not opening.strip():
        opening = text.readline()
    text.seek(0)
    rows = csv.reader(text, delimiter=max(_DELIMITERS, key=opening.count), strict=True)
    found = 0
    try:
        header = [cell.strip().lower() for cell in next(rows, [])]
        _check_header(input_.name, header)
        line = rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                found += 1
                yield _row_article(input_, f"{input_.name}, line {line},", header, row)
            line = rows.line_num + 1
    except csv.Error as error:
        raise InputError(
            f"{input_.name} is broken at line {rows.line_num} ({error}); mend its quotation marks."
        ) from error
    if not found:
        raise InputError(f"{input_.name} has a header but no rows; give at least one article.")


def _check_header(name: str, header: Iterable[str]) -> None:
    fields = list(header)
    if "text" not in fields:
        raise InputError(f'{name} has no column "text"; name the columns url, outlet, title, text, published.')
    twice = sorted({field for field in fields if field and fields.count(field) > 1})
    if twice:
        raise InputError(f'{name} has the column "{twice[0]}" twice; keep one of the two.')


def _row_article(input_: Input, place: str, header: list[str], row: list[str]) -> Read:
    if len(row) > len(header):
        return InputError(f"{place} has more cells than the header; put quotation marks around cells with commas.")
    fields: Mapping[str, object] = dict(zip(header, row, strict=False))
    return _attempt(input_, place, fields)

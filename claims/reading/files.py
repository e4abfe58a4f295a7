"""Find the inputs that a user names (files, folders, standard input) and read each by its kind."""

from __future__ import annotations

import glob
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from stat import S_ISDIR
from typing import IO

from claims.errors import InputError
from claims.reading.archives import read_gzip, read_warc, read_zip
from claims.reading.decoding import MAX_FILE_BYTES, check_length, check_size, decode_text
from claims.reading.fields import Input, storable
from claims.reading.languages import check_english
from claims.reading.plain import read_markdown, read_text
from claims.reading.records import (
    Read,
    begins_with_object,
    is_json,
    json_articles,
    line_articles,
    read_csv,
    read_json,
    read_json_lines,
)
from claims.reading.streams import STREAMED, stream_table
from claims.reading.web import read_page
from claims.types import Article

STANDARD_INPUT = "-"
MAX_NAME_CHARACTERS = 300

_READERS: dict[str, Callable[[Input, bytes], Iterator[Read]]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_csv,
}
SUFFIXES: tuple[str, ...] = (*_READERS, ".gz", ".zip", ".warc")
"""Kinds of files that are read, in lower case."""


def read_articles(paths: Iterable[str | Path], *, published_on: date | None = None) -> Iterator[Read]:
    """Read files, folders (recursive, sorted) and standard input ("-"); errors are yielded, the rest goes on.

    `published_on` fills in where an input states no day.
    """
    for path in [paths] if isinstance(paths, str | Path) else paths:
        if str(path) == STANDARD_INPUT:
            yield from _caught(_standard_input(Input("standard input", None, published_on)))
        else:
            yield from _path_articles(Path(path), published_on)


def read_bytes(name: str, data: bytes, *, published_on: date | None = None) -> Iterator[Read]:
    """Read the content of a file, its kind told by the name's suffix; errors are yielded."""
    yield from _caught(_opened(Input(name, name, published_on), name, io.BytesIO(data)))


def read_pasted(
    text: str,
    *,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    published_on: date | None = None,
) -> Article:
    """Make an article of pasted text; raises InputError when it is empty or too long."""
    if not text.strip():
        raise InputError("The pasted text is empty; paste the article's text.")
    check_length("The pasted text", text)
    check_english("The pasted text", text)
    stated = [storable(value).strip() or None if value else None for value in (url, outlet, title)]
    return Article.of(storable(text), url=stated[0], outlet=stated[1], title=stated[2], published_on=published_on)


def _caught(articles: Iterator[Read]) -> Iterator[Read]:
    try:
        yield from articles
    except InputError as error:
        yield error


def _path_articles(path: Path, published_on: date | None) -> Iterator[Read]:
    if glob.has_magic(str(path)) and not path.exists():
        yield from _pattern_articles(str(path), published_on)
        return
    try:
        is_folder = S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        yield _unreadable(_shown(path), error)
        return
    for entry in _folder_files(path) if is_folder else (path,):
        if isinstance(entry, InputError):
            yield entry
        else:
            yield from _caught(_file_articles(entry, published_on))


def _pattern_articles(pattern: str, published_on: date | None) -> Iterator[Read]:
    """Read what a pattern stands for that the shell left as it was."""
    found = sorted(glob.glob(pattern, recursive=True))
    if not found:
        yield InputError(f"{pattern} fits no file; check the pattern.")
    for name in found:
        yield from _path_articles(Path(name), published_on)


def _folder_files(folder: Path) -> Iterator[Path | InputError]:
    """Yield the readable files below a folder, sorted; linked folders and hidden names are left out."""
    errors: list[OSError] = []
    found = False
    for place, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                found = True
                yield Path(place, name)
    for error in errors:
        yield _unreadable(_shown(Path(str(error.filename))), error)
    if not found and not errors:
        yield InputError(f"{_shown(folder)} is a folder without articles; it needs files of {', '.join(SUFFIXES)}.")


def _file_articles(path: Path, published_on: date | None) -> Iterator[Read]:
    name = _shown(path)
    try:
        with path.open("rb") as file:
            yield from _opened(Input(name, name, published_on), name, file)
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error


def _opened(input_: Input, name: str, file: IO[bytes]) -> Iterator[Read]:
    """Read an open file by its name: an archive by what is inside, a large table record by record."""
    suffix = Path(name).suffix.lower()
    if name.lower().endswith((".warc", ".warc.gz")):
        yield from read_warc(input_, file, read_page)
    elif suffix == ".gz":
        yield from read_gzip(input_, name, file, _opened)
    elif suffix == ".zip":
        yield from read_zip(input_, file, _opened)
    else:
        data = file.read(MAX_FILE_BYTES)
        if suffix in STREAMED and len(data) == MAX_FILE_BYTES:
            yield from stream_table(input_, suffix, file)
        else:
            yield from _content(input_, data, name)


def _content(input_: Input, data: bytes, name: str) -> Iterator[Read]:
    suffix = Path(name).suffix.lower()
    reader = _READERS.get(suffix) if suffix else read_text
    if reader is None:
        raise InputError(f"{input_.name} is of a kind that is not read ({suffix}); give one of {', '.join(SUFFIXES)}.")
    check_size(input_.name, data)
    yield from reader(input_, data)


def _standard_input(input_: Input) -> Iterator[Read]:
    data = sys.stdin.buffer.read(MAX_FILE_BYTES)
    check_size(input_.name, data)
    text = decode_text(input_.name, data)
    start = text.lstrip()[:200].lower()
    if start.startswith(("<!doctype html", "<html")):
        yield from read_page(input_, data)
    elif begins_with_object(text):
        yield from line_articles(input_, text.split("\n"))
    elif is_json(text):
        yield from json_articles(input_, text)
    else:
        yield from read_text(input_, data)


def _shown(path: Path) -> str:
    return os.fsencode(path).decode("utf-8", "replace")


_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (FileNotFoundError, "does not exist; check the name"),
    (PermissionError, "may not be read; give yourself permission to read it"),
)


def _unreadable(name: str, error: Exception) -> InputError:
    name = name.replace("\x00", "\ufffd")[:MAX_NAME_CHARACTERS]
    for kind, reason in _REASONS:
        if isinstance(error, kind):
            return InputError(f"{name} {reason}.")
    why = getattr(error, "strerror", None) or error
    return InputError(f"{name} cannot be read ({why}); check the name and the disk.")

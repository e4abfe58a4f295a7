"""Read articles out of gzip, ZIP and WARC archives; nothing is written to the disk and nothing inside is followed."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO

from claims.errors import InputError
from claims.reading.decoding import MAX_FILE_BYTES
from claims.reading.fields import Input
from claims.reading.records import Read
from claims.types import Article

Opener = Callable[[Input, str, IO[bytes]], Iterator[Read]]
"""Reads what is inside by its name."""
MOST_ENTRIES = 10_000
MOST_RATIO = 200
"""Times that an entry may grow when it is unpacked; prose grows three or four times."""
ARCHIVES = (".zip", ".gz", ".warc")


def read_gzip(input_: Input, name: str, file: IO[bytes], inside: Opener) -> Iterator[Read]:
    """Read the one file that a gzip holds."""
    own = name[: -len(".gz")]
    if PurePosixPath(own).suffix.lower() in ARCHIVES:
        raise InputError(f"{input_.name} is an archive inside an archive; unpack it first.")
    try:
        with gzip.GzipFile(fileobj=file) as unpacked:
            yield from inside(input_, own, unpacked)  # type: ignore[arg-type]
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{input_.name} is a damaged gzip file; fetch or pack it again.") from error


def read_zip(input_: Input, file: IO[bytes], inside: Opener) -> Iterator[Read]:
    """Read the entries of a ZIP in their order; one that cannot be read is an error and the next is read."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MOST_ENTRIES:
                raise InputError(f"{input_.name} holds more than {MOST_ENTRIES:,} files; split it.")
            for entry in entries:
                if not PurePosixPath(entry.filename).name.startswith("."):
                    yield from _entry(input_, archive, entry, inside)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise InputError(f"{input_.name} is a damaged ZIP file; fetch or pack it again.") from error


def _entry(input_: Input, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, inside: Opener) -> Iterator[Read]:
    name = f"{input_.name}/{entry.filename}"
    own = Input(name, name, input_.published_on)
    try:
        if entry.flag_bits & 1:
            raise InputError(f"{name} is encrypted; unpack it first.")
        if PurePosixPath(entry.filename).suffix.lower() in ARCHIVES:
            raise InputError(f"{name} is an archive inside an archive; unpack it first.")
        if entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            raise InputError(f"{name} grows more than {MOST_RATIO} times when it is unpacked; leave it out.")
        with archive.open(entry) as unpacked:
            # What is declared may be wrong: no more than a file may have is ever unpacked.
            data = unpacked.read(MAX_FILE_BYTES)
        yield from inside(own, entry.filename, io.BytesIO(data))
    except InputError as error:
        yield error


def read_warc(input_: Input, file: IO[bytes], page: Callable[[Input, bytes], Iterator[Article]]) -> Iterator[Read]:
    """Read the pages of a web archive one after another, each with the address and day of its record."""
    from fastwarc.stream_io import StreamError
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    found = False
    try:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response):
            found = True
            url = record.headers.get("WARC-Target-URI") or ""
            kind = (record.http_content_type or "").lower()
            if kind in ("text/html", "application/xhtml+xml"):
                yield from _page(
                    Input(f"{input_.name}, {url},", input_.name), url, record.reader.read(MAX_FILE_BYTES), page
                )
    except (StreamError, ValueError, OSError) as error:
        raise InputError(f"{input_.name} is a damaged web archive from here on; fetch it again.") from error
    if not found:
        raise InputError(f"{input_.name} holds no pages; give a WARC file with responses.")


def _page(own: Input, url: str, data: bytes, page: Callable[[Input, bytes], Iterator[Article]]) -> Iterator[Read]:
    try:
        for article in page(own, data):
            yield Article.of(
                article.text,
                path=article.path,
                url=article.url or url or None,
                outlet=article.outlet,
                title=article.title,
                published_on=article.published_on,
            )
    except InputError as error:
        yield error

"""Take in what a server sends, no more of it than the limits allow."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator

from claims.errors import InputError

GZIP = b"\x1f\x8b"
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_GZIP_WINDOW = zlib.MAX_WBITS | 16


def counted(chunks: Iterable[bytes], limit: int, name: str) -> Iterator[bytes]:
    """Pass on what comes until it is more than `limit` bytes."""
    taken = 0
    for chunk in chunks:
        taken += len(chunk)
        if taken > limit:
            raise too_large(name, limit)
        yield chunk


def inflated(chunks: Iterable[bytes], limit: int, name: str) -> bytes:
    """Return gzip data unpacked; it is never unpacked further than one byte beyond `limit`."""
    output, gzip = bytearray(), zlib.decompressobj(_GZIP_WINDOW)
    try:
        for chunk in chunks:
            while chunk := chunk.lstrip(b"\0") if gzip.eof else chunk:  # zeros may stand between parts and at the end
                if gzip.eof:
                    gzip = zlib.decompressobj(_GZIP_WINDOW)
                output += gzip.decompress(chunk, limit + 1 - len(output))
                if len(output) > limit:
                    raise too_large(name, limit)
                chunk = gzip.unused_data if gzip.eof else gzip.unconsumed_tail
    except zlib.error as error:
        raise InputError(f"{name} came in damaged (gzip); try again later.") from error
    if output and not gzip.eof:
        raise InputError(f"{name} came in cut short (gzip); try again later.")
    return bytes(output)


def too_large(name: str, limit: int) -> InputError:
    """Return the error of an answer over `limit` bytes."""
    return InputError(f"{name} is too large (the limit is {limit / 1_000_000:g} MB); save its text as a file.")


def kind_of(content_type: str) -> str:
    """Return the kind that a Content-Type header names, without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def as_utf8(data: bytes, content_type: str) -> bytes:
    """Return text as UTF-8 with a mark when the header names its encoding rightly, else as it came."""
    match = _CHARSET.search(content_type)
    if match is None or data.startswith((b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")):
        return data
    encoding = "cp1252" if match[1].lower() in ("iso-8859-1", "latin1", "us-ascii") else match[1]
    try:
        return data.decode(encoding).encode("utf-8-sig")
    except (LookupError, UnicodeError, ValueError):
        return data

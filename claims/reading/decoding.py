"""Turn the bytes of an input into text, or say why they are none."""

from __future__ import annotations

import codecs
import re

from claims.errors import InputError

MAX_FILE_BYTES = 50_000_000
"""A file of this size or more is refused unread."""
MAX_TEXT_CHARACTERS = 1_000_000
"""A longer text is no article; it is also where spaCy stops (`Language.max_length`)."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\x7fELF",
    b"SQLite format 3",
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ACCENTS_IN_A_ROW = re.compile(rb"[\xc0-\xff]{3}")
_HIGH = re.compile(rb"[\x80-\xff]+")
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_SAMPLE_BYTES = 65_536
_HEAD_BYTES = 4_096
_BINARY_SHARE = 0.01
"""Text has next to no control characters; arbitrary bytes have a tenth of them."""
_WESTERN_SHARE = 0.2
"""French has about 0.09 of its bytes above 127 and a short quoted phrase twice that; other alphabets most."""
_DAMAGED_SHARE = 0.1
_LEAST_COHERENCE = 0.4
"""charset-normalizer's figure: 0.45 to 0.64 for sentences in five languages, at most 0.1 for junk."""


def decode_text(name: str, data: bytes, *, declares_encoding: bool = False) -> str:
    """Return the text of `data` without a byte order mark, its line ends untouched.

    `declares_encoding` lets the head of the input (of a web page) name its encoding. Raises InputError for
    empty, binary and undecodable input.
    """
    if not data.strip():
        raise InputError(f"{name} is empty; give an input with text in it.")
    text = _from_mark(data)
    if text is None:
        _refuse_binary(name, data)
        text = (_declared(data) if declares_encoding else None) or _guess(name, data)
    if not text.strip():
        raise InputError(f"{name} is empty; give an input with text in it.")
    text = text.removeprefix("\ufeff")
    sample = text[:_SAMPLE_BYTES]
    if "\x00" in text or len(_CONTROL.findall(sample)) > _BINARY_SHARE * len(sample):
        raise _binary(name)
    return text


def check_length(name: str, text: str) -> None:
    """Raise InputError when the text is too long for one article."""
    if len(text) > MAX_TEXT_CHARACTERS:
        raise InputError(
            f"{name} has {len(text):,} characters, more than the {MAX_TEXT_CHARACTERS:,} of one article; "
            "split it into its articles."
        )


def check_size(name: str, data: bytes) -> None:
    """Raise InputError when the input is too large to be read at once."""
    if len(data) >= MAX_FILE_BYTES:
        raise InputError(f"{name} is too large (the limit is {MAX_FILE_BYTES // 1_000_000} MB); split it.")


def _from_mark(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _try(data[len(mark) :], encoding)
    return None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _binary(name: str) -> InputError:
    return InputError(f"{name} is a binary file, not text; save its text as .txt, .md or .html first.")


def _refuse_binary(name: str, data: bytes) -> None:
    sample = data[:_SAMPLE_BYTES]
    if data.startswith(_MAGIC):
        raise _binary(name)
    if _unmarked_utf16(sample) is None and len(_CONTROL_BYTES.findall(sample)) > _BINARY_SHARE * len(sample):
        raise _binary(name)


def _unmarked_utf16(sample: bytes) -> str | None:
    """Return the byte order when every other byte is nearly always zero, as in UTF-16 without its mark."""
    half = len(sample) / 2
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[first::2].count(0) > 0.7 * half and sample[1 - first :: 2].count(0) == 0:
            return encoding
    return None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD_BYTES])
    if match is None:
        return None
    encoding = match[1].decode("ascii", "replace").lower()
    if encoding in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"}:
        encoding = "cp1252"  # as browsers read these names
    return None if encoding.startswith(("utf-16", "utf-32")) else _try_text_codec(data, encoding)


def _try_text_codec(data: bytes, encoding: str) -> str | None:
    try:
        return codecs.lookup(encoding).name and data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _guess(name: str, data: bytes) -> str:
    text = _try(data, "utf-8")
    if text is None:
        wide = _unmarked_utf16(data[:_SAMPLE_BYTES])
        text = _try(data, wide) if wide else _legacy(name, data)
    elif "\x00" in text and (wide := _unmarked_utf16(data[:_SAMPLE_BYTES])):
        text = _try(data, wide)
    if text is None:
        raise InputError(f"{name} is in an encoding that cannot be told; save it as UTF-8.")
    return text


def _legacy(name: str, data: bytes) -> str | None:
    high = sum(map(len, _HIGH.findall(data)))
    broken = high - sum(map(len, _MULTIBYTE.findall(data)))
    if broken < _DAMAGED_SHARE * high:
        raise InputError(f"{name} has damaged UTF-8 on line {_damaged_line(data)}; save it as UTF-8 again.")
    if high <= _WESTERN_SHARE * len(data) and not _ACCENTS_IN_A_ROW.search(data):
        return _try(data, "cp1252")
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return str(best) if best is not None and best.coherence >= _LEAST_COHERENCE else None


def _damaged_line(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 1

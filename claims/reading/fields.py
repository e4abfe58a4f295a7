"""Make an article of the fields that an input states."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from claims.errors import InputError
from claims.reading.days import parse_day
from claims.reading.decoding import check_length
from claims.reading.languages import check_english
from claims.types import Article

DAY_FIELDS = ("published", "published_on", "date")
"""Names of the field with the day, the first that is filled counts."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Input:
    """Name an input and hold what the user said about it."""

    name: str
    """How messages call it."""
    path: str | None = None
    published_on: date | None = None
    """Fills in for inputs that state no day."""


def storable(text: str) -> str:
    """Replace the characters that no database and no file can hold: NUL and half surrogate pairs."""
    return _UNSTORABLE.sub("\ufffd", text)


def article_of(input_: Input, place: str, fields: Mapping[str, object]) -> Article:
    """Return the article that the fields describe.

    `place` names the row or line in messages. Raises InputError for fields that are missing or of the wrong
    kind.
    """
    text = _words(place, "text", fields.get("text"), strip=False)
    if text is None:
        raise InputError(f'{place} has no text; fill its field "text".')
    check_length(place, text)
    check_english(place, text)
    return Article.of(
        text,
        path=input_.path,
        url=_words(place, "url", fields.get("url")),
        outlet=_words(place, "outlet", fields.get("outlet")),
        title=_words(place, "title", fields.get("title")),
        published_on=_day(place, fields) or input_.published_on,
        author=_words(place, "author", fields.get("author")),
        language=_words(place, "language", fields.get("language")),
    )


def _words(place: str, field: str, value: object, *, strip: bool = True) -> str | None:
    if value is None:
        return None
    if field != "text" and isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise InputError(f'{place} has a field "{field}" that is not words; write it as a string.')
    words = storable(value)
    return (words.strip() if strip else words) if words.strip() else None


def _day(place: str, fields: Mapping[str, object]) -> date | None:
    for field in DAY_FIELDS:
        value = _words(place, field, fields.get(field))
        if value is not None:
            return _parsed(place, field, value)
    return None


def _parsed(place: str, field: str, value: str) -> date:
    try:
        return parse_day(value)
    except ValueError as error:
        shown = value if len(value) <= 40 else value[:39] + "…"
        raise InputError(
            f'{place} has "{shown}" as its field "{field}", which is no possible date; write YYYY-MM-DD.'
        ) from error

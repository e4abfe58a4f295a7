"""Read the days that files and pages state."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

EARLIEST_YEAR = 1600
LATEST_YEAR = 2200

_NAMES = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTHS: dict[str, int] = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
"""Month numbers by lower-case English name and abbreviation, without a full stop."""

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"(?:,?\s*(?:at\s+)?(?:T|\s)\d{1,2}[:.]\d{2}.{0,20})?"
_WRITTEN = tuple(
    re.compile(_WEEKDAY + pattern + _CLOCK, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        rf"(?:the\s+)?{_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}",
        rf"{_MONTH}\s+{_DAY}(?:,\s*|\s+){_YEAR}",
        r"(?P<day>1[3-9]|2\d|3[01])[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})",
        r"(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})",
    )
)


def parse_day(value: str) -> date:
    """Return the calendar day that `value` states, in the time zone that it states it in.

    ISO 8601 comes first, then written English forms and those of e-mail headers. Raises ValueError for
    anything else, for days that do not exist, and for "5/6/2023", which means two different days.
    """
    text = " ".join(value.split())
    day = _iso(text) or _written(text) or _mail_header(text)
    if day is None:
        raise ValueError(f"{value!r} is not a date")
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise ValueError(f"{value!r} lies outside the years {EARLIEST_YEAR} to {LATEST_YEAR}")
    return day


def _iso(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _written(text: str) -> date | None:
    for pattern in _WRITTEN:
        match = pattern.fullmatch(text)
        if match:
            month = match["month"].lower()
            number = int(month) if month.isdigit() else MONTHS[month]
            return date(int(match["year"]), number, int(match["day"]))
    return None


def _mail_header(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

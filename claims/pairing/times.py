"""Compare the days that two propositions speak of."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: place + 1 for place, name in enumerate(_MONTH_NAMES)}
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = re.compile(
    rf"\b(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH}(?![\w])"
    r"(?:\s+(?P<after>\d{1,2})(?:st|nd|rd|th)?(?!\d))?(?:,?\s+(?P<year>(?:1[89]|20)\d\d))?"
)
_YEAR = re.compile(r"(?<![\d,.$€£])\b(?:1[89]|20)\d\d\b(?![,.]\d)(?!\s*(?:%|per\s?cent))")
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_OPEN = re.compile(r"\b(?:since|until|before|after|between|through|from|by|during)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Times:
    """Hold the times that a proposition states; empty sets for what it does not say."""

    years: frozenset[int]
    months: frozenset[int]
    days: frozenset[tuple[int, int]]
    weekdays: frozenset[str]
    open: bool
    """Whether a time is the edge of a stretch ("since 2014"), so that it excludes nothing."""


def times_of(text: str) -> Times:
    """Read the years, months, days and weekdays that a sentence states."""
    years, months, days = set(), set(), set()
    is_open = False
    for match in _DATE.finditer(text):
        month = _MONTHS[match["month"][:3].casefold()]
        day = match["before"] or match["after"]
        if match["month"] == "May" and not (day or match["year"] or _follows_preposition(text, match.start())):
            continue
        months.add(month)
        is_open |= bool(_OPEN.search(text[: match.start()]))
        if day:
            days.add((month, int(day)))
    for match in _YEAR.finditer(text):
        years.add(int(match.group()))
        is_open |= bool(_OPEN.search(text[: match.start()]))
    weekdays = frozenset(match.group(1) for match in _WEEKDAY.finditer(text))
    return Times(frozenset(years), frozenset(months), frozenset(days), weekdays, is_open)


def times_apart(one: str, other: str) -> bool:
    """Tell whether both sentences state times which do not overlap, so that they speak of two events."""
    ours, theirs = times_of(one), times_of(other)
    if ours.open or theirs.open:
        return False
    return any(
        mine and yours and not mine & yours
        for mine, yours in (
            (ours.years, theirs.years),
            (ours.months, theirs.months),
            (ours.days, theirs.days),
            (ours.weekdays, theirs.weekdays),
        )
    )


def _follows_preposition(text: str, place: int) -> bool:
    return bool(re.search(r"\b(?:in|last|this|next|early|late|mid|since|until|by|of)[\s-]+$", text[:place], re.I))


def without_times(text: str) -> str:
    """Return the text with dates and years cut out, so that what is left are figures."""
    return _YEAR.sub(" ; ", _DATE.sub(" ; ", text))

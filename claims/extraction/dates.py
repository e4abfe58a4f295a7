"""Tell the day on which something was said, from the words around its cue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from claims.reading.days import MONTHS
from claims.types import DateBasis

MAX_CLAUSE_CHARACTERS = 2_000
"""Words further from the clause's start than this are not about its cue."""
_DAYS_OF_GRACE = 2
"""An article may carry the day of another time zone, so a stated day may lie this much after it."""
_CUE_REACH = 3
"""Words between a verb of saying and the day that belongs to it, at most."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_WEEKDAYS = ("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri")
_NUMBERS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MOST_DAYS_AGO = 31

_NAMES_WITH_WEEKDAYS = re.compile(
    r"(?:\b(?:black|good|bloody|ash|palm|super|cyber|easter|holy|whit|shrove|maundy|giving|sheffield|casual)"
    r"|\bmail on)\s+$",
    re.IGNORECASE,
)
_NAMES_AFTER_WEEKDAYS = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Express|Mail|Post|World|Independent|Herald|Night Live|Club|People|Sun)\b"
)
_NOT_THE_SAYING_DAY = re.compile(
    r"\b(?:after|since|before|until|till|by|from|following|ahead of|next|coming|through|every|each|for|"
    r"born|elected|appointed|founded|killed|died|arrested|opened|signed|formed|prior to|pending|than)"
    r"(?:\s+(?:on|the))?\s+$",
    re.IGNORECASE,
)
_STILL_TO_COME = re.compile(
    r"(?:\b(?:will|shall)|['’]ll|\b(?:going|expected|due|set|plan(?:s|ned)?|scheduled|likely)\s+to)\b[^.,;]{0,40}$",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|told|tells?|den(?:y|ies|ied|ying)|wrote|writes?|reject(?:s|ed|ing)?|spoke|"
    r"dismiss(?:es|ed|ing)?|announc(?:es?|ed|ing)|confirm(?:s|ed|ing)?|claim(?:s|ed|ing)?|insist(?:s|ed|ing)?|"
    r"add(?:s|ed|ing)|state[sd]|declare[sd]?|report(?:s|ed)|accus(?:es?|ed|ing)|warn(?:s|ed|ing)?|called?|calling|"
    r"assert(?:s|ed|ing)?|alleg(?:es?|ed|ing)|charg(?:es?|ed|ing)|argu(?:es?|ed|ing)|acknowledg(?:es?|ed|ing)|"
    r"maintain(?:s|ed|ing)?|tweeted|posted|replied|responded|asked|repeat(?:s|ed)|statement|interview|conference)\b",
    re.IGNORECASE,
)


def _any(words: tuple[str, ...] | list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_MONTH_NAMES = [form for name in MONTHS for form in (name.capitalize(), name.upper())]
_MONTH = rf"(?:{_any(_MONTH_NAMES)})\b\.?"
_WEEKDAY = rf"(?:(?i:{_any(WEEKDAYS)})\b|(?:{_any(_SHORT_WEEKDAYS)})\.)"
_NUMBER = rf"(?:{_any(_NUMBERS)}|one|\d{{1,2}})"
_DAY = r"(?<![\d,.$€£])\d{1,2}(?:st|nd|rd|th)?(?![\d%]|[.,]\d)"
_VAGUELY = r"(?i:in|last|late|early|mid|during|of|this)[\s-]+"
_DATE_OPENING = rf"(?:\b{_WEEKDAY},?\s+(?:the\s+)?)?"

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])"),
    ("vague", rf"(?<!\d)\d{{1,2}}\s*(?:-|–|to|and)\s*\d{{1,2}}\s+{_MONTH}"),
    ("vague", rf"\b{_MONTH}\s+\d{{1,2}}\s*[-–]\s*\d{{1,2}}\b"),
    ("day_month", rf"{_DATE_OPENING}{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}}\b)?"),
    ("month_day", rf"{_DATE_OPENING}\b{_MONTH}\s+{_DAY}(?:,?\s+\d{{4}}\b)?"),
    ("vague", rf"\b{_VAGUELY}(?:(?i:early|late|mid)[\s-]+)?{_MONTH}(?!\s+\d{{1,2}}(?!\d))(?:\s+\d{{4}})?"),
    ("vague", rf"\b{_MONTH}\s+\d{{4}}\b|\b(?i:in|during)\s+(?:early\s+|late\s+|mid-)?(?:19|20)\d\d\b"),
    ("weekday", rf"\b(?:(?i:last|this)\s+)?{_WEEKDAY}(?:['’]s)?(?:\s+(?i:(?:of\s+)?last\s+week))?"),
    ("weekday", r"\bon\s+(?:Sat|Sun)\."),
    ("future", r"(?i:\btomorrow\b)"),
    ("yesterday", r"(?i:\b(?:the\s+)?day\s+before\s+yesterday\b|\byesterday\b|\blast\s+(?:night|evening)\b)"),
    ("today", r"(?i:\btoday\b|\btonight\b|\bthis\s+(?:morning|afternoon|evening)\b)"),
    ("ago", rf"(?i:\b{_NUMBER}\s+days?\s+(?:ago|earlier|before|previously)\b)"),
    ("day_before", r"(?i:\b(?:the|a)\s+(?:day\s+(?:before|earlier)|previous\s+day)\b)"),
    ("day_after", r"(?i:\b(?:the\s+(?:next|following)\s+day|(?:a|the)\s+day\s+(?:later|after))\b)"),
    ("same_day", r"(?i:\b(?:(?:the|that)\s+same|(?:on|later|earlier)\s+that)\s+(?:day|evening|night)\b)"),
    (
        "vague",
        r"(?i:\b(?:days?|weeks?|fortnight|months?|years?|decades?)\s+(?:ago|earlier|later|before|previously)\b"
        r"|\b(?:last|this|that|past|previous)\s+(?:week(?:end)?|month|year|spring|summer|autumn|fall|winter|decade)\b"
        r"|\b(?:earlier|later)\s+(?:this|that|in\s+the)\s+(?:week|month|year)\b"
        r"|\b(?:over|during|at|in)\s+the\s+(?:weekend|past|spring|summer|autumn|fall|winter)\b"
        r"|\b(?:for|in|over)\s+(?:the\s+(?:past|last)\s+)?(?:\w+\s+)?(?:days|weeks|months|years|decades)\b"
        r"|\bat\s+the\s+time\b|\bpreviously\b|\byears?-long\b|\bback\s+then\b)",
    ),
)
_MENTION = re.compile("|".join(f"(?P<k{number}>{pattern})" for number, (_, pattern) in enumerate(_PATTERNS)))
# joined tokens have spaces that the text has not
_APART = re.compile(r" (?=[,.]|['’]s\b)|(?<=\d) (?=- ?\d)|(?<=[-$€£]) (?=\d)")
_KINDS = tuple(kind for kind, _ in _PATTERNS)
_DATE_WORDS = re.compile(rf"(?P<month>{_MONTH})|(?P<year>\b\d{{4}}\b)|(?P<day>\b\d{{1,2}})(?:st|nd|rd|th)?\b")
_EVENT_FOLLOWS = re.compile(r"\s+(?:the|a|an|his|her|its|their|this|that|[A-Z][\w]*['’]s|\w+ing)\b")


@dataclass(frozen=True, slots=True)
class _Mention:
    """Hold one expression of time: its kind, its words and where they stand."""

    kind: str
    words: str
    before: str
    after: str


def said_on(
    clause: str, published_on: date | None, *, anchor: date | None = None
) -> tuple[date | None, DateBasis | None]:
    """Return the day on which the clause says that something was said, and what the day rests on.

    `clause` is the source's and cue's clause without the content; a day in it is read against the day of
    publication. "In March" and the like give no day: it was not said on the day of publication, and no day is
    better than a wrong one. `anchor` is the last day that the text states before the clause, if the caller
    knows it: "a day earlier" and "the same day" count from there.
    """
    mentions = list(_mentions(clause[:MAX_CLAUSE_CHARACTERS]))
    stated = _stated(mentions, published_on, anchor)
    if stated is not None:
        return stated, "stated"
    if published_on is None or any(mention.kind in _LEAVES_NO_DAY for mention in mentions):
        return None, None
    return published_on, "published"


_DATED = frozenset({"weekday", "iso", "day_month", "month_day", "vague", "yesterday"})
_LEAVES_NO_DAY = frozenset({"vague", "ago", "day_before", "day_after", "same_day"})


def _mentions(clause: str) -> Iterator[_Mention]:
    clause = _APART.sub("", " ".join(clause.split()))
    for match in _MENTION.finditer(clause):
        number = int((match.lastgroup or "k0")[1:])
        before = clause[max(0, match.start() - 60) : match.start()]
        after = clause[match.end() : match.end() + 20]
        mention = _Mention(_KINDS[number], match[0], before, after)
        if not _is_idle(mention):
            yield mention


def _is_idle(mention: _Mention) -> bool:
    """Tell whether the words name no day of saying but a name, a day to come, or that of another event."""
    if mention.kind == "future" or _STILL_TO_COME.search(mention.before):
        return True
    if mention.kind == "day_after":
        return mention.words.endswith("after") and mention.after[:2].strip().isalnum()
    if mention.kind == "today":
        return bool(mention.words[0] == "T" and re.search(r"\w\s+$", mention.before))  # USA Today
    if mention.kind == "weekday" and (
        _NAMES_WITH_WEEKDAYS.search(mention.before) or _NAMES_AFTER_WEEKDAYS.match(mention.after)
    ):
        return True
    return mention.kind in _DATED and bool(_NOT_THE_SAYING_DAY.search(mention.before))


def _stated(mentions: list[_Mention], published_on: date | None, anchor: date | None) -> date | None:
    """Return the day of the first mention next to a verb of saying, else the first; "Monday's" comes last."""
    days = [(_rank(mention), _resolve(mention, published_on, anchor)) for mention in mentions]
    found = [(rank, day) for rank, day in days if day is not None]
    return min(found, key=lambda each: each[0])[1] if found else None


def _rank(mention: _Mention) -> tuple[bool, bool]:
    near = " ".join(mention.before.split()[-_CUE_REACH:])
    return mention.words.endswith(("'s", "’s")), not _SAYING.search(near)


def _resolve(mention: _Mention, published_on: date | None, anchor: date | None) -> date | None:
    if mention.kind in {"iso", "day_month", "month_day"}:
        return _calendar_day(mention, published_on)
    if mention.kind in {"ago", "day_before", "day_after", "same_day"}:
        return _counted_day(mention, published_on, anchor)
    if published_on is None:
        return None
    if mention.kind == "weekday":
        return _weekday(mention.words, published_on)
    if mention.kind == "yesterday":
        return published_on - timedelta(days=2 if "before" in mention.words.lower() else 1)
    return published_on if mention.kind == "today" else None


def _weekday(words: str, published_on: date) -> date:
    """Return the latest such day up to publication; "last Monday", written on a Monday, is a week ago."""
    lowered = words.lower()
    found = re.search("|".join(name[:3] for name in WEEKDAYS), lowered)
    wanted = [name[:3] for name in WEEKDAYS].index(found[0]) if found else published_on.weekday()
    if lowered.endswith("last week"):
        return published_on - timedelta(days=published_on.weekday() + 7 - wanted)
    back = (published_on.weekday() - wanted) % 7
    return published_on - timedelta(days=back or (7 if lowered.startswith("last") else 0))


def _counted_day(mention: _Mention, published_on: date | None, anchor: date | None) -> date | None:
    """Count from the day that the text speaks of; "two days ago" counts from publication always."""
    if mention.kind == "same_day":
        return anchor
    if _EVENT_FOLLOWS.match(mention.after) and not mention.words.lower().endswith(("ago", "earlier")):
        return None
    if mention.kind == "day_after":
        return anchor + timedelta(days=1) if anchor else None
    start = published_on if mention.words.lower().endswith("ago") else anchor or published_on
    back = _count(mention.words) if mention.kind == "ago" else 1
    return start - timedelta(days=back) if start and back <= _MOST_DAYS_AGO else None


def _count(words: str) -> int:
    first = words.split()[0].lower()
    if first.isdigit():
        return int(first)
    return 1 if first == "one" else _NUMBERS.index(first) + 1


def _calendar_day(mention: _Mention, published_on: date | None) -> date | None:
    year, month, day = _parts(mention)
    if year is not None:
        found = _possible(year, month, day)
        late = found and published_on and found > published_on + timedelta(days=_DAYS_OF_GRACE)
        return None if late else found
    if published_on is None:
        return None
    latest = published_on + timedelta(days=_DAYS_OF_GRACE)
    days = (_possible(latest.year - back, month, day) for back in range(9))  # 29 February, over a skipped leap year
    return next((found for found in days if found and found <= latest), None)


def _parts(mention: _Mention) -> tuple[int | None, int, int]:
    if mention.kind == "iso":
        year, month, day = map(int, mention.words.split("-"))
        return year, month, day
    found: dict[str, str] = {}
    for match in _DATE_WORDS.finditer(mention.words):
        found.setdefault(match.lastgroup or "", match[match.lastgroup or 0])
    return (
        int(found["year"]) if "year" in found else None,
        MONTHS[found["month"].rstrip(".").lower()],
        int(found["day"]),
    )


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""Compare the figures of two propositions as numbers, not as words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from claims.pairing.names import word_set
from claims.pairing.times import without_times

_UNIT_WORDS = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TEN_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = {word: value for value, word in enumerate(_UNIT_WORDS)}
_TENS = {word: 10 * (place + 2) for place, word in enumerate(_TEN_WORDS)}
_SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
}
_DIGITS = r"(?:\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:,\d{3})*)(?:\.\d+)?"
_FIGURE = re.compile(rf"(?P<sign>[$€£])?(?P<digits>{_DIGITS})(?P<percent>\s?%)?")
_TOKEN = re.compile(rf"[$€£]?{_DIGITS}(?:\s?%)?|[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()]")

_AT_LEAST = ("at least", "more than", "over", "upwards of", "no fewer than", "no less than", "above")
_AT_MOST = ("up to", "fewer than", "less than", "under", "at most", "no more than", "below", "within")
_ROUGHLY = (
    "about",
    "around",
    "nearly",
    "almost",
    "some",
    "roughly",
    "approximately",
    "an estimated",
    "close to",
)
_BREAKS = word_set(
    "a an the of in on at by for from with to as and or but is are was were be been has have had who that "
    "which after before during since until per"
)
_MEASURING = word_set(" ".join((*_AT_LEAST, *_AT_MOST, *_ROUGHLY))) | {"only", "just"}
_ROUGH_LOW, _ROUGH_HIGH = 0.8, 1.25
"""How far "about" reaches to either side: a fifth below and a quarter above."""
_CONTEXT = 4
"""Words after a figure (or before it, when nothing follows) that say what it counts."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Hold a figure as a range, with the words that say what it counts."""

    low: float
    high: float
    counted: frozenset[str]

    def meets(self, other: Quantity) -> bool:
        """Tell whether the two ranges share a value."""
        return self.low <= other.high and other.low <= self.high


@lru_cache(maxsize=65536)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Read the figures of a sentence: digits, words, per cent and money; dates and years are not figures."""
    tokens = _TOKEN.findall(without_times(text))
    found, place = [], 0
    while place < len(tokens):
        value, after, unit = _read_number(tokens, place)
        if value is not None:
            low, high = _range(value, " ".join(tokens[max(0, place - 3) : place]).casefold())
            found.append(Quantity(low, high, unit | _counted(tokens, place, after)))
        place = max(after, place + 1)
    return tuple(found)


def figures_differ(one: str, other: str) -> bool:
    """Tell whether the two sentences give figures for the same thing that cannot both be right."""
    ours, theirs = quantities(one), quantities(other)
    for quantity in ours:
        rivals = [rival for rival in theirs if quantity.counted & rival.counted]
        if rivals and not any(quantity.meets(rival) for rival in rivals):
            return True
    return False


def same_but_for_figures(one: str, other: str) -> bool:
    """Tell whether two sentences have the same words, whatever their figures: "40 were killed", "only three were"."""
    ours, theirs = (_words_beside(text) for text in (one, other))
    return bool(ours) and ours == theirs


def _words_beside(text: str) -> frozenset[str]:
    tokens = _TOKEN.findall(text)
    words, place = set(), 0
    while place < len(tokens):
        value, after, _ = _read_number(tokens, place)
        if value is None and tokens[place][0].isalpha():
            words.add(tokens[place].casefold().removesuffix("s"))
        place = max(after, place + 1)
    return frozenset(words - _BREAKS - _MEASURING)


def figures_vary(one: str, other: str) -> bool:
    """Tell whether the two sentences give figures for the same thing that are not the same."""
    theirs = quantities(other)
    for quantity in quantities(one):
        rivals = [rival for rival in theirs if quantity.counted & rival.counted]
        if rivals and all((rival.low, rival.high) != (quantity.low, quantity.high) for rival in rivals):
            return True
    return False


def _read_number(tokens: list[str], place: int) -> tuple[float | None, int, frozenset[str]]:
    match = _FIGURE.fullmatch(tokens[place])
    unit: frozenset[str] = frozenset()
    if match:
        value, after = float(match["digits"].replace(",", "")), place + 1
        unit = frozenset({"%"} if match["percent"] else {"$"} if match["sign"] else ())
    else:
        small, after = _read_words(tokens, place)
        if small is None:
            return None, place, unit
        value = small
    while after < len(tokens) and tokens[after].casefold() in _SCALES:
        value *= _SCALES[tokens[after].casefold()]
        after += 1
    if after < len(tokens) and tokens[after].casefold() in ("percent", "per"):
        return value, after + (2 if tokens[after].casefold() == "per" else 1), frozenset({"%"})
    return value, after, unit


def _read_words(tokens: list[str], place: int) -> tuple[float | None, int]:
    word = tokens[place].casefold()
    following = tokens[place + 1].casefold() if place + 1 < len(tokens) else ""
    if word in ("a", "one") and following in _SCALES:
        return 1.0, place + 1
    if word == "one":
        return None, place
    ten, _, rest = word.partition("-")
    if ten in _TENS:
        return float(_TENS[ten] + _UNITS.get(rest, 0)), place + 1
    return (float(_UNITS[word]), place + 1) if word in _UNITS else (None, place)


def _range(value: float, before: str) -> tuple[float, float]:
    if before.endswith(_AT_MOST):
        return 0.0, value
    if before.endswith(_AT_LEAST):
        return value, inf
    if before.endswith(_ROUGHLY):
        return value * _ROUGH_LOW, value * _ROUGH_HIGH
    return value, value


def _counted(tokens: list[str], place: int, after: int) -> frozenset[str]:
    following = _run(tokens[after : after + _CONTEXT])
    return following or _run(tokens[max(0, place - _CONTEXT) : place], skip=True)


def _run(tokens: list[str], *, skip: bool = False) -> frozenset[str]:
    words: set[str] = set()
    for token in tokens:
        word = token.casefold()
        if word in _BREAKS or not word[0].isalpha():
            if skip:
                continue
            break
        words.add(word.removesuffix("s"))
    return frozenset(word for word in words if not word.endswith(("ed", "ing"))) or frozenset(words)

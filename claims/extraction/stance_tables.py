"""Load the tables under data/stance that say what cues, nouns and framing words do with a content."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.errors import DataError
from claims.extraction.stance_patterns import Pattern, compile_pattern
from claims.types import STANCES, Stance

STANCE_DIR = Path(__file__).resolve().parents[2] / "data" / "stance"
ANY = "*"
ROLES = (
    *("ruleout", "deny", "dismiss", "retract", "denounce", "doubt", "question", "challenge", "call", "decline", "want"),
    *("believe", "concede", "confirm", "judge", "tell", "state", "suggest", "assert", "act"),
)
"""What a cue phrase may do; where a cue holds several phrases, the role that stands first here counts."""
PLACES = ("content", "cue", "both", "author")

_COLUMNS = {
    "cues.csv": ("phrase", "role", "forms"),
    "words.csv": ("word", "kind"),
    "rules.csv": ("role", "negated", "object", "stance"),
    "slots.csv": ("slot", "words"),
    "frames.csv": ("name", "stance", "place", "pattern"),
}
_TOKEN = re.compile(r"\w+?(?=n't\b)|n't\b|'(?:s|re|m|ve|d|ll)\b|\w+(?:-\w+)*|[,;:]")
_PLAIN = str.maketrans("‘’“”´`", "''\"\"''")
_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgmnprt]$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Hold the words that follow the first word of a cue phrase, and what the phrase does."""

    rest: tuple[str, ...]
    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Hold a way of denying or doubting with the content's own words, such as "it was a lie that"."""

    order: int
    """Its place in the table: of several frames that match, the first one counts."""
    name: str
    stance: Stance
    place: str
    """Where it is looked for: content, cue, both, or author (the cue, when there is no source)."""
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class StanceTables:
    """Hold what data/stance says, ready for look-up."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    """By every form of the phrase's first word, the longest phrase first."""
    nouns: Mapping[str, str]
    """Every form of a noun → what kind of object it makes."""
    falsities: re.Pattern[str]
    """The words that call something false, wrong or unproven; the group's name is the kind."""
    rules: Mapping[tuple[str, str, str], Stance]
    frames: Mapping[str, tuple[Frame, ...]]
    """By a word that must be in the text for the frame to match."""

    def stance_of(self, role: str, negated: str, object_: str) -> Stance:
        """Return what the rules say; the object and then the negation may be the wildcard."""
        for key in ((role, negated, object_), (role, negated, ANY), (role, ANY, object_), (role, ANY, ANY)):
            if key in self.rules:
                return self.rules[key]
        return "other"


def plain(text: str) -> str:
    """Return the text in lower case with straight quotes, every character in its place."""
    straight = text.translate(_PLAIN)
    lower = straight.lower()
    return lower if len(lower) == len(straight) else straight


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces."""
    return frozenset(words.split())


def words_of(text: str) -> list[str]:
    """Return the words of a plain text; "n't" is "not", contractions stand apart."""
    return ["not" if word == "n't" else word for word in _TOKEN.findall(text.replace("cannot", "can not"))]


def verb_forms(verb: str) -> tuple[str, ...]:
    """Return the regular forms of a verb: "deny" gives deny, denies, denied, denying."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb, verb + "es", verb + "ed", verb + "ing"
    doubled = verb + verb[-1] if _DOUBLED.search(verb) else verb
    return verb, verb + "s", verb + "ed", verb + "ing", doubled + "ed", doubled + "ing"


@cache
def load_tables(folder: Path = STANCE_DIR) -> StanceTables:
    """Read the tables of a folder, once.

    Raises DataError for a table that is missing or a row that cannot be used.
    """
    words = list(_rows(folder, "words.csv"))
    slots = {row["slot"]: row["words"].split("|") for row in _rows(folder, "slots.csv")}
    for kind in {row["kind"] for row in words}:
        slots[kind] = [form for row in words if row["kind"] == kind for form in _noun_forms(row)]
    return StanceTables(
        phrases=_phrases(folder),
        nouns={form: row["kind"] for row in words for form in _noun_forms(row)},
        falsities=_falsities(slots),
        rules={
            (row["role"], row["negated"], row["object"]): _stance(row, folder / "rules.csv")
            for row in _rows(folder, "rules.csv")
        },
        frames=_frames(folder, slots),
    )


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    path = folder / name
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path} could not be read; restore it from the repository.") from error
    for number, row in enumerate(rows, start=2):
        if set(row) != set(_COLUMNS[name]) or None in row.values():
            raise DataError(f"Line {number} of {path} must have the columns {', '.join(_COLUMNS[name])}.")
        yield row


def _stance(row: Mapping[str, str], path: Path) -> Stance:
    for stance in STANCES:
        if stance == row["stance"]:
            return stance
    raise DataError(f"{path} gives the stance “{row['stance']}”; use one of {', '.join(STANCES)}.")


def _noun_forms(row: Mapping[str, str]) -> tuple[str, ...]:
    word = row["word"]
    if row["kind"] in ("lie", "wrong"):
        return (word,)
    return word, verb_forms(word)[1]


def _falsities(slots: Mapping[str, list[str]]) -> re.Pattern[str]:
    kinds = (
        f"(?P<{kind}>{'|'.join(re.escape(word) for word in sorted(slots[kind], key=len, reverse=True))})"
        for kind in ("lie", "wrong", "unproven")
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(kinds)})(?![\w-])")


def _phrases(folder: Path) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for row in _rows(folder, "cues.csv"):
        if not row["phrase"].strip() or row["role"] not in ROLES:
            path, names = folder / "cues.csv", ", ".join(ROLES)
            raise DataError(f"{path} gives “{row['phrase']}” the role “{row['role']}”; use one of {names}.")
        first, *rest = row["phrase"].split()
        forms = (*verb_forms(first), *row["forms"].split())
        for form in dict.fromkeys(forms):
            found.setdefault(form, []).append(Phrase(tuple(rest), row["role"], row["phrase"]))
    return {form: tuple(sorted(ps, key=lambda p: -len(p.rest))) for form, ps in found.items()}


def _frames(folder: Path, slots: Mapping[str, list[str]]) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    path = folder / "frames.csv"
    for order, row in enumerate(_rows(folder, "frames.csv")):
        if row["place"] not in PLACES:
            raise DataError(f"{path} gives the place “{row['place']}”; use one of {', '.join(PLACES)}.")
        try:
            pattern = compile_pattern(row["pattern"], slots, loose=row["place"] != "content")
        except (KeyError, ValueError, re.error) as error:
            raise DataError(f"The pattern of “{row['name']}” in {path} cannot be used: {error}.") from error
        frame = Frame(order, row["name"], _stance(row, path), row["place"], pattern)
        for key in pattern.keys:
            found.setdefault(key, []).append(frame)
    return {key: tuple(frames) for key, frames in found.items()}

"""Read the actor tables under data/actors, which a user may edit: every row is checked where it is read."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, cast

from claims.errors import DataError
from claims.types import ActorKind

FOLDER = Path(__file__).resolve().parents[2] / "data" / "actors"
KINDS = ("country", "body", "group", "outlet")
USES = ("name", "seat", "demonym")
GENDERS = ("", "f", "m")
Gender = Literal["", "f", "m"]


@dataclass(frozen=True, slots=True)
class Whole:
    """Hold a country, body, group or outlet: what a person speaks for or is part of."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    """Places that stand for it as a speaker: its capital, its government's house."""
    part_of: str = ""
    leader: str = ""
    """The office that "the … leader" means there; empty for bodies."""
    nouns: tuple[str, ...] = ()
    """Common nouns that take it up again: "the agency", "the alliance"."""


@dataclass(frozen=True, slots=True)
class Term:
    """Hold one office of one person; a day that is None is unknown, or not yet."""

    name: str
    aliases: tuple[str, ...]
    office: str
    body: str
    country: str
    since: date | None
    until: date | None
    gender: Gender

    def covers(self, day: date) -> bool:
        """Tell whether the person held the office on this day, as far as the table knows."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Office:
    """Hold the words for an office of a country or of a body."""

    name: str
    words: tuple[str, ...]
    of: str


def fold(text: str) -> str:
    """Return `text` as a key: no accents, case, full stops, possessive or leading article, single spaces."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
        text = text.replace("’", "'").replace("‘", "'")
    text = re.sub(r"[-–‑\s]+", " ", text.casefold().replace(".", "")).strip(" ,'\"")
    text = text[:-2] if text.endswith("'s") else text
    return text.removeprefix("the ").strip()


def read_wholes(folder: Path) -> Iterator[Whole]:
    """Yield countries.csv, then bodies.csv."""
    for row in _rows(folder / "countries.csv", ("name", "aliases", "demonyms", "capitals", "leader", "part_of")):
        yield Whole(
            row["name"],
            "country",
            _many(row["aliases"]),
            _many(row["demonyms"]),
            _many(row["capitals"]),
            row["part_of"],
            row["leader"],
            ("country", "nation"),
        )
    for row in _rows(folder / "bodies.csv", ("name", "aliases", "part_of", "kind", "nouns")):
        kind = cast(ActorKind, row["kind"] or "body")
        yield Whole(row["name"], kind, _many(row["aliases"]), part_of=row["part_of"], nouns=_many(row["nouns"]))


def read_aliases(folder: Path) -> list[tuple[str, str, str]]:
    """Return (alias, name, use) of aliases.csv."""
    path = folder / "aliases.csv"
    return [(row["alias"], row["name"], row["use"]) for row in _rows(path, ("alias", "name", "use"))]


def read_terms(folder: Path) -> Iterator[Term]:
    """Yield people.csv, then leaders.csv."""
    fields = ("name", "aliases", "office", "body", "country", "since", "until", "gender")
    for file in ("people.csv", "leaders.csv"):
        for row in _rows(folder / file, fields):
            yield Term(
                row["name"],
                _many(row["aliases"]),
                row["office"],
                row["body"],
                row["country"],
                _day(row["since"]),
                _day(row["until"]),
                cast(Gender, row["gender"]),
            )


def read_offices(folder: Path) -> list[Office]:
    """Return offices.csv."""
    rows = _rows(folder / "offices.csv", ("office", "words", "of"))
    return [Office(row["office"], _many(row["words"]), row["of"]) for row in rows]


def read_institutions(folder: Path) -> dict[str, str]:
    """Return institutions.csv as wording → institution ("ministry of defence" → "defence ministry")."""
    rows = _rows(folder / "institutions.csv", ("institution", "words"))
    return {fold(words): row["institution"] for row in rows for words in _many(row["words"])}


def read_genders(file: Path) -> dict[str, Gender]:
    """Return first_names.csv or census_names.csv as given name → gender."""
    rows = _rows(file, ("name", "gender"))
    return {fold(row["name"]): cast(Gender, row["gender"]) for row in rows}


def read_nicknames(folder: Path) -> dict[str, frozenset[str]]:
    """Return nicknames.csv as short form → given names it may stand for."""
    rows = _rows(folder / "nicknames.csv", ("name", "nicknames"))
    full: dict[str, set[str]] = {}
    for row in rows:
        for nickname in _many(row["nicknames"]):
            full.setdefault(fold(nickname), set()).add(fold(row["name"]))
    return {nickname: frozenset(names) for nickname, names in full.items()}


def _rows(path: Path, fields: tuple[str, ...]) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, restkey="…", restval="")
            missing = [field for field in fields if field not in (reader.fieldnames or ())]
            if missing:
                raise DataError(f"{path} has no column {missing[0]!r}: its first line must be {','.join(fields)}")
            for row in reader:
                _check(row, fields, f"{path}, line {reader.line_num}")
                yield {field: row[field].strip() for field in fields}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path} cannot be read ({error}): restore it from the repository") from error


CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (("kind", ("", *KINDS)), ("use", USES), ("gender", GENDERS))


def _check(row: Mapping[str, str], fields: tuple[str, ...], where: str) -> None:
    if "…" in row:
        raise DataError(f"{where} has more than {len(fields)} fields: put names that hold a comma in quotation marks")
    if not row[fields[0]].strip():
        raise DataError(f"{where} has nothing in the column {fields[0]!r}: fill it or delete the line")
    for field, allowed in CHECKS:
        if field in fields and row[field].strip() not in allowed:
            raise DataError(f"{where} has {row[field]!r} as {field}: use one of {', '.join(filter(None, allowed))}")
    for field in ("since", "until"):
        if field in fields and not _is_day(row[field].strip()):
            raise DataError(f"{where} has {row[field]!r} as {field}: write the day as 2024-10-23, or leave it empty")


def _is_day(text: str) -> bool:
    try:
        _day(text)
    except ValueError:
        return False
    return True


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _many(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())

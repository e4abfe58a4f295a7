"""Say filters, days, stances and figures in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from claims.types import Claim, ClaimQuery, Correction, NliScores, Stance

SAYS: dict[Stance, str] = {
    "asserts": "asserts",
    "denies": "denies",
    "doubts": "doubts",
    "other": "takes no side",
}
SAID: dict[Stance, str] = {
    "asserts": "asserted",
    "denies": "denied",
    "doubts": "doubted",
    "other": "left open",
}
NOBODY = "nobody named"
REVIEWED = {"open": "not reviewed", "confirmed": "confirmed", "rejected": "rejected"}
LOOSENED: tuple[tuple[str, Callable[[ClaimQuery], ClaimQuery]], ...] = (
    ("the actors", lambda query: replace(query, actors=())),
    ("the dates", lambda query: replace(query, since=None, until=None)),
    ("the stance", lambda query: replace(query, stances=())),
    ("the outlets", lambda query: replace(query, outlets=())),
    ("the words", lambda query: replace(query, words="")),
    ("the meaning", lambda query: replace(query, meaning="", claim_ids=None)),
    ("what it is about", lambda query: replace(query, about=())),
    ("the day of adding", lambda query: replace(query, added_since=None)),
    ("the state of review", lambda query: replace(query, review=None)),
)


def day_words(day: date) -> str:
    """Return the day as it is written in running text: 4 October 2024."""
    return f"{day.day} {day:%B} {day.year}"


def count_words(count: int, noun: str) -> str:
    """Return number and noun: 1 dispute, 12 disputes, no disputes."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def remaining_words(seconds: float) -> str:
    """Say how long something will still take; nothing for less than two seconds."""
    if seconds < 2:
        return ""
    return f", about {seconds:.0f} seconds left" if seconds < 90 else f", about {seconds / 60:.0f} minutes left"


def when_words(since: date | None, until: date | None) -> str:
    """Return a range of days in words; empty without one."""
    if since and until:
        if since == until:
            return f"on {day_words(since)}"
        return f"between {_shared_start(since, until)} and {day_words(until)}"
    if since:
        return f"since {day_words(since)}"
    return f"until {day_words(until)}" if until else ""


def _shared_start(since: date, until: date) -> str:
    if since.year != until.year:
        return day_words(since)
    return str(since.day) if since.month == until.month else f"{since.day} {since:%B}"


def filters_words(query: ClaimQuery, count: int, noun: str, link: str) -> tuple[str, ...]:
    """Say what is shown, in pieces that are shown side by side so that names stay isolated."""
    pieces = [count_words(count, noun)]
    pieces += _named(f" {link} ", query.actors)
    pieces += _named(" about ", query.about)
    when = when_words(query.since, query.until)
    pieces += [f" {when}"] if when else []
    pieces += _named(", ", [SAID[stance] for stance in query.stances])
    pieces += _named(", reported by ", query.outlets)
    pieces += [", with the words “", query.words, "”"] if query.words else []
    pieces += [", near in meaning to “", query.meaning, "”"] if query.meaning else []
    pieces += [f", added since {day_words(query.added_since)}"] if query.added_since else []
    pieces += [f", {REVIEWED[query.review]}"] if query.review else []
    pieces += [", possible pairs included"] if "possible" in query.tiers else []
    return (pieces[0][:1].upper() + pieces[0][1:], *pieces[1:])


def _named(before: str, names: Sequence[str]) -> list[str]:
    pieces: list[str] = []
    for index, name in enumerate(names):
        glue = before if index == 0 else " or " if index == len(names) - 1 else ", "
        pieces += [glue, name]
    return pieces


def looser(query: ClaimQuery) -> list[tuple[str, ClaimQuery]]:
    """Return, for each filter that is set, its name and the query without it."""
    loosened = [(name, without(query)) for name, without in LOOSENED]
    return [(name, other) for name, other in loosened if other != query]


def said_words(claim: Claim) -> str:
    """Say when the claim was made and how that is known."""
    if claim.said_on is None:
        return "no day given"
    if claim.said_on_basis == "stated":
        return f"said on {day_words(claim.said_on)} (the article names the day)"
    return f"published on {day_words(claim.said_on)} (no other day is named)"


def actors_words(claim: Claim) -> str:
    """Return the names of who says it."""
    return ", ".join(claim.actor_names) or NOBODY


def scores_words(scores: NliScores) -> str:
    """Say the three figures as what the second sentence does if the first holds."""
    return f"follows {scores.entailment:.0%}, stays open {scores.neutral:.0%}, is ruled out {scores.contradiction:.0%}"


def changed_words(correction: Correction) -> tuple[str, ...]:
    """Say what was changed, in pieces that are shown side by side."""
    value, before = _value_words(correction.value), _value_words(correction.before)
    match correction.field:
        case "review":
            return (f"the pair is {correction.value}" if correction.value else "the pair is open again",)
        case "claim":
            return ("added the claim “", str(correction.value["proposition"]), "”")
        case "merge":
            return ("merged the dispute “", str(correction.value["proposition"]), "” into this one")
        case "apart":
            return ("took the claim out of the dispute “", str(correction.value["proposition"]), "”")
        case "pair":
            return ("set two claims against each other",)
        case "note":
            return ("noted “", value, "”")
        case "said_on":
            return ("the day is ", value, ", was ", before)
        case _:
            names = {"stance": "the stance is ", "actors": "the actors are ", "proposition": "it is read as “"}
            close = ("”, was “", "”") if correction.field == "proposition" else (", was ", "")
            return (names[correction.field], value, close[0], before, close[1])


def _value_words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or NOBODY
    return str(value) if value else "none"

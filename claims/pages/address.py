"""Turn what the page shows into its address and back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, cast

from claims.types import REVIEWS, STANCES, TIERS, ClaimQuery, Review, Stance

KEYS = (
    *("actor", "since", "until", "stance", "outlet", "words", "meaning", "about", "added", "review"),
    *("possible", "open"),
)
REVIEW_STATES = ("open", *REVIEWS)
MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class View:
    """Say what a view shows: the filters and which row is open."""

    query: ClaimQuery = field(default_factory=ClaimQuery)
    opened: str | None = None
    """Id of the open dispute or claim; None when no row is open."""


def to_address(view: View) -> dict[str, list[str]]:
    """Return the parameters of the address, without those that change nothing."""
    query = view.query
    every: dict[str, list[str]] = {
        "actor": list(query.actors),
        "since": [query.since.isoformat()] if query.since else [],
        "until": [query.until.isoformat()] if query.until else [],
        "stance": list(query.stances),
        "outlet": list(query.outlets),
        "words": [query.words] if query.words else [],
        "meaning": [query.meaning] if query.meaning else [],
        "about": list(query.about),
        "added": [query.added_since.isoformat()] if query.added_since else [],
        "review": [query.review] if query.review else [],
        "possible": ["yes"] if "possible" in query.tiers else [],
        "open": [view.opened] if view.opened else [],
    }
    return {key: values for key, values in every.items() if values}


def from_address(params: Mapping[str, Sequence[str]], actors: Collection[str], outlets: Collection[str]) -> View:
    """Read an address; names that the store does not know and values that say nothing are left out."""
    query = ClaimQuery(
        actors=_known(params.get("actor", ()), actors),
        since=_day(params.get("since", ())),
        until=_day(params.get("until", ())),
        stances=cast(tuple[Stance, ...], _known(params.get("stance", ()), STANCES)),
        outlets=_known(params.get("outlet", ()), outlets),
        words=" ".join(_last(params.get("words", ())).split())[:MOST_WORDS],
        meaning=" ".join(_last(params.get("meaning", ())).split())[:MOST_WORDS],
        about=_words_of(params.get("about", ())),
        added_since=_day(params.get("added", ())),
        review=_review(_last(params.get("review", ()))),
        tiers=TIERS if _last(params.get("possible", ())) == "yes" else TIERS[:1],
    )
    return View(query, _last(params.get("open", ())) or None)


def _known(values: Sequence[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value in known))


def _words_of(values: Sequence[str]) -> tuple[str, ...]:
    given = (" ".join(value.split())[:MOST_WORDS] for value in values)
    return tuple(dict.fromkeys(value for value in given if value))


def _review(value: str) -> Review | Literal["open"] | None:
    return cast(Review, value) if value in REVIEW_STATES else None


def _day(values: Sequence[str]) -> date | None:
    try:
        return date.fromisoformat(_last(values))
    except ValueError:
        return None


def _last(values: Sequence[str]) -> str:
    return values[-1] if values else ""
